"""Write what you think: kept for the staff of the hour, seen by others only when approved."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade
from app.domain.grading.shape import only
from app.domain.grading.view import Asked, Piece, Solution
from app.domain.questions import Free

LONGEST = 140
"""Characters: what can be read from the back row on one part of the board."""


class FreeKind(Kind[Free]):
    """`{"text": text}`."""

    name = "free"
    graded = False
    collects = 4

    def grade(self, question: Free, response: Mapping[str, Any]) -> Grade:
        """Nothing is wrong; something must be there."""
        _text(response)
        return Grade(1.0, (), (), Feedback(True, question.reason, question.advice))

    def votes(self, question: Free, response: Mapping[str, Any]) -> tuple[str, ...]:
        """Texts are not counted."""
        return ()

    def full_credit(self, question: Free) -> dict[str, Any]:
        """Any text."""
        return {"text": "…"}

    def mistaken(self, question: Free, chance: Random) -> dict[str, Any]:
        """Any text."""
        return self.full_credit(question)

    def names(self, question: Free) -> dict[str, str]:
        """There are no misconceptions in opinions."""
        return {}

    def asked(self, question: Free) -> Asked:
        """What to write about."""
        return Asked(question.id, self.name, question.prompt, (), counts="texts")

    def solution(self, question: Free) -> Solution:
        """No text is right."""
        return Solution((), question.reason, question.advice)

    def pieces(self, question: Free, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The text."""
        return (Piece("own", _text(response), "selected"),)

    def expected(self, question: Free) -> str:
        """Nothing."""
        return ""

    def texts(self, question: Free, key: str, response: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """The text, under the key of its attempt."""
        return ((key, _text(response)),)


def _text(response: Mapping[str, Any]) -> str:
    given = only(response, "text")
    if not isinstance(given, str) or len(given) > LONGEST:
        raise BadResponse("shape")
    found = " ".join(given.split())
    if not found:
        raise BadResponse("incomplete")
    return found
