"""The length of an option does not give the answer away.

Who knows nothing takes the longest option, since a right answer is easily written with more care (Haladyna, Downing,
Rodriguez: A Review of Multiple-Choice Item-Writing Guidelines, 2002). One question may have a long right answer; in a
module it must not pay to choose by length. A fifth more, and four letters, is what an eye sees at a glance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.asking import AskingEntry
from app.content.formats.base import Strict

FEW = 4
"""In fewer questions there is nothing to count."""
MOST = 25
"""In so many of 100 questions the right option may stand out."""
FACTOR = 1.2
LETTERS = 4


def check(draft: Draft) -> Iterator[Problem]:
    """The questions in which one option is right, whatever their kind: how often it is the longest, or the shortest."""
    asked = [(question.id, found) for _, question in draft.written() if (found := _lengths(question))]
    if len(asked) < FEW:
        return
    for what, stands_out in (("längste", _longest), ("kürzeste", _shortest)):
        ids = [id_ for id_, (right, wrong) in asked if stands_out(right, wrong)]
        if 100 * len(ids) > MOST * len(asked):
            message = f"in {len(ids)} von {len(asked)} Fragen ist die richtige Antwort deutlich die {what}"
            hint = f"höchstens {MOST} von 100; ausgleichen: {', '.join(ids)}"
            yield draft.quiz.problem(("questions",), message, hint)


def _lengths(question: AskingEntry) -> tuple[int, list[int]] | None:
    """The length of the one right option and those of the wrong ones; None where a question is of another make."""
    for options in _lists(question):
        right = [len(one.text) for one in options if one.right]
        wrong = [len(one.text) for one in options if not one.right]
        if len(right) == 1 and wrong:
            return right[0], wrong
    return None


def _lists(question: AskingEntry) -> Iterator[Sequence[Any]]:
    """Lists of parts that have a text and say whether they are right."""
    for name in type(question).model_fields:
        value = getattr(question, name)
        schema = type(value[0]) if isinstance(value, list) and value else None
        if schema is not None and issubclass(schema, Strict) and {"right", "text"} <= set(schema.model_fields):
            yield value


def _longest(right: int, wrong: Sequence[int]) -> bool:
    return right >= max(max(wrong) * FACTOR, max(wrong) + LETTERS)


def _shortest(right: int, wrong: Sequence[int]) -> bool:
    return min(wrong) >= max(right * FACTOR, right + LETTERS)
