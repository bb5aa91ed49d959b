"""Write a word or a few: right when it is one of the accepted wordings, slips forgiven as the author sets."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.grading.wording import alike, folded
from app.domain.questions import Short, Wording

LONGEST = 60
OTHER = "other"
"""The row of all answers that nobody thought of: what was typed is never shown to others."""


class ShortKind(Kind[Short]):
    """`{"text": text}`: as it was typed."""

    name = "short"

    def grade(self, question: Short, response: Mapping[str, Any]) -> Grade:
        """Right or not; a wrong answer that is known has its feedback."""
        text = _text(response)
        found = _meant(question, text)
        right = found is not None and found.right
        reason = found.feedback if found and not right and found.feedback else question.reason
        return Grade(
            score=1.0 if right else 0.0,
            parts=(Part("text", right, found.id if found else OTHER, _right(question)[0].id),),
            misconceptions=(found.mis,) if found and found.mis and not right else (),
            feedback=Feedback(right, reason, question.advice),
        )

    def votes(self, question: Short, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The answer that was meant; all right ones are one row."""
        found = _meant(question, _text(response))
        if found is None:
            return (OTHER,)
        return (_right(question)[0].id,) if found.right else (found.id,)

    def full_credit(self, question: Short) -> dict[str, Any]:
        """The first right wording."""
        return {"text": _right(question)[0].texts[0]}

    def mistaken(self, question: Short, chance: Random) -> dict[str, Any]:
        """A wrong answer that is known, or a row of dots."""
        wrong = [one.texts[0] for one in question.answers if not one.right]
        return {"text": chance.choice(wrong) if wrong else "…?"}

    def names(self, question: Short) -> dict[str, str]:
        """One for each known wrong answer."""
        return {one.mis: one.name for one in question.answers if one.mis}

    def asked(self, question: Short) -> Asked:
        """What to write."""
        return Asked(question.id, self.name, question.prompt, ())

    def rows(self, question: Short) -> tuple[Entry, ...]:
        """The right answer, each known wrong one, and all others."""
        known = [_right(question)[0], *(one for one in question.answers if not one.right)]
        return (*(Entry(one.id, one.texts[0]) for one in known), Entry(OTHER, ""))

    def solution(self, question: Short) -> Solution:
        """The right answer."""
        right = _right(question)[0]
        return Solution((right.id,), question.reason, question.advice, text=right.texts[0])

    def pieces(self, question: Short, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """What was typed, and the right answer where it is another."""
        text, right = _text(response), _right(question)[0].texts[0]
        found = _meant(question, text)
        if found and found.right:
            same = any(folded(text) == folded(one) for one in found.texts)
            return (Piece("own", text, "correct", belongs="" if same else found.texts[0]),)
        return (Piece("own", text, "wrong"), Piece("right", right, "missed"))

    def expected(self, question: Short) -> str:
        """All right wordings."""
        return " / ".join(text for one in _right(question) for text in one.texts)


def _right(question: Short) -> list[Wording]:
    return [one for one in question.answers if one.right]


def _text(response: Mapping[str, Any]) -> str:
    given = only(response, "text")
    if not isinstance(given, str) or len(given) > LONGEST:
        raise BadResponse("shape")
    if not given.strip():
        raise BadResponse("incomplete")
    return given.strip()


def _meant(question: Short, text: str) -> Wording | None:
    """The answer that `text` is: exactly one of its wordings, else a right one with slips."""
    given = folded(text)
    for one in question.answers:
        if given in map(folded, one.texts):
            return one
    for one in _right(question):
        if any(alike(given, folded(wanted), question.slips) for wanted in one.texts):
            return one
    return None
