"""Fetch the locked npm packages into node_modules.

    python -m tools.frontend run    what the pages carry
    python -m tools.frontend dev    that and what the tests need (checkers, the old browser)

No package's install script is run: the old browser's would download another one.
"""

import subprocess
import sys

from tools.node import environment, npm
from tools.paths import CACHE, NODE_MODULES, ROOT, fingerprint, is_done

LOG = CACHE / "npm.log"


def main(kind: str) -> None:
    """Bring node_modules up to the lock; leaves with a plain sentence when that cannot be done."""
    mark = fingerprint(ROOT / "package.json", ROOT / "package-lock.json")
    if any(is_done(NODE_MODULES / f".stamp-{name}", mark) for name in {kind, "dev"}):
        return
    print("Fetching the front-end packages (log: .cache/npm.log)", flush=True)
    CACHE.mkdir(exist_ok=True)
    omit = ["--omit=dev"] if kind == "run" else []
    command = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=warn", *omit)
    with LOG.open("w") as log:
        code = subprocess.run(command, cwd=ROOT, env=environment(), stdout=log, stderr=log).returncode
    if code:
        sys.exit(f"{LOG.read_text()}\nThe front-end packages could not be fetched: {' '.join(command)}")
    (NODE_MODULES / f".stamp-{kind}").write_text(mark)


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["dev"]):
        sys.exit("usage: python -m tools.frontend run|dev")
    main(sys.argv[1])
