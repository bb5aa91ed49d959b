"""Pictures: all that are named exist and all that exist are named, with words for those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Place, Problem, meant
from app.content.pictures import faults

PARTS = ("body", "home", "notes")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<name>[^)\s]*)[^)]*\)")
NO_PICTURE = re.compile(r"!\[(?![^\]]*\]\([^)]*\))")


def check(draft: Draft) -> Iterator[Problem]:
    """The pictures of the lesson and the files in media."""
    used: set[str] = set()
    for slide in draft.slides:
        for part in PARTS:
            for place, found in slide.text(part).find(PICTURE):
                used.add(found["name"])
                if found["name"] not in draft.pictures:
                    at = Place(place.line, place.column + found.start("name") - found.start())
                    message = f"das Bild '{found['name']}' liegt nicht in media"
                    yield draft.in_lesson(at, message, meant(found["name"], draft.pictures))
                if not found["alt"].strip():
                    yield draft.in_lesson(place, "dem Bild fehlen die Worte für alle, die es nicht sehen")
            for place, _ in slide.text(part).find(NO_PICTURE):
                yield draft.in_lesson(
                    place, "das wird kein Bild", "so: ![was es zeigt](name.svg), alles in einer Zeile"
                )
    for name, file in draft.pictures.items():
        if name not in used:
            yield Problem(file, 1, 1, "keine Folie zeigt dieses Bild", "verwenden oder löschen")
        for place, message, hint in faults(draft.module.media[name]):
            yield Problem(file, place.line, place.column, message, hint)
