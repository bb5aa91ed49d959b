"""The two browsers the tests use: the machine's Chromium, and the Chromium 80 that old school boards still run.

`chromium()` and `chromium80()` raise `Missing` with one line that says what to do.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools import frontend
from tools.node import environment, node
from tools.paths import CACHE, NODE_MODULES
from tools.system import ensure

_PACKED = NODE_MODULES / "chrome-aws-lambda"
_OLD = CACHE / "chromium80"

# Node unpacks brotli by itself, Python does not
_UNPACK = """
const [from, to] = process.argv.slice(1);
require('fs').writeFileSync(to, require('zlib').brotliDecompressSync(require('fs').readFileSync(from)));
"""

# What every start needs here: root has no sandbox, small machines have little shared memory, tests have no network.
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Missing(Exception):
    """A browser that is not on this machine and could not be fetched."""


@dataclass(frozen=True)
class Browser:
    """A program and the environment to start it in."""

    path: Path
    env: dict[str, str]


@cache
def chromium() -> Path:
    """Debian's Chromium; installed when we may. CHROMIUM names another one. Raises Missing."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise Missing(f"CHROMIUM names {named}, which is not there")
        return Path(named)
    problem = ensure("chromium", "chromium", "fonts-liberation")
    if problem:
        raise Missing(f"Chromium: {problem}")
    return Path(str(shutil.which("chromium")))


@cache
def chromium80() -> Browser:
    """Chromium 80 out of the npm package chrome-aws-lambda, unpacked once into .cache. Raises Missing."""
    program = _OLD / "chromium"
    if not program.exists():
        frontend.main("dev")
        _OLD.mkdir(parents=True, exist_ok=True)
        for name, folder in (("aws.tar", _OLD), ("swiftshader.tar", _OLD / "swiftshader")):
            _brotli(_PACKED / "bin" / f"{name}.br", _OLD / name)
            shutil.unpack_archive(_OLD / name, folder)  # tarfile's own filter is younger than Python 3.11.0
            (_OLD / name).unlink()
        half = _OLD / "chromium.part"
        _brotli(_PACKED / "bin" / "chromium.br", half)
        half.chmod(0o755)
        half.rename(program)
    for env in (dict(os.environ), {**os.environ, "LD_LIBRARY_PATH": str(_OLD / "lib")}):
        # this build has no --version; it must load its libraries and render an empty page
        command = [program, *QUIET, "--dump-dom", "about:blank"]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=30)
        if done.returncode == 0:
            return Browser(program, env)
    raise Missing(f"Chromium 80 does not start (libraries: apt-get install chromium): {done.stderr.strip()[-300:]}")


def _brotli(packed: Path, to: Path) -> None:
    subprocess.run([node(), "-e", _UNPACK, str(packed), str(to)], check=True, env=environment())
