"""The modules folder as a Library, or every problem in it at once."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from app.content.errors import ContentErrors
from app.content.kept import Kept
from app.content.reading import LISTS, Found, read
from app.domain.content import Library

_loaded: dict[str, Library] = {}


def load(modules: Path, today: date, cache: Path | None = None) -> Library:
    """The learning content in `modules` as of `today`. Raises ContentErrors with all problems at once.

    A folder that did not change is not read twice in one process; with a folder `cache`, a module that did not change
    is not read by the next process either.
    """
    state = _state(modules, today)
    if state not in _loaded:
        found = read(modules, today) if cache is None else _warm(modules, today, cache)
        if found.errors:
            raise ContentErrors(found.errors)
        _loaded.clear()
        _loaded[state] = found.library
    return _loaded[state]


def _warm(modules: Path, today: date, cache: Path) -> Found:
    """What changed is read, the rest comes from `cache`; when something is wrong, all is read to tell where."""
    kept = Kept(cache, (modules / one for one in LISTS))
    found = read(modules, today, kept.module)
    if found.errors:
        return read(modules, today)
    for draft in found.drafts:
        kept.keep(modules / draft.folder, draft.module)
    return found


def _state(modules: Path, today: date) -> str:
    """Changes with any file of the folder, and with the day."""
    digest = hashlib.sha256(f"{modules} {today}".encode())
    for file in sorted(modules.rglob("*")):
        if file.is_file():
            digest.update(f"{file} {file.stat().st_size}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
