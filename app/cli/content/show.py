"""`techteens content show <slug>`: read a module in the terminal."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.content.common import add_folder, folder_of, today
from app.cli.unfit import Unfit
from app.content.errors import meant
from app.content.reading import read
from app.content.show import reading_view


def register(actions: Any) -> None:
    """Add the command."""
    command = actions.add_parser("show", help="print a module to read it: slides, notes, questions, sources")
    command.add_argument("slug", help="the module's folder")
    add_folder(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print it. Raises Unfit for a module that is not there, or that cannot be read."""
    drafts = {one.folder: one for one in read(folder_of(options), today()).drafts}
    if options.slug not in drafts:
        hint = meant(options.slug, drafts) or "techteens content check sagt mehr"
        raise Unfit(f"Das Modul {options.slug} gibt es nicht, oder es ist nicht zu lesen ({hint}).")
    print(reading_view(drafts[options.slug]), end="")
    return 0
