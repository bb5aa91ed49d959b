"""Grading: a file for each kind of question, one table that knows them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any, cast

from app.domain.errors import BadResponse
from app.domain.grading.choice import ChoiceKind
from app.domain.grading.cloud import CloudKind
from app.domain.grading.free import FreeKind
from app.domain.grading.gap import GapKind
from app.domain.grading.groups import GroupsKind
from app.domain.grading.highlight import HighlightKind
from app.domain.grading.kind import Kind
from app.domain.grading.mark import MarkKind
from app.domain.grading.match import MatchKind
from app.domain.grading.multiple import MultipleKind
from app.domain.grading.number import NumberKind
from app.domain.grading.order import OrderKind
from app.domain.grading.poll import PollKind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.short import ShortKind
from app.domain.grading.spots import SpotsKind
from app.domain.grading.truth import TruthKind
from app.domain.grading.view import Asked
from app.domain.questions import Question

ALL: tuple[Kind[Any], ...] = (
    ChoiceKind(),
    MultipleKind(),
    TruthKind(),
    NumberKind(),
    ShortKind(),
    PollKind(),
    FreeKind(),
    CloudKind(),
    OrderKind(),
    GroupsKind(),
    MatchKind(),
    GapKind(),
    MarkKind(),
    HighlightKind(),
    SpotsKind(),
)
KINDS: dict[str, Kind[Any]] = {one.name: one for one in ALL}


def kind_of(question: Question) -> Kind[Any]:
    """The rules for `question`."""
    return KINDS[question.kind]


def grade(question: Question, response: Mapping[str, Any]) -> Grade:
    """The grade of `response`. Raises BadResponse when it does not have the shape this question asks for."""
    if not isinstance(response, Mapping):
        raise BadResponse("shape")
    return kind_of(question).grade(question, response)


def shuffled(question: Question, seed: int) -> Question:
    """`question` in the order that `seed` draws; the same seed draws the same order, whatever else happened before."""
    chance = Random(f"{seed}:{question.id}")  # noqa: S311 - an order to show, no secret
    return cast("Question", kind_of(question).shuffled(question, chance))


def asked(question: Question, seed: int, version: str = "") -> Asked:
    """`question` as the person who answers sees it, in the order that `seed` draws.

    `version` is that of its module: the pictures of a question are served under it.
    """
    return replace(kind_of(question).asked(shuffled(question, seed)), version=version)


def votes(question: Question, response: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids that a graded `response` adds to in a class's result."""
    return kind_of(question).votes(question, response)


def full_credit(question: Question) -> dict[str, Any]:
    """A response that scores 1."""
    return kind_of(question).full_credit(question)


def misconception_name(question: Question, mis: str) -> str:
    """The misconception `mis` of `question` in words; the code itself when the question no longer has it."""
    return kind_of(question).names(question).get(mis, mis)


__all__ = [
    "KINDS",
    "Feedback",
    "Grade",
    "Kind",
    "Part",
    "asked",
    "full_credit",
    "grade",
    "kind_of",
    "misconception_name",
    "shuffled",
    "votes",
]
