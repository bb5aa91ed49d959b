"""`techteens content check`: is everything in the modules folder in order?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.content.common import add_folder, folder_of, today
from app.content.check import spelling
from app.content.errors import Problem
from app.content.language.spelling import NoDictionary, known_words
from app.content.reading import Found, read


def register(actions: Any) -> None:
    """Add the command."""
    command = actions.add_parser("check", help="tell every error in the modules folder as file:line:column")
    add_folder(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print it all; 1 when there are errors."""
    folder = folder_of(options)
    found = read(folder, today())
    errors = sorted({*found.errors, *_misspelt(found, folder)})
    for problem in errors:
        print(problem)
    for problem in found.warnings:
        print(f"{problem} [Hinweis]")
    if errors:
        print(f"Fehler: {len(errors)}. Hinweise: {len(found.warnings)}.")
        return 1
    questions = sum(len(one.questions) for one in found.library.modules.values())
    counted = f"Module: {len(found.library.modules)}. Fragen: {questions}. Hinweise: {len(found.warnings)}."
    print(f"In Ordnung. {counted}")
    return 0


def _misspelt(found: Found, folder: Path) -> list[Problem]:
    """The spelling of everything that could be read; says so when nobody can check it here."""
    try:
        return list(spelling.check(found.drafts, found.lists, known_words(folder)))
    except NoDictionary as missing:
        print(f"Die Rechtschreibung wurde nicht geprüft, es fehlt: {missing} (Debian: hunspell hunspell-de-de).")
        return []
