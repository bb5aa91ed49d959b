"""No id and no text twice: an answer must point to one thing only, and people see only the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Path


def check(draft: Draft) -> Iterator[Problem]:
    """Ids of questions in the module, and ids and texts of the parts within each question."""
    numbered = list(draft.written())
    yield from _twice(draft, "die Id", [((*path, "id"), one.id) for path, one in numbered])
    for path, question in numbered:
        for below, text, parts in question.lists():
            at = (*path, *below)
            yield from _twice(draft, "die Id", [((*at, n, "id"), one.id) for n, one in enumerate(parts)])
            yield from _twice(draft, "der Text", [((*at, n, text), one.text) for n, one in enumerate(parts)])


def _twice(draft: Draft, what: str, found: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    told = set()
    for path, value in found:
        if value in told:
            yield draft.quiz.problem(path, f"{what} '{value}' steht hier zweimal")
        told.add(value)
