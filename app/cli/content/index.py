"""`techteens content index`: write the ids of new modules, questions and activities into ids.txt."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.content.common import add_folder, folder_of, today
from app.content import index
from app.content.errors import Problem
from app.content.index import FILE, Index
from app.content.reading import read


def register(actions: Any) -> None:
    """Add the command."""
    command = actions.add_parser("index", help="add new ids to the list of all ids, ids.txt")
    add_folder(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add what is new; 1 when the list cannot be read, and then it is left alone."""
    folder = folder_of(options)
    file, problems = folder / FILE, list[Problem]()
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    known = index.parse(f"{folder.name}/{FILE}", text, problems)
    if not known.whole:
        for problem in problems:
            print(problem)
        return 1
    new = index.added(known, read(folder, today()).drafts)
    every = Index(known.file, {**known.entries, **new})
    file.write_text(str(every), encoding="utf-8")
    print(f"Neu in {FILE}: {len(new)}. Insgesamt: {len(every.entries)}.")
    return 0
