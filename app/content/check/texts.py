"""Markdown that our renderer takes: not too long, not too deep, and with nothing in it that it cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content import markdown, tree
from app.content.check.pictures import PARTS, PICTURE
from app.content.draft import Draft
from app.content.errors import Place, Problem
from app.content.formats.lesson import SlideDraft
from app.content.sanitize import clean, second_opinion

UNKNOWN = re.compile(r"^\s*(#{1,6} |\||```|~~~)")
KNOWN = "möglich: Absätze, **fett**, *kursiv*, Listen mit -, Nachrichten mit >, Bilder"


def check(draft: Draft) -> Iterator[Problem]:
    """Every text of the lesson is rendered; what was cleaned away must have been nothing, whoever cleans."""
    for slide in draft.slides:
        for part in PARTS:
            text = slide.text(part)
            for at, found in text.find(UNKNOWN):
                yield draft.in_lesson(at, f"'{found[1].strip()}' würde so dastehen", KNOWN)
            place = next((Place(number) for number, line in text.lines if line), None)
            if place is None:
                continue
            try:
                html = markdown.unsafe(str(text), draft.module)
            except markdown.TooMuch as error:
                yield draft.in_lesson(place, str(error))
                continue
            except KeyError as error:
                if error.args[0] not in _named(slide):
                    yield draft.in_lesson(place, f"'{error.args[0]}' kann hier nicht stehen")
                continue
            cleaned = clean(html)
            if not tree.same(html, cleaned):
                yield draft.in_lesson(place, "in diesem Text steht etwas, das nicht sicher ist")
            elif not tree.same(cleaned, second_opinion(html)):
                yield draft.in_lesson(place, "über diesen Text sind sich die beiden Prüfer nicht einig")


def _named(slide: SlideDraft) -> set[str]:
    """The facts and pictures that other checks look for, with their exact place."""
    pictures = (found["name"] for part in PARTS for _, found in slide.text(part).find(PICTURE))
    return {*pictures, *(fact for _, fact in slide.facts)}
