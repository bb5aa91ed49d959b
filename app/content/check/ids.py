"""No id and no text twice: an answer must point to one thing only, and people see only the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Path
from app.domain.content import Choice, Groups, Mark, Order, Question


def check(draft: Draft) -> Iterator[Problem]:
    """Ids of questions in the module, and ids and texts of the parts within each question."""
    numbered = list(draft.questions())
    yield from _twice(draft, "die Id", [((*path, "id"), one.id) for path, one in numbered])
    for path, question in numbered:
        for below, text, parts in _parts(question):
            at = (*path, *below)
            yield from _twice(draft, "die Id", [((*at, n, "id"), id_) for n, (id_, _) in enumerate(parts)])
            yield from _twice(draft, "der Text", [((*at, n, text), said) for n, (_, said) in enumerate(parts)])


def _parts(question: Question) -> Iterator[tuple[Path, str, list[tuple[str, str]]]]:
    """Each list of the question: where it stands, the key of its texts, and id and text of every entry."""
    match question:
        case Choice():
            yield ("options",), "text", [(one.id, one.text) for one in question.options]
        case Order():
            yield ("items",), "text", [(one.id, one.text) for one in question.items]
        case Groups():
            yield ("groups",), "text", [(one.id, one.text) for one in question.groups]
            yield ("items",), "text", [(one.id, one.text) for one in question.items]
        case Mark():
            yield ("marks",), "name", [(one.id, one.name) for one in question.marks]
            yield ("message", "lines"), "text", [(one.id, one.text) for one in question.lines]


def _twice(draft: Draft, what: str, found: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    told = set()
    for path, value in found:
        if value in told:
            yield draft.quiz.problem(path, f"{what} '{value}' steht hier zweimal")
        told.add(value)
