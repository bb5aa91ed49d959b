"""`techteens content stats`: what the modules cover."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.content.common import add_folder, folder_of, today
from app.content.reading import read
from app.content.stats import tables


def register(actions: Any) -> None:
    """Add the command."""
    command = actions.add_parser("stats", help="count competences, and questions by kind and use")
    add_folder(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tables of what could be read; 1 when something could not."""
    found = read(folder_of(options), today())
    print(tables(found.library), end="")
    if found.errors:
        print(f"\nNicht alles zählt hier mit: {len(found.errors)} Fehler, siehe techteens content check.")
    return 1 if found.errors else 0
