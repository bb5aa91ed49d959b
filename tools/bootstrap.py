"""Make `.venv` from the hash-locked requirements. Called with the machine's own Python, standard library only.

    python3 tools/bootstrap.py run    what the product needs
    python3 tools/bootstrap.py dev    that and what the tests need

Does nothing when the locks have not changed since the last time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whatever `python3` is there; before anything that it cannot read
    sys.exit(
        "Python 3.11 or newer is needed, this is {}.{}. Another one: make PYTHON=python3.12 ...".format(
            *sys.version_info[:2]
        )
    )

sys.path[0] = str(Path(__file__).resolve().parent.parent)  # the root, not this folder

LOCKS = {"run": "requirements.txt", "dev": "requirements-dev.txt", "node": "requirements-node.txt"}


def main(kind: str) -> None:
    """Bring `.venv` up to the lock of `kind`; leaves with a plain sentence when that cannot be done."""
    if sys.maxsize < 2**32:
        sys.exit("A 64-bit Python is needed.")
    from tools.paths import PYTHON, ROOT, VENV, fingerprint, is_done

    marks = {name: fingerprint(ROOT / lock, ROOT / "pyproject.toml") for name, lock in LOCKS.items()}
    # whoever has the tools for the tests has all that the product needs
    enough = ("run", "dev") if kind == "run" else (kind,)
    if _runs(PYTHON) and any(is_done(VENV / f"stamp-{name}", marks[name]) for name in enough):
        return
    log = ROOT / ".cache" / "setup.log"
    log.parent.mkdir(exist_ok=True)
    if not _runs(PYTHON):
        print("Making the Python environment in .venv", flush=True)
        _make_venv(VENV, log)
    print(f"Installing {LOCKS[kind]} (log: .cache/setup.log)", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    _logged([*pip, "--require-hashes", "--requirement", str(ROOT / LOCKS[kind])], log)
    if kind != "node":
        _logged([*pip, "--no-build-isolation", "--no-deps", "--editable", str(ROOT)], log)
    (VENV / f"stamp-{kind}").write_text(marks[kind])


def _runs(python: Path) -> bool:
    """Whether this environment's Python still starts (the machine's may have been replaced) and knows its place."""
    if not python.exists():
        return False
    ask = "import sys; print(sys.prefix); import pip"
    done = subprocess.run([str(python), "-c", ask], capture_output=True, text=True)
    return done.returncode == 0 and Path(done.stdout.strip()) == python.parent.parent


def _make_venv(venv: Path, log: Path) -> None:
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    with log.open("ab") as out:
        if subprocess.run(command, stdout=out, stderr=out).returncode == 0:
            return
    # Debian keeps a part of the standard library in a package of its own
    from tools.system import install

    package = f"python3.{sys.version_info.minor}-venv"
    problem = install(package)
    if problem:
        shutil.rmtree(venv, ignore_errors=True)
        sys.exit(f"This Python cannot make environments ({package}): {problem}")
    _logged(command, log)


def _logged(command: list[str], log: Path) -> None:
    """Run `command` into `log`; when it fails show the log's end and leave."""
    start = log.stat().st_size if log.exists() else 0
    with log.open("ab") as out:
        code = subprocess.run(command, stdout=out, stderr=out, env={**os.environ, "PYTHONUTF8": "1"}).returncode
    if code:
        text = log.read_bytes()[start:].decode(errors="replace")
        sys.exit("\n".join([*text.splitlines()[-25:], f"Failed: {' '.join(command)}", f"The whole log: {log}"]))


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        sys.exit(f"usage: python3 tools/bootstrap.py {'|'.join(LOCKS)}")
    main(sys.argv[1])
