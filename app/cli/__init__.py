"""The command `techteens`: one file for each group of commands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.cli import content, demo, progress, serve


def main(argv: Sequence[str] | None = None) -> int:
    """Run `techteens <group> ...` and return its exit code."""
    parser = argparse.ArgumentParser(prog="techteens", description="The TechTeens server and its tools.")
    groups = parser.add_subparsers(required=True, metavar="command")
    for group in (serve, content, demo, progress):
        group.register(groups)
    options = parser.parse_args(argv)
    return int(options.run(options))
