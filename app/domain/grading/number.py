"""Write a number: right within a tolerance. An estimate that is off by up to twice the tolerance is half right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.numbers import number_from, number_text
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only
from app.domain.grading.view import LETTERS, Asked, Entry, Piece, Solution
from app.domain.questions import Number

ROUNDING = 1e-9
"""What a number may be off because computers count in twos."""


class NumberKind(Kind[Number]):
    """`{"number": text}`: as it was typed, so that it can be shown again."""

    name = "number"

    def grade(self, question: Number, response: Mapping[str, Any]) -> Grade:
        """How far off the number is."""
        value = _value(question, response)
        off = abs(value - question.right)
        correct = off <= question.tolerance + ROUNDING
        near = question.estimate and off <= 2 * question.tolerance + ROUNDING
        slips = [] if correct else [one for one in question.slips if _within(value, one.low, one.high)]
        return Grade(
            score=1.0 if correct else 0.5 if near else 0.0,
            parts=(Part("number", correct, number_text(value), number_text(question.right)),),
            misconceptions=tuple(dict.fromkeys(one.mis for one in slips)),
            feedback=Feedback(correct, slips[0].feedback if slips else question.reason, question.advice),
        )

    def votes(self, question: Number, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The row that the number lies in."""
        return (_row(question, _value(question, response)),)

    def full_credit(self, question: Number) -> dict[str, Any]:
        """The right number."""
        return {"number": number_text(question.right)}

    def mistaken(self, question: Number, chance: Random) -> dict[str, Any]:
        """A number that is off by three times the tolerance, or by one and more."""
        off = max(3 * question.tolerance, 1.0) * chance.choice((-1, 1))
        return {"number": number_text(round(question.right + off, 2))}

    def names(self, question: Number) -> dict[str, str]:
        """One for each range that shows one."""
        return {one.mis: one.name for one in question.slips}

    def asked(self, question: Number) -> Asked:
        """What to write. Only an estimate says the rows of its result: there hands can be raised for them."""
        entries = self.rows(question) if question.estimate else ()
        return Asked(question.id, self.name, question.prompt, entries, unit=question.unit)

    def rows(self, question: Number) -> tuple[Entry, ...]:
        """The ranges between the steps, the ends open."""
        steps = [number_text(one) for one in question.steps]
        unit = f"\u00a0{question.unit}" if question.unit else ""
        texts = [f"< {steps[0]}", *(f"{low} – {high}" for low, high in pairwise(steps)), f"≥ {steps[-1]}"]
        return tuple(Entry(str(n), f"{text}{unit}", LETTERS[n]) for n, text in enumerate(texts))

    def hands(self, question: Number) -> tuple[str, ...]:
        """The rows of an estimate."""
        return tuple(one.id for one in self.rows(question)) if question.estimate else ()

    def solution(self, question: Number) -> Solution:
        """The right number, and the row it lies in."""
        row = _row(question, question.right)
        return Solution((row,), question.reason, question.advice, text=_with_unit(question, question.right))

    def pieces(self, question: Number, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The number, and the right one where it is another."""
        value = _value(question, response)
        right = _with_unit(question, question.right)
        if abs(value - question.right) <= question.tolerance + ROUNDING:
            return (Piece("own", _with_unit(question, value), "correct", belongs=right),)
        return (Piece("own", _with_unit(question, value), "wrong"), Piece("right", right, "missed"))

    def expected(self, question: Number) -> str:
        """The right number and what it may be off."""
        off = f" (± {number_text(question.tolerance)})" if question.tolerance else ""
        return f"{_with_unit(question, question.right)}{off}"


def _value(question: Number, response: Mapping[str, Any]) -> float:
    given = only(response, "number")
    if not isinstance(given, str):
        raise BadResponse("shape")
    try:
        return number_from(given, question.unit)
    except ValueError:
        raise BadResponse("number") from None


def _row(question: Number, value: float) -> str:
    return str(bisect_right(question.steps, value))


def _with_unit(question: Number, value: float) -> str:
    return f"{number_text(value)}\u00a0{question.unit}".rstrip()


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or low - ROUNDING <= value) and (high is None or value <= high + ROUNDING)
