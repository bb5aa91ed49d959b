"""Every question can be answered and its feedback told, as its kind wants it: see `faults` in app/content/formats."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """What each kind finds wrong, and the names of all misconceptions."""
    for path, question in draft.written():
        for fault in question.faults():
            yield draft.quiz.problem((*path, *fault.path), fault.message, fault.hint)
    yield from _names(draft)


def _names(draft: Draft) -> Iterator[Problem]:
    """A misconception has one name in the whole module: reports count it under that."""
    known: dict[str, str] = {}
    for path, question in draft.written():
        for below, mis, name in question.mistakes():
            if name != known.setdefault(mis, name):
                message = f"der Denkfehler '{mis}' heißt weiter oben '{known[mis]}'"
                yield draft.quiz.problem((*path, *below), message, "ein Denkfehler hat einen Namen")
