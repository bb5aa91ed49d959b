"""Match pairs: the score is the share of items with their own partner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.grading import placing
from app.domain.grading.kind import Kind
from app.domain.grading.result import Grade
from app.domain.grading.view import LETTERS, Asked, Entry, Piece, Solution
from app.domain.questions import Match


class MatchKind(Kind[Match]):
    """`{"pairs": {item: partner}}` with every item. A partner given twice is no error: it fits one of them at most."""

    name = "match"

    def grade(self, question: Match, response: Mapping[str, Any]) -> Grade:
        """The share of items with their partner."""
        return placing.grade(question, question.items, _pairs(question, response))

    def votes(self, question: Match, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The items that have their partner."""
        return placing.at_home(question.items, _pairs(question, response))

    def full_credit(self, question: Match) -> dict[str, Any]:
        """Every item with its partner."""
        return {"pairs": {one.id: one.partner for one in question.items}}

    def mistaken(self, question: Match, chance: Random) -> dict[str, Any]:
        """Two items with each other's partner."""
        first, second = chance.sample(question.items, k=2)
        pairs: dict[str, str] = self.full_credit(question)["pairs"]
        return {"pairs": {**pairs, first.id: second.partner, second.id: first.partner}}

    def names(self, question: Match) -> dict[str, str]:
        """One for each item."""
        return {one.mis: one.name for one in question.items if one.mis}

    def asked(self, question: Match) -> Asked:
        """Items on the left; partners, with a letter to call out, on the right."""
        entries = tuple(Entry(one.id, one.text) for one in question.items)
        partners = tuple(
            Entry(one.id, one.text, letter) for letter, one in zip(LETTERS, question.partners, strict=False)
        )
        return Asked(question.id, self.name, question.prompt, entries, groups=partners, counts="places")

    def solution(self, question: Match) -> Solution:
        """Every item with its partner."""
        return Solution((), question.reason, question.advice, {one.id: one.partner for one in question.items})

    def pieces(self, question: Match, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every item with the partner it was given."""
        return placing.pieces(question.items, response["pairs"], {one.id: one.text for one in question.partners})

    def expected(self, question: Match) -> str:
        """Each item with its partner."""
        texts = {one.id: one.text for one in question.partners}
        return "; ".join(f"{one.text} – {texts[one.partner]}" for one in question.items)

    def shuffled(self, question: Match, chance: Random) -> Match:
        """Both sides in a drawn order, each for itself."""
        items = tuple(chance.sample(question.items, k=len(question.items)))
        return replace(
            question, items=items, partners=tuple(chance.sample(question.partners, k=len(question.partners)))
        )


def _pairs(question: Match, response: Mapping[str, Any]) -> Mapping[str, str]:
    return placing.read(response, "pairs", (one.id for one in question.items), (one.id for one in question.partners))
