"""Say whether a statement is true, and why: all for the right reason, half for a wrong reason on the right side.

A bare "true" is a coin toss; the reason shows what somebody thinks (two-tier items, Treagust 1988).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only
from app.domain.grading.view import LETTERS, STATES, Asked, Entry, Piece, Solution
from app.domain.questions import Cause, Truth

SIDES = {True: "yes", False: "no"}


class TruthKind(Kind[Truth]):
    """`{"because": id}`: the reason, which says itself whether the statement is true."""

    name = "truth"

    def grade(self, question: Truth, response: Mapping[str, Any]) -> Grade:
        """The right reason, the right side, or neither."""
        given = only(response, "because")
        chosen = next((one for one in question.causes if one.id == given), None)
        if chosen is None:
            raise BadResponse("unknown-id")
        right = question.right
        reason = question.reason if chosen.right else chosen.feedback or question.reason
        return Grade(
            score=1.0 if chosen.right else 0.5 if chosen.says == right.says else 0.0,
            parts=(
                Part("side", chosen.says == right.says, SIDES[chosen.says], SIDES[right.says]),
                Part("because", chosen.right, chosen.id, right.id),
            ),
            misconceptions=(chosen.mis,) if chosen.mis and not chosen.right else (),
            feedback=Feedback(chosen.right, reason, question.advice),
        )

    def votes(self, question: Truth, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The reason."""
        return (str(response["because"]),)

    def full_credit(self, question: Truth) -> dict[str, Any]:
        """The right reason."""
        return {"because": question.right.id}

    def mistaken(self, question: Truth, chance: Random) -> dict[str, Any]:
        """Another reason."""
        return {"because": chance.choice([one.id for one in question.causes if not one.right])}

    def names(self, question: Truth) -> dict[str, str]:
        """One for each wrong reason."""
        return {one.mis: one.name for one in question.causes if one.mis}

    def asked(self, question: Truth) -> Asked:
        """The statement and all reasons, those for it first."""
        entries = tuple(
            Entry(one.id, one.text, LETTERS[n], group=SIDES[one.says]) for n, one in enumerate(_sides(question))
        )
        return Asked(question.id, self.name, question.prompt, entries, text=question.statement)

    def solution(self, question: Truth) -> Solution:
        """The right reason."""
        return Solution((question.right.id,), question.reason, question.advice)

    def pieces(self, question: Truth, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every reason, with the side it speaks for."""
        return tuple(
            Piece(
                one.id,
                one.text,
                STATES[one.id == response["because"], one.right],
                letter=LETTERS[n],
                place=SIDES[one.says],
            )
            for n, one in enumerate(_sides(question))
        )

    def expected(self, question: Truth) -> str:
        """Letter and text."""
        return "; ".join(f"{LETTERS[n]}, {one.text}" for n, one in enumerate(_sides(question)) if one.right)

    def shuffled(self, question: Truth, chance: Random) -> Truth:
        """The reasons in a drawn order; those for the statement still come first."""
        return replace(question, causes=tuple(chance.sample(question.causes, k=len(question.causes))))

    def hands(self, question: Truth) -> tuple[str, ...]:
        """Every reason."""
        return tuple(one.id for one in question.causes)

    def reason_against(self, question: Truth, row: str) -> str | None:
        """The feedback of a wrong reason."""
        return next((one.feedback for one in question.causes if one.id == row and not one.right), None)


def _sides(question: Truth) -> list[Cause]:
    return sorted(question.causes, key=lambda one: not one.says)
