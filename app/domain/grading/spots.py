"""Mark regions of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.grading import marking
from app.domain.grading.kind import Kind
from app.domain.grading.result import Grade
from app.domain.grading.shape import ids, only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Spots


class SpotsKind(Kind[Spots]):
    """`{"marks": [region, ...]}`; no region at all is a response too."""

    name = "spots"
    reason_at_pieces = True

    def grade(self, question: Spots, response: Mapping[str, Any]) -> Grade:
        """Hits minus false alarms."""
        return marking.grade(question, question.regions, _marks(question, response))

    def votes(self, question: Spots, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The regions that were marked."""
        return _marks(question, response)

    def full_credit(self, question: Spots) -> dict[str, Any]:
        """All regions that are looked for."""
        return {"marks": list(marking.wanted(question.regions))}

    def mistaken(self, question: Spots, chance: Random) -> dict[str, Any]:
        """One region missed, or marked without need."""
        return {"marks": marking.one_off(question.regions, chance)}

    def names(self, question: Spots) -> dict[str, str]:
        """Each region says what it means to overlook it, or to mark it where it is harmless."""
        return {one.id: one.name for one in question.regions}

    def asked(self, question: Spots) -> Asked:
        """The picture and its regions, in the order that the author gave them."""
        entries = tuple(Entry(one.id, one.text, box=one.box) for one in question.regions)
        marks = tuple(Entry(one.id, one.name) for one in question.marks)
        return Asked(
            question.id,
            self.name,
            question.prompt,
            entries,
            marks=marks,
            picture=question.picture,
            alt=question.alt,
            counts="marks",
        )

    def solution(self, question: Spots) -> Solution:
        """The regions to mark."""
        return Solution(marking.wanted(question.regions), question.reason, question.advice)

    def pieces(self, question: Spots, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every region."""
        return marking.pieces(question.regions, response["marks"], question.marks)

    def expected(self, question: Spots) -> str:
        """The regions to mark."""
        return " · ".join(one.text for one in question.regions if one.mark)


def _marks(question: Spots, response: Mapping[str, Any]) -> tuple[str, ...]:
    return ids(only(response, "marks"), (one.id for one in question.regions))
