"""Pictures: all that are named exist and all that exist are named, with words for those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from app.content.draft import Draft
from app.content.errors import Place, Problem, meant
from app.content.pictures import faults, size_of

PARTS = ("body", "home", "notes")
PICTURE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<name>[^()\s]*)[^()]*\)")
NO_PICTURE = re.compile(r"!\[(?![^\[\]]*\]\([^()]*\))")


def check(draft: Draft) -> Iterator[Problem]:
    """The pictures of the lesson and of the questions, and the files in media."""
    used = yield from _on_slides(draft)
    for path, question in draft.written():
        for below, name in question.pictures():
            used.add(name)
            if name not in draft.pictures:
                message = f"das Bild '{name}' liegt nicht in media"
                yield draft.quiz.problem((*path, *below), message, meant(name, draft.pictures))
                continue
            width, height = size_of(draft.module.media[name])
            if 3 * width < 4 * height:
                message = f"das Bild '{name}' ist zu hoch für die Tafel"
                yield draft.quiz.problem((*path, *below), message, "breiter zeichnen, mindestens 4 zu 3")
    all_read = draft.ids is not None and len(draft.entries) >= len(draft.ids)
    for name, file in draft.pictures.items():
        if all_read and name not in used:
            yield Problem(file, 1, 1, "keine Folie und keine Frage zeigt dieses Bild", "verwenden oder löschen")
        for place, message, hint in faults(draft.module.media[name]):
            yield Problem(file, place.line, place.column, message, hint)


def _on_slides(draft: Draft) -> Generator[Problem, None, set[str]]:
    """What is wrong with the pictures of the lesson; returns the names of all it shows."""
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
    return used
