"""Sort items into groups: the score is the share of items in their group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.content import Groups
from app.domain.errors import BadResponse
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only


def grade(question: Groups, response: Mapping[str, Any]) -> Grade:
    """`response` is `{"groups": {item: group}}` with every item."""
    given = _places(question, response)
    wrong = [one for one in question.items if given[one.id] != one.group]
    reason = next((one.feedback for one in wrong if one.feedback), question.reason) if wrong else question.reason
    return Grade(
        score=(len(question.items) - len(wrong)) / len(question.items),
        parts=tuple(Part(one.id, given[one.id] == one.group, given[one.id], one.group) for one in question.items),
        misconceptions=tuple(dict.fromkeys(one.mis for one in wrong if one.mis)),
        feedback=Feedback(not wrong, reason, question.advice),
    )


def votes(question: Groups, response: Mapping[str, Any]) -> tuple[str, ...]:
    """The items that are in their group."""
    given = _places(question, response)
    return tuple(one.id for one in question.items if given[one.id] == one.group)


def shuffled(question: Groups, chance: Random) -> Groups:
    """The items in a drawn order; the groups stay where the author put them."""
    return replace(question, items=tuple(chance.sample(question.items, k=len(question.items))))


def full_credit(question: Groups) -> dict[str, Any]:
    """Every item in its group."""
    return {"groups": {one.id: one.group for one in question.items}}


def names(question: Groups) -> dict[str, str]:
    """The misconceptions in words."""
    return {one.mis: one.name for one in question.items if one.mis}


def _places(question: Groups, response: Mapping[str, Any]) -> Mapping[str, str]:
    given = only(response, "groups")
    if not isinstance(given, dict):
        raise BadResponse("shape")
    if set(given) - {one.id for one in question.items}:
        raise BadResponse("unknown-id")
    if len(given) < len(question.items):
        raise BadResponse("incomplete")
    places = {one.id for one in question.groups}
    if not all(isinstance(one, str) and one in places for one in given.values()):
        raise BadResponse("unknown-id")
    return given
