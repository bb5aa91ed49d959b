"""The modules folder as a Library, or every problem in it at once."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from app.content.errors import ContentErrors
from app.content.reading import read
from app.domain.content import Library

_loaded: dict[str, Library] = {}


def load(modules: Path, today: date) -> Library:
    """The learning content in `modules` as of `today`. Raises ContentErrors with all problems at once.

    A folder that did not change is not read twice in one process.
    """
    state = _state(modules, today)
    if state not in _loaded:
        found = read(modules, today)
        if found.errors:
            raise ContentErrors(found.errors)
        _loaded.clear()
        _loaded[state] = found.library
    return _loaded[state]


def _state(modules: Path, today: date) -> str:
    """Changes with any file of the folder, and with the day."""
    digest = hashlib.sha256(f"{modules} {today}".encode())
    for file in sorted(modules.rglob("*")):
        if file.is_file():
            digest.update(f"{file} {file.stat().st_size}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
