"""Choose all options that are right.

The score is the share of right options that were chosen minus the share of wrong ones, never below zero: who chooses
everything, or nothing, gets nothing, and so does blind guessing on average (Youden's index of a test, J = sensitivity +
specificity - 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import ids, only
from app.domain.grading.view import LETTERS, STATES, Asked, Entry, Piece, Solution
from app.domain.questions import Multiple


class MultipleKind(Kind[Multiple]):
    """`{"options": [id, ...]}` with one option at least."""

    name = "multiple"

    def grade(self, question: Multiple, response: Mapping[str, Any]) -> Grade:
        """Hits minus false alarms, each as a share."""
        given = set(_options(question, response))
        right = [one for one in question.options if one.right]
        wrong = [one for one in question.options if not one.right]
        hits = sum(1 for one in right if one.id in given)
        alarms = [one for one in wrong if one.id in given]
        correct = hits == len(right) and not alarms
        reason = alarms[0].feedback if alarms and alarms[0].feedback else question.reason
        return Grade(
            score=1.0 if correct else max(0.0, hits / len(right) - len(alarms) / len(wrong)),
            parts=tuple(
                Part(one.id, one.right == (one.id in given), _said(one.id in given), _said(one.right))
                for one in question.options
            ),
            misconceptions=tuple(dict.fromkeys(one.mis for one in alarms if one.mis)),
            feedback=Feedback(correct, reason, question.advice),
        )

    def votes(self, question: Multiple, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The options that were chosen."""
        return _options(question, response)

    def full_credit(self, question: Multiple) -> dict[str, Any]:
        """All right options."""
        return {"options": [one.id for one in question.options if one.right]}

    def mistaken(self, question: Multiple, chance: Random) -> dict[str, Any]:
        """All right options and a wrong one."""
        stray = chance.choice([one.id for one in question.options if not one.right])
        return {"options": [one.id for one in question.options if one.right or one.id == stray]}

    def names(self, question: Multiple) -> dict[str, str]:
        """One for each wrong option."""
        return {one.mis: one.name for one in question.options if one.mis}

    def asked(self, question: Multiple) -> Asked:
        """The options with their letters."""
        entries = tuple(Entry(one.id, one.text, LETTERS[n]) for n, one in enumerate(question.options))
        return Asked(question.id, self.name, question.prompt, entries)

    def solution(self, question: Multiple) -> Solution:
        """All right options."""
        return Solution(tuple(one.id for one in question.options if one.right), question.reason, question.advice)

    def pieces(self, question: Multiple, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Every option."""
        given = response["options"]
        return tuple(
            Piece(one.id, one.text, STATES[one.id in given, one.right], letter=LETTERS[n])
            for n, one in enumerate(question.options)
        )

    def expected(self, question: Multiple) -> str:
        """Letters and texts."""
        return "; ".join(f"{LETTERS[n]}, {one.text}" for n, one in enumerate(question.options) if one.right)

    def shuffled(self, question: Multiple, chance: Random) -> Multiple:
        """The options in a drawn order."""
        return replace(question, options=tuple(chance.sample(question.options, k=len(question.options))))

    def reason_against(self, question: Multiple, row: str) -> str | None:
        """The feedback of a wrong option."""
        return next((one.feedback for one in question.options if one.id == row and not one.right), None)


def _said(chosen: bool) -> str:
    return "chosen" if chosen else ""


def _options(question: Multiple, response: Mapping[str, Any]) -> tuple[str, ...]:
    given = ids(only(response, "options"), (one.id for one in question.options))
    if not given:
        raise BadResponse("incomplete")
    return given
