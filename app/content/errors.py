"""What is wrong with the modules folder, and where."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

FEW = 20
"""So many names still are a hint when they all are told."""


@dataclass(frozen=True)
class Place:
    """A position in a file, both counted from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong; `hint` says what to do about it where that is not plain."""

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{hint}"


def meant(word: str, known: Iterable[str]) -> str:
    """The hint for a `word` that is none of `known`: the one that looks like it, else all of them if they are few."""
    names = {one.lower(): one for one in known}
    near = difflib.get_close_matches(word.lower(), names, n=1)
    if near:
        return f"ist '{names[near[0]]}' gemeint?"
    return f"möglich: {', '.join(names.values())}" if 0 < len(names) <= FEW else ""


class ContentErrors(Exception):
    """The modules folder cannot be used. Holds every problem at once, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(self.lines))

    @property
    def lines(self) -> tuple[str, ...]:
        """The problems as `file:line:column: message (hint)`, ready to print."""
        return tuple(str(one) for one in self.problems)
