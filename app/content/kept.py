"""Modules that were read and found in order, kept in a folder, so that the next start reads only what changed.

A module is kept under the hash of everything that decides about it: its files, the lists beside the modules, and the
code that reads and checks. Whatever is in the folder may be deleted or spoilt: then the module is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from app.content.canonical import from_json, to_json
from app.content.files import read_whole, write_whole
from app.domain.content import Module

CODE: Final = ("content", "domain")
LIBRARIES: Final = ("pydantic", "pyyaml", "markdown-it-py", "mdit-py-plugins", "bleach", "nh3")


class Kept:
    """The modules in `folder` that were made of the same files by the same code."""

    def __init__(self, folder: Path, lists: Iterable[Path]) -> None:
        self._folder = folder
        self._common = _digest(_code(), *(one.read_bytes() for one in sorted(lists) if one.is_file()))

    def module(self, folder: Path) -> Module | None:
        """The module in `folder` as it was read before; None when it has to be read."""
        text = read_whole(self._file(folder))
        return None if text is None else from_json(text)

    def keep(self, folder: Path, module: Module) -> None:
        """`module` was read from `folder`, and nothing is wrong with it."""
        write_whole(self._file(folder), to_json(module))

    def _file(self, folder: Path) -> Path:
        files = sorted(one for one in folder.rglob("*") if one.is_file())
        parts = (part for one in files for part in (one.relative_to(folder).as_posix().encode(), one.read_bytes()))
        return self._folder / f"module-{_digest(self._common.encode(), folder.name.encode(), *parts)}"


@cache
def _code() -> bytes:
    here = Path(__file__).parent.parent
    files = sorted(one for part in CODE for one in (here / part).rglob("*.py"))
    libraries = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return _digest(libraries.encode(), *(one.read_bytes() for one in files)).encode()


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for one in parts:
        digest.update(f"{len(one)}\n".encode() + one)
    return digest.hexdigest()
