"""Every slide has a title and notes with which anybody can hold it, on site and from afar."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.lesson import REMOTE, SAY
from app.content.formats.module import PHASES


def check(draft: Draft) -> Iterator[Problem]:
    """Title, notes, phases, and a slide with the sources."""
    for slide in draft.slides:
        if not slide.title:
            yield draft.in_lesson(slide.place, "diese Folie hat keinen Titel", "mit '## Titel' anfangen")
        if "notes" not in slide.blocks:
            yield draft.in_lesson(slide.place, "diese Folie hat keine Notizen", "einen Block '::: notes' schreiben")
            continue
        for label, text in ((SAY, slide.say), (REMOTE, slide.remote)):
            if not text:
                yield draft.in_lesson(slide.notes_place, f"den Notizen fehlt eine Zeile, die mit '{label}' anfängt")
    yield from _phases(draft)
    if draft.module.facts and not any(one.kind == "sources" for one in draft.slides):
        yield Problem(draft.lesson, 1, 1, "keine Folie zeigt die Quellen", "eine Folie mit '::: sources' schreiben")


def _phases(draft: Draft) -> Iterator[Problem]:
    order = list(PHASES)
    last = 0
    for slide in draft.slides:
        place = order.index(slide.phase)
        if place < last:
            yield draft.in_lesson(slide.place, f"die Phase '{slide.phase}' kommt zu spät", ", ".join(PHASES))
        last = max(last, place)
    for missing in [one for one in order if all(slide.phase != one for slide in draft.slides)]:
        yield Problem(draft.lesson, 1, 1, f"die Phase '{missing}' hat keine Folie")
