"""Grading: a file for each kind of question, one table that knows them all.

A kind's file offers grade, votes, shuffled, full_credit and names. Nothing else in the product asks for a kind's rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from types import ModuleType
from typing import Any, cast

from app.domain.content import Question
from app.domain.errors import BadResponse
from app.domain.grading import choice, groups, mark, order
from app.domain.grading.result import Feedback, Grade, Part

KINDS: dict[str, ModuleType] = {"choice": choice, "order": order, "groups": groups, "mark": mark}


def grade(question: Question, response: Mapping[str, Any]) -> Grade:
    """The grade of `response`. Raises BadResponse when it does not have the shape this question asks for."""
    if not isinstance(response, Mapping):
        raise BadResponse("shape")
    return cast("Grade", KINDS[question.kind].grade(question, response))


def votes(question: Question, response: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids that a graded `response` adds to in a class's result."""
    return cast("tuple[str, ...]", KINDS[question.kind].votes(question, response))


def shuffled(question: Question, seed: int) -> Question:
    """`question` in the order that `seed` draws; the same seed draws the same order, whatever else happened before."""
    chance = Random(f"{seed}:{question.id}")  # noqa: S311 - an order to show, no secret
    return cast("Question", KINDS[question.kind].shuffled(question, chance))


def full_credit(question: Question) -> dict[str, Any]:
    """A response that scores 1."""
    return cast("dict[str, Any]", KINDS[question.kind].full_credit(question))


def misconception_name(question: Question, mis: str) -> str:
    """The misconception `mis` of `question` in words; the code itself when the question no longer has it."""
    return cast("dict[str, str]", KINDS[question.kind].names(question)).get(mis, mis)


__all__ = ["KINDS", "Feedback", "Grade", "Part", "full_credit", "grade", "misconception_name", "shuffled", "votes"]
