"""The command `techteens`: one file for each group of commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from app.cli import content, demo, progress, serve
from app.cli.unfit import Unfit

INTERRUPTED = 130
"""What a shell expects of a command that Ctrl+C has ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `techteens <group> ...` and return its exit code."""
    parser = argparse.ArgumentParser(prog="techteens", description="The TechTeens server and its tools.")
    groups = parser.add_subparsers(required=True, metavar="command")
    for group in (serve, content, demo, progress):
        group.register(groups)
    options = parser.parse_args(argv)
    try:
        return int(options.run(options))
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
