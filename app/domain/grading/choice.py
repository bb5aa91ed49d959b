"""Choose one option: right or not."""

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
from app.domain.questions import Choice


class ChoiceKind(Kind[Choice]):
    """`{"option": id}`."""

    name = "choice"

    def grade(self, question: Choice, response: Mapping[str, Any]) -> Grade:
        """One or nothing."""
        given = only(response, "option")
        chosen = next((one for one in question.options if one.id == given), None)
        if chosen is None:
            raise BadResponse("unknown-id")
        reason = question.reason if chosen.right else chosen.feedback or question.reason
        return Grade(
            score=1.0 if chosen.right else 0.0,
            parts=(Part(chosen.id, chosen.right, chosen.id, question.right.id),),
            misconceptions=(chosen.mis,) if chosen.mis and not chosen.right else (),
            feedback=Feedback(chosen.right, reason, question.advice),
        )

    def votes(self, question: Choice, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The option that was chosen."""
        return (str(response["option"]),)

    def full_credit(self, question: Choice) -> dict[str, Any]:
        """The right option."""
        return {"option": question.right.id}

    def mistaken(self, question: Choice, chance: Random) -> dict[str, Any]:
        """A wrong option."""
        return {"option": chance.choice([one.id for one in question.options if not one.right])}

    def names(self, question: Choice) -> dict[str, str]:
        """One for each wrong option."""
        return {one.mis: one.name for one in question.options if one.mis}

    def asked(self, question: Choice) -> Asked:
        """The options with their letters."""
        entries = tuple(Entry(one.id, one.text, LETTERS[n]) for n, one in enumerate(question.options))
        return Asked(question.id, self.name, question.prompt, entries)

    def solution(self, question: Choice) -> Solution:
        """The right option."""
        return Solution((question.right.id,), question.reason, question.advice)

    def pieces(self, question: Choice, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every option."""
        return tuple(
            Piece(one.id, one.text, STATES[one.id == response["option"], one.right], letter=LETTERS[n])
            for n, one in enumerate(question.options)
        )

    def expected(self, question: Choice) -> str:
        """Letter and text."""
        return "; ".join(f"{LETTERS[n]}, {one.text}" for n, one in enumerate(question.options) if one.right)

    def shuffled(self, question: Choice, chance: Random) -> Choice:
        """The options in a drawn order."""
        return replace(question, options=tuple(chance.sample(question.options, k=len(question.options))))

    def hands(self, question: Choice) -> tuple[str, ...]:
        """Every option."""
        return tuple(one.id for one in question.options)

    def reason_against(self, question: Choice, row: str) -> str | None:
        """The feedback of a wrong option."""
        return next((one.feedback for one in question.options if one.id == row and not one.right), None)
