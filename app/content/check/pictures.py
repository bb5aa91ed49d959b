"""Pictures: all that are named exist and all that exist are named, with words for those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Place, Problem
from app.content.pictures import faults

PARTS = ("body", "home", "notes")
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<name>[^)\s]*)[^)]*\)")


def check(draft: Draft) -> Iterator[Problem]:
    """The pictures of the lesson and the files in media."""
    used: set[str] = set()
    for slide in draft.slides:
        for part in PARTS:
            for place, found in slide.text(part).find(PICTURE):
                used.add(found["name"])
                if found["name"] not in draft.pictures:
                    at = Place(place.line, place.column + found.start("name") - found.start())
                    yield draft.in_lesson(at, f"there is no picture '{found['name']}' in media")
                if not found["alt"].strip():
                    yield draft.in_lesson(place, "this picture has no words for those who do not see it")
    for name, file in draft.pictures.items():
        if name not in used:
            yield Problem(file, 1, 1, "no slide shows this picture", "use it or delete it")
        for place, message, hint in faults(draft.module.media[name]):
            yield Problem(file, place.line, place.column, message, hint)
