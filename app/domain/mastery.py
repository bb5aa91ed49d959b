"""How far a pupil has come in a competence: a fold over the answers that count, oldest first.

The five levels and their rules are the programme's own (docs/glossary.md, "standing"):
begonnen: one attempt. Auf dem Weg: 2 of the last 5 right. Sicher: 4 of the last 5 right, on two different days.
Sitzt: right again at least 28 days after sicher. Two wrong in a row take one level off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import reduce

REMEMBERED_AFTER = timedelta(days=28)
WINDOW = 5


class Level(IntEnum):
    """Mastery, in German: offen, begonnen, auf dem Weg, sicher, sitzt."""

    OPEN = 0
    STARTED = 1
    ON_THE_WAY = 2
    SECURE = 3
    LASTING = 4


@dataclass(frozen=True)
class Result:
    """One answer that counts: right or not, on the school's local day."""

    right: bool
    day: date


@dataclass(frozen=True)
class Standing:
    """The sum kept for one pupil and one competence; `secure_on` is the day "sicher" was reached."""

    recent: tuple[Result, ...] = ()
    level: Level = Level.OPEN
    secure_on: date | None = None
    wrong_in_a_row: int = 0


def after(standing: Standing, result: Result) -> Standing:
    """The standing after one more answer."""
    recent = (*standing.recent, result)[-WINDOW:]
    return _after_right(standing, recent) if result.right else _after_wrong(standing, recent)


def standing_of(results: Iterable[Result]) -> Standing:
    """The standing after `results`, oldest first; the same value that `after` reaches step by step."""
    return reduce(after, results, Standing())


def _after_right(standing: Standing, recent: tuple[Result, ...]) -> Standing:
    today = recent[-1].day
    secure_on = standing.secure_on
    level = max(standing.level, _earned(recent))
    if secure_on is not None and today - secure_on >= REMEMBERED_AFTER:
        level = Level.LASTING
    elif level >= Level.SECURE and secure_on is None:
        secure_on = today
    return Standing(recent, level, secure_on, wrong_in_a_row=0)


def _after_wrong(standing: Standing, recent: tuple[Result, ...]) -> Standing:
    level = max(standing.level, Level.STARTED)
    wrong = standing.wrong_in_a_row + 1
    if wrong < 2:
        return Standing(recent, level, standing.secure_on, wrong)
    level = max(Level.STARTED, Level(level - 1))
    return Standing(recent, level, standing.secure_on if level >= Level.SECURE else None, wrong_in_a_row=0)


def _earned(recent: tuple[Result, ...]) -> Level:
    right = [one.day for one in recent if one.right]
    if len(right) >= 4 and len(set(right)) >= 2:
        return Level.SECURE
    return Level.ON_THE_WAY if len(right) >= 2 else Level.STARTED
