"""Mark lines of a message."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.grading import marking
from app.domain.grading.kind import Kind
from app.domain.grading.result import Grade
from app.domain.grading.shape import ids, only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Mark


class MarkKind(Kind[Mark]):
    """`{"marks": [line, ...]}`; no line at all is a response too."""

    name = "mark"
    reason_at_pieces = True

    def grade(self, question: Mark, response: Mapping[str, Any]) -> Grade:
        """Hits minus false alarms."""
        return marking.grade(question, question.lines, _marks(question, response))

    def votes(self, question: Mark, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The lines that were marked."""
        return _marks(question, response)

    def full_credit(self, question: Mark) -> dict[str, Any]:
        """All lines that use some means."""
        return {"marks": list(marking.wanted(question.lines))}

    def mistaken(self, question: Mark, chance: Random) -> dict[str, Any]:
        """One line missed, or marked without need."""
        return {"marks": marking.one_off(question.lines, chance)}

    def names(self, question: Mark) -> dict[str, str]:
        """Each line says what it means to overlook it, or to mark it where it is harmless."""
        return {one.id: one.name for one in question.lines}

    def asked(self, question: Mark) -> Asked:
        """The lines in the order of the message."""
        entries = tuple(Entry(one.id, one.text) for one in question.lines)
        marks = tuple(Entry(one.id, one.name) for one in question.marks)
        return Asked(
            question.id, self.name, question.prompt, entries, marks=marks, sender=question.sender, counts="marks"
        )

    def solution(self, question: Mark) -> Solution:
        """The lines to mark."""
        return Solution(marking.wanted(question.lines), question.reason, question.advice)

    def pieces(self, question: Mark, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every line."""
        return marking.pieces(question.lines, response["marks"], question.marks)

    def expected(self, question: Mark) -> str:
        """The lines to mark."""
        return " · ".join(one.text for one in question.lines if one.mark)


def _marks(question: Mark, response: Mapping[str, Any]) -> tuple[str, ...]:
    return ids(only(response, "marks"), (one.id for one in question.lines))
