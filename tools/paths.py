"""Where the commands put what they make. Standard library only: used before anything is installed."""

import hashlib
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
CACHE = ROOT / ".cache"  # ignored by git: logs, the unpacked old browser, the test database server


def fingerprint(*files: Path) -> str:
    """One hash over the contents of `files` and the Python version: a stamp that differs means "do it again"."""
    digest = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_done(stamp: Path, mark: str) -> bool:
    """Whether the step that writes `stamp` last ran for exactly this `mark`."""
    return stamp.is_file() and stamp.read_text() == mark


def short_directory(use: str) -> Path:
    """A folder of ours outside the checkout: the path of a socket has room for a hundred characters only."""
    name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"techteens-{os.getuid()}-{name}-{use}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def runtime_directory() -> str:
    """What XDG_RUNTIME_DIR says, else a folder to put there: a fresh machine has none."""
    own = os.environ.get("XDG_RUNTIME_DIR")
    if own:
        return own
    folder = short_directory("run")
    folder.chmod(0o700)  # one that others can read is not taken
    return str(folder)
