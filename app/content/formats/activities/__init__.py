"""activities.yaml: the activities of a module, each read by the schema of its kind. A module may have none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from app.content.errors import Problem
from app.content.formats.activities.base import DoingEntry
from app.content.formats.activities.next_word import NextWordEntry
from app.content.formats.activities.robot import RobotEntry
from app.content.formats.activities.search import SearchEntry
from app.content.formats.activities.tree import TreeEntry
from app.content.formats.base import Strict, by_kind, validate
from app.content.yaml import Document, Path

KINDS: dict[str, type[DoingEntry]] = {
    "robot": RobotEntry,
    "search": SearchEntry,
    "next-word": NextWordEntry,
    "tree": TreeEntry,
}


class ActivitiesFile(Strict):
    """activities.yaml."""

    activities: Annotated[list[dict[str, Any]], Field(min_length=1)]


@dataclass(frozen=True)
class Written:
    """The activities as they are written, each with its place in the list; what is broken is left out.

    `ids` are those of all, of the broken ones too; None when the file holds no list of them.
    """

    document: Document | None = None
    numbered: tuple[tuple[int, DoingEntry], ...] = ()
    ids: frozenset[str] | None = frozenset()

    def entries(self) -> Iterator[tuple[Path, DoingEntry]]:
        """Each activity with its path in activities.yaml."""
        for number, entry in self.numbered:
            yield ("activities", number), entry


def activities(document: Document, problems: list[Problem]) -> Written:
    """What `document` holds; what is wrong goes into `problems`."""
    file = validate(ActivitiesFile, document, problems)
    found = by_kind(KINDS, document, "activities", file.activities if file else [], problems)
    ids = frozenset(str(one.get("id")) for one in file.activities) if file else None
    return Written(document, tuple(found), ids)
