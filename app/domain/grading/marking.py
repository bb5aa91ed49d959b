"""Places that are marked or left alone, in a message or a picture: hits minus false alarms.

The score is a share of what there is to find, never below zero. Marking everything is no skill: each false alarm takes
a hit away. Where nothing is to be found, leaving all unmarked is right and every mark is wrong (signal detection: hits
and false alarms apart, curriculum.md finding 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Protocol

from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.view import STATES, Piece
from app.domain.questions import Asking, Means


class Place(Protocol):
    """One place; `mark` is the means it uses, None when it is harmless."""

    @property
    def id(self) -> str:
        """Its id in the question."""

    @property
    def text(self) -> str:
        """What people read there."""

    @property
    def mark(self) -> str | None:
        """The means it uses."""

    @property
    def feedback(self) -> str:
        """What to say to who overlooks it, or marks it where it is harmless."""


def grade(question: Asking, places: Sequence[Place], marks: Iterable[str]) -> Grade:
    """The grade of marking exactly `marks`."""
    given = set(marks)
    hits = sum(1 for one in places if one.mark and one.id in given)
    missed = [one for one in places if one.mark and one.id not in given]
    alarms = [one for one in places if not one.mark and one.id in given]
    correct = not missed and not alarms
    said = [one.feedback for one in (*missed, *alarms) if one.feedback]
    return Grade(
        score=1.0 if correct else _score(hits, len(missed), len(alarms)),
        parts=tuple(_part(one, one.id in given) for one in places),
        misconceptions=tuple(one.id for one in (*missed, *alarms)),
        feedback=Feedback(correct, said[0] if said else question.reason, question.advice),
    )


def wanted(places: Sequence[Place]) -> tuple[str, ...]:
    """The ids of all places that use some means."""
    return tuple(one.id for one in places if one.mark)


def pieces(places: Sequence[Place], marks: Iterable[str], means: Sequence[Means]) -> tuple[Piece, ...]:
    """Each place, marked or not, with the means it uses and what there is to say where it went wrong."""
    given, names = set(marks), {one.id: one.name for one in means}
    return tuple(_piece(one, one.id in given, names) for one in places)


def one_off(places: Sequence[Place], chance: Random) -> list[str]:
    """All right marks but one: missed, or marked without need."""
    return sorted({*wanted(places)} ^ {chance.choice([one.id for one in places])})


def _score(hits: int, missed: int, alarms: int) -> float:
    there = hits + missed
    return max(0.0, (hits - alarms) / there) if there else 0.0


def _part(place: Place, marked: bool) -> Part:
    return Part(place.id, marked == bool(place.mark), "marked" if marked else "", place.mark or "")


def _piece(place: Place, marked: bool, names: Mapping[str, str]) -> Piece:
    state = STATES[marked, place.mark is not None]
    note = place.feedback if state in {"wrong", "missed"} else ""
    return Piece(place.id, place.text, state, belongs=names.get(place.mark or "", ""), note=note)
