"""`techteens content check`: is everything in the modules folder in order?"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.cli.unfit import settings_from
from app.content.reading import read


def register(groups: Any) -> None:
    """Add the group to the command line."""
    group = groups.add_parser("content", help="the learning modules")
    actions = group.add_subparsers(required=True, metavar="action")
    check = actions.add_parser("check", help="tell every error in the modules folder as file:line:column")
    check.add_argument("folder", nargs="?", type=Path, help="the folder to check (default: the one that is served)")
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    folder = options.folder.resolve() if options.folder else settings_from().modules
    found = read(folder, datetime.now(UTC).date())
    for problem in found.errors:
        print(problem)
    for problem in found.warnings:
        print(f"{problem} [Hinweis]")
    if found.errors:
        print(f"Fehler: {len(found.errors)}. Hinweise: {len(found.warnings)}.")
        return 1
    questions = sum(len(one.questions) for one in found.library.modules.values())
    counted = f"Module: {len(found.library.modules)}. Fragen: {questions}. Hinweise: {len(found.warnings)}."
    print(f"In Ordnung. {counted}")
    return 0
