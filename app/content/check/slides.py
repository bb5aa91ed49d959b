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
            yield draft.in_lesson(slide.place, "this slide has no title", "begin it with '## Title'")
        if "notes" not in slide.blocks:
            yield draft.in_lesson(slide.place, "this slide has no notes", "add a block '::: notes'")
            continue
        for label, text in ((SAY, slide.say), (REMOTE, slide.remote)):
            if not text:
                yield draft.in_lesson(slide.place, f"the notes of this slide have no line '{label}'")
    yield from _phases(draft)
    if draft.module.facts and not any(one.kind == "sources" for one in draft.slides):
        yield Problem(draft.lesson, 1, 1, "no slide shows the sources", "add a slide with '::: sources'")


def _phases(draft: Draft) -> Iterator[Problem]:
    order = list(PHASES)
    last = 0
    for slide in draft.slides:
        place = order.index(slide.phase)
        if place < last:
            yield draft.in_lesson(slide.place, f"the phase '{slide.phase}' comes too late", ", ".join(PHASES))
        last = max(last, place)
    for missing in [one for one in order if all(slide.phase != one for slide in draft.slides)]:
        yield Problem(draft.lesson, 1, 1, f"the phase '{missing}' has no slide")
