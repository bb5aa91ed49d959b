"""The words of the lesson; those in YAML files are held by their schemas."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Place, Problem
from app.content.wording import faults


def check(draft: Draft) -> Iterator[Problem]:
    """Special characters inside words, links and HTML in lesson.md."""
    for slide in draft.slides:
        title = [(slide.place.line, f"## {slide.title}")]
        for number, text in [*title, *slide.body, *slide.home, *slide.spoken, *slide.notes]:
            for fault in faults(text):
                yield draft.in_lesson(Place(number, fault.index + 1), fault.message, fault.hint)
