"""No id twice: an answer must point to one thing only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Path
from app.domain.content import Choice, Groups, Mark, Order, Question


def check(draft: Draft) -> Iterator[Problem]:
    """Ids of questions in the module, and of the parts within each question."""
    numbered = list(draft.questions())
    yield from _twice(draft, [(*path, "id") for path, _ in numbered], [one.id for _, one in numbered])
    for path, question in numbered:
        for below, ids in _parts(question):
            yield from _twice(draft, [(*path, *below, n, "id") for n in range(len(ids))], ids)


def _parts(question: Question) -> Iterator[tuple[Path, list[str]]]:
    match question:
        case Choice():
            yield ("options",), [one.id for one in question.options]
        case Order():
            yield ("items",), [one.id for one in question.items]
        case Groups():
            yield ("groups",), [one.id for one in question.groups]
            yield ("items",), [one.id for one in question.items]
        case Mark():
            yield ("marks",), [one.id for one in question.marks]
            yield ("message", "lines"), [one.id for one in question.lines]


def _twice(draft: Draft, paths: Sequence[Path], ids: Sequence[str]) -> Iterator[Problem]:
    for number, (path, id_) in enumerate(zip(paths, ids, strict=True)):
        if id_ in ids[:number]:
            yield draft.quiz.problem(path, f"the id '{id_}' stands here twice")
