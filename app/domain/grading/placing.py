"""Items that are put into places, however that looks: read, scored and shown the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any, Protocol

from app.domain.errors import BadResponse
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only
from app.domain.grading.view import Piece
from app.domain.questions import Asking


class Placed(Protocol):
    """An item with the place it belongs to (`home`) and the misconception behind another one."""

    @property
    def id(self) -> str:
        """Its id in the question."""

    @property
    def text(self) -> str:
        """What people read on it."""

    @property
    def home(self) -> str:
        """The place it belongs to."""

    @property
    def mis(self) -> str:
        """The misconception behind another place; empty where none is known."""

    @property
    def feedback(self) -> str:
        """What to say to who puts it elsewhere."""


def read(response: Mapping[str, Any], key: str, items: Iterable[str], places: Iterable[str]) -> Mapping[str, str]:
    """`{key: {item: place}}` with every item. Raises BadResponse("shape"), ("unknown-id") or ("incomplete")."""
    given, wanted = only(response, key), set(items)
    if not isinstance(given, dict):
        raise BadResponse("shape")
    if set(given) - wanted:
        raise BadResponse("unknown-id")
    if len(given) < len(wanted):
        raise BadResponse("incomplete")
    known = set(places)
    if not all(isinstance(one, str) and one in known for one in given.values()):
        raise BadResponse("unknown-id")
    return given


def grade(question: Asking, items: Sequence[Placed], given: Mapping[str, str]) -> Grade:
    """The score is the share of items in their place."""
    wrong = [one for one in items if given[one.id] != one.home]
    reason = next((one.feedback for one in wrong if one.feedback), question.reason)
    return Grade(
        score=(len(items) - len(wrong)) / len(items),
        parts=tuple(Part(one.id, given[one.id] == one.home, given[one.id], one.home) for one in items),
        misconceptions=tuple(dict.fromkeys(one.mis for one in wrong if one.mis)),
        feedback=Feedback(not wrong, reason, question.advice),
    )


def at_home(items: Sequence[Placed], given: Mapping[str, str]) -> tuple[str, ...]:
    """The items that are in their place."""
    return tuple(one.id for one in items if given[one.id] == one.home)


def pieces(items: Sequence[Placed], given: Mapping[str, str], names: Mapping[str, str]) -> tuple[Piece, ...]:
    """Each item where it was put; `names` are those of the places."""
    return tuple(_piece(one, given[one.id], names) for one in items)


def one_astray(items: Sequence[Placed], places: Sequence[str], chance: Random) -> dict[str, str]:
    """All items in their places but one."""
    item = chance.choice(items)
    others = [one for one in places if one != item.home]
    return {**{one.id: one.home for one in items}, item.id: chance.choice(others)}


def _piece(item: Placed, place: str, names: Mapping[str, str]) -> Piece:
    if place == item.home:
        return Piece(item.id, item.text, "correct", place=place)
    return Piece(item.id, item.text, "wrong", belongs=names[item.home], place=place)
