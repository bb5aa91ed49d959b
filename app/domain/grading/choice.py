"""Choose one option: right or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.content import Choice
from app.domain.errors import BadResponse
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only


def grade(question: Choice, response: Mapping[str, Any]) -> Grade:
    """`response` is `{"option": id}`."""
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


def votes(question: Choice, response: Mapping[str, Any]) -> tuple[str, ...]:
    """The option that was chosen."""
    return (str(response["option"]),)


def shuffled(question: Choice, chance: Random) -> Choice:
    """The options in a drawn order."""
    return replace(question, options=tuple(chance.sample(question.options, k=len(question.options))))


def full_credit(question: Choice) -> dict[str, Any]:
    """The right response."""
    return {"option": question.right.id}


def names(question: Choice) -> dict[str, str]:
    """The misconceptions in words."""
    return {one.mis: one.name for one in question.options if one.mis}
