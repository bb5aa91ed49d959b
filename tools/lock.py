"""Redo the locks: `make lock` keeps versions that pyproject.toml still allows, `make lock UPGRADE=1` takes newer.

The locks carry hashes and neither registry addresses nor paths of the machine they were made on.
"""

import json
import os
import subprocess
import sys

from tools.node import environment, npm
from tools.paths import CACHE, ROOT

UV = CACHE / "uv"
LOCKS = {
    "requirements.txt": ["pyproject.toml", "--group=build", "--extra=postgres"],
    "requirements-dev.txt": [
        "pyproject.toml",
        "--group=build",
        "--group=dev",
        "--extra=postgres",
        "--constraint=requirements.txt",
    ],
    "requirements-node.txt": ["--group=node"],
}


def main() -> None:
    """Write the three requirements files and package-lock.json; raises CalledProcessError when a step fails."""
    if not (UV / "bin" / "uv").exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(UV), "uv"], check=True)
    newer = ["--upgrade"] if os.environ.get("UPGRADE") else []
    for name, options in LOCKS.items():
        command = [str(UV / "bin" / "uv"), "pip", "compile", *options]
        command += ["--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url"]
        command += ["--no-annotate", "--no-header", "--quiet", *newer, "--output-file", name]
        subprocess.run(command, cwd=ROOT, check=True)
        print(f"{name} is up to date")
    command = npm(
        "install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit"
    )
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)
    _drop_funding()
    for name in (*LOCKS, "package-lock.json"):
        text = (ROOT / name).read_text()
        if "://" in text or "index-url" in text or "file:" in text:
            sys.exit(f"{name} names an address; it must not")


def _drop_funding() -> None:
    """npm writes down whom to thank, with addresses; nothing is fetched from there."""
    path = ROOT / "package-lock.json"
    lock = json.loads(path.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
