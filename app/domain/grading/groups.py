"""Sort items into groups: the score is the share of items in their group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.grading import placing
from app.domain.grading.kind import Kind
from app.domain.grading.result import Grade
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Groups


class GroupsKind(Kind[Groups]):
    """`{"groups": {item: group}}` with every item."""

    name = "groups"

    def grade(self, question: Groups, response: Mapping[str, Any]) -> Grade:
        """The share of items in their group."""
        return placing.grade(question, question.items, _places(question, response))

    def votes(self, question: Groups, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The items that are in their group."""
        return placing.at_home(question.items, _places(question, response))

    def full_credit(self, question: Groups) -> dict[str, Any]:
        """Every item in its group."""
        return {"groups": {one.id: one.group for one in question.items}}

    def mistaken(self, question: Groups, chance: Random) -> dict[str, Any]:
        """One item in another group."""
        return {"groups": placing.one_astray(question.items, [one.id for one in question.groups], chance)}

    def names(self, question: Groups) -> dict[str, str]:
        """One for each item."""
        return {one.mis: one.name for one in question.items if one.mis}

    def asked(self, question: Groups) -> Asked:
        """Items and groups."""
        entries = tuple(Entry(one.id, one.text) for one in question.items)
        groups = tuple(Entry(one.id, one.text) for one in question.groups)
        return Asked(question.id, self.name, question.prompt, entries, groups=groups, counts="places")

    def solution(self, question: Groups) -> Solution:
        """Every item in its group."""
        return Solution((), question.reason, question.advice, {one.id: one.group for one in question.items})

    def pieces(self, question: Groups, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every item where it was put."""
        return placing.pieces(question.items, response["groups"], {one.id: one.text for one in question.groups})

    def expected(self, question: Groups) -> str:
        """Each group with its items."""
        return "; ".join(
            f"{group.text}: {', '.join(one.text for one in question.items if one.group == group.id)}"
            for group in question.groups
        )

    def shuffled(self, question: Groups, chance: Random) -> Groups:
        """The items in a drawn order; the groups stay where the author put them."""
        return replace(question, items=tuple(chance.sample(question.items, k=len(question.items))))


def _places(question: Groups, response: Mapping[str, Any]) -> Mapping[str, str]:
    return placing.read(response, "groups", (one.id for one in question.items), (one.id for one in question.groups))
