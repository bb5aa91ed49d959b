"""Debian packages for what no Python or Node package carries. Standard library only."""

import os
import shutil
import subprocess

from tools.paths import CACHE

LOG = CACHE / "apt.log"


def ensure(program: str, *packages: str) -> str | None:
    """Make sure `program` is on the PATH; install Debian's `packages` if we may.

    Returns None when the program is there, else one line that says what to do. Never raises.
    """
    if shutil.which(program):
        return None
    return install(*packages) or (None if shutil.which(program) else f"no {program} after installing {packages}")


def install(*packages: str) -> str | None:
    """Install Debian's `packages`. Returns None on success, else one line that says what to do."""
    command = f"apt-get install {' '.join(packages)}"
    if not shutil.which("apt-get"):
        return f"missing on this machine: {', '.join(packages)} (as Debian names them); install by hand"
    if os.geteuid() != 0:
        return f"missing on this machine; as root: {command}"
    print(f"  fetching {', '.join(packages)} from Debian (log: {LOG.relative_to(CACHE.parent)})", flush=True)
    CACHE.mkdir(exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with LOG.open("ab") as log:
        for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            try:
                code = subprocess.run(
                    # a machine that just started may be installing something itself: wait for its turn
                    ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", *step],
                    env=environment,
                    stdout=log,
                    stderr=log,
                    stdin=subprocess.DEVNULL,
                    timeout=900,
                ).returncode
            except subprocess.TimeoutExpired:
                code = -1
            # an `update` that misses one source may still do for the install
            if code and step[0] == "install":
                return f"could not be fetched: {command} failed, see {LOG.relative_to(CACHE.parent)}"
    return None
