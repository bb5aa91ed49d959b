"""Mark lines of a message: hits minus false alarms, as a share of what there is to find, never below zero.

Marking everything is no skill: each false alarm takes a hit away. Where nothing is to be found, leaving all unmarked is
right and every mark is wrong (signal detection: hits and false alarms apart, curriculum.md finding 5).
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.content import Line, Mark
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import ids, only


def grade(question: Mark, response: Mapping[str, Any]) -> Grade:
    """`response` is `{"marks": [line, ...]}`; no line at all is a response too."""
    given = set(_marks(question, response))
    hits = [one for one in question.lines if one.mark and one.id in given]
    missed = [one for one in question.lines if one.mark and one.id not in given]
    alarms = [one for one in question.lines if not one.mark and one.id in given]
    correct = not missed and not alarms
    return Grade(
        score=1.0 if correct else _score(len(hits), len(missed), len(alarms)),
        parts=tuple(_part(one, one.id in given) for one in question.lines),
        misconceptions=tuple(one.id for one in (*missed, *alarms)),
        feedback=Feedback(correct, _reason(question, missed, alarms), question.advice),
    )


def votes(question: Mark, response: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines that were marked."""
    return _marks(question, response)


def shuffled(question: Mark, chance: Random) -> Mark:
    """The same: a message has its order."""
    return question


def full_credit(question: Mark) -> dict[str, Any]:
    """All lines that use some means."""
    return {"marks": [one.id for one in question.lines if one.mark]}


def names(question: Mark) -> dict[str, str]:
    """The misconceptions in words: each line says what it means to overlook it, or to mark it where it is harmless."""
    return {one.id: one.name for one in question.lines}


def _score(hits: int, missed: int, alarms: int) -> float:
    wanted = hits + missed
    return max(0.0, (hits - alarms) / wanted) if wanted else 0.0


def _part(line: Line, marked: bool) -> Part:
    return Part(line.id, marked == bool(line.mark), "marked" if marked else "", line.mark or "")


def _reason(question: Mark, missed: list[Line], alarms: list[Line]) -> str:
    said = [one.feedback for one in (*missed, *alarms) if one.feedback]
    return said[0] if said else question.reason


def _marks(question: Mark, response: Mapping[str, Any]) -> tuple[str, ...]:
    return ids(only(response, "marks"), (one.id for one in question.lines))
