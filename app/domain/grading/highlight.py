"""Highlight the passages of a running text: the score is the share of passages in the right ink.

None is an ink too: who leaves a passage plain says so, and it counts like the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.grading import placing
from app.domain.grading.kind import Kind
from app.domain.grading.result import Grade
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Highlight


class HighlightKind(Kind[Highlight]):
    """`{"passages": {passage: ink}}` with every passage. The passages stay in the order of the text."""

    name = "highlight"

    def grade(self, question: Highlight, response: Mapping[str, Any]) -> Grade:
        """The share of passages in their ink."""
        return placing.grade(question, question.passages, _inks(question, response))

    def votes(self, question: Highlight, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The passages in their ink."""
        return placing.at_home(question.passages, _inks(question, response))

    def full_credit(self, question: Highlight) -> dict[str, Any]:
        """Every passage in its ink."""
        return {"passages": {one.id: one.ink for one in question.passages}}

    def mistaken(self, question: Highlight, chance: Random) -> dict[str, Any]:
        """One passage in another ink."""
        return {"passages": placing.one_astray(question.passages, [one.id for one in question.inks], chance)}

    def names(self, question: Highlight) -> dict[str, str]:
        """One for each passage."""
        return {one.mis: one.name for one in question.passages if one.mis}

    def asked(self, question: Highlight) -> Asked:
        """Passages and inks."""
        entries = tuple(Entry(one.id, one.text) for one in question.passages)
        inks = tuple(Entry(one.id, one.name) for one in question.inks)
        return Asked(question.id, self.name, question.prompt, entries, groups=inks, counts="right")

    def solution(self, question: Highlight) -> Solution:
        """Every passage with its ink."""
        return Solution((), question.reason, question.advice, self.full_credit(question)["passages"])

    def pieces(self, question: Highlight, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every passage as it was highlighted."""
        return placing.pieces(question.passages, response["passages"], {one.id: one.name for one in question.inks})

    def expected(self, question: Highlight) -> str:
        """Each passage with its ink."""
        names = {one.id: one.name for one in question.inks}
        return " · ".join(f"{one.text} ({names[one.ink]})" for one in question.passages)


def _inks(question: Highlight, response: Mapping[str, Any]) -> Mapping[str, str]:
    known = (one.id for one in question.inks)
    return placing.read(response, "passages", (one.id for one in question.passages), known)
