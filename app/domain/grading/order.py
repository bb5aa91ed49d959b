"""Put items in order: the score is the share of pairs in the right order.

A single step at the wrong place moves all others by one; counting right places would call that nearly all wrong.
Counting pairs (Kendall's tau distance, scaled to 0..1) does not, and swapping two neighbours back never lowers it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import ids, only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Item, Order


class OrderKind(Kind[Order]):
    """`{"order": [id, ...]}` with every item once."""

    name = "order"

    def grade(self, question: Order, response: Mapping[str, Any]) -> Grade:
        """The share of pairs in the right order."""
        given = _order(question, response)
        place = {id_: number for number, id_ in enumerate(given)}
        pairs = list(combinations(question.right, 2))
        right_pairs = sum(1 for first, second in pairs if place[first] < place[second])
        slips = [one for one in question.slips if place[one.first] < place[one.second]]
        correct = right_pairs == len(pairs)
        reason = question.reason if correct or not slips else slips[0].feedback
        return Grade(
            score=1.0 if correct else right_pairs / len(pairs),
            parts=tuple(
                Part(id_, given[number] == id_, given[number], id_) for number, id_ in enumerate(question.right)
            ),
            misconceptions=tuple(dict.fromkeys(one.mis for one in slips)),
            feedback=Feedback(correct, reason, question.advice),
        )

    def votes(self, question: Order, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The items that stand at their right place."""
        given = _order(question, response)
        return tuple(id_ for id_, right in zip(given, question.right, strict=True) if id_ == right)

    def full_credit(self, question: Order) -> dict[str, Any]:
        """The right order."""
        return {"order": list(question.right)}

    def mistaken(self, question: Order, chance: Random) -> dict[str, Any]:
        """Two neighbours swapped."""
        mixed = list(question.right)
        first = chance.randrange(len(mixed) - 1)
        mixed[first], mixed[first + 1] = mixed[first + 1], mixed[first]
        return {"order": mixed}

    def names(self, question: Order) -> dict[str, str]:
        """One for each slip."""
        return {one.mis: one.name for one in question.slips}

    def asked(self, question: Order) -> Asked:
        """The items."""
        entries = tuple(Entry(one.id, one.text) for one in question.items)
        return Asked(question.id, self.name, question.prompt, entries, counts="places")

    def solution(self, question: Order) -> Solution:
        """The right order."""
        return Solution(question.right, question.reason, question.advice)

    def pieces(self, question: Order, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The items as they were put, each with the place it belongs to."""
        items = {one.id: one for one in question.items}
        return tuple(_piece(question, items[id_], place) for place, id_ in enumerate(response["order"]))

    def expected(self, question: Order) -> str:
        """The texts in their order."""
        return " → ".join(one.text for one in sorted(question.items, key=lambda one: question.right.index(one.id)))

    def shuffled(self, question: Order, chance: Random) -> Order:
        """The items in a drawn order that is not the right one."""
        items = question.items
        while len(items) > 1:
            items = tuple(chance.sample(items, k=len(items)))
            if tuple(one.id for one in items) != question.right:
                break
        return replace(question, items=items)


def _piece(question: Order, item: Item, place: int) -> Piece:
    wanted = question.right.index(item.id)
    if wanted == place:
        return Piece(item.id, item.text, "correct")
    return Piece(item.id, item.text, "wrong", belongs=str(wanted + 1))


def _order(question: Order, response: Mapping[str, Any]) -> tuple[str, ...]:
    given = ids(only(response, "order"), question.right)
    if len(given) != len(question.right):
        raise BadResponse("incomplete")
    return given
