"""When a question comes back: a fold over the days a pupil answered it on, oldest first.

After 1, 3 and 10 weeks of right answers (curriculum, section "Spacing schedule"), after two days when it was wrong.
Only the first try of a day counts, and a right answer before its day moves nothing. Nobody is pushed: what was not done
today waits, at most `A_DAY` questions a day, the longest waiting first, so a holiday spreads over the days after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

RIGHT = (timedelta(weeks=1), timedelta(weeks=3), timedelta(weeks=10))
WRONG = timedelta(days=2)
A_DAY = 6


@dataclass(frozen=True)
class Answer:
    """One answer to `question` (any name that is unique for the pupil), on the school's local day."""

    question: str
    day: date
    right: bool


@dataclass(frozen=True)
class Today:
    """What there is to repeat today: the questions still open, and how many due ones were answered today."""

    open: tuple[str, ...]
    done: int


@dataclass(frozen=True)
class _Memory:
    due: date
    step: int
    last: date
    met: bool
    """The last answer was given on its due day or later."""


def comes_back(answers: Iterable[Answer]) -> dict[str, date]:
    """For each answered question the day it comes back. `answers` oldest first."""
    return {question: memory.due for question, memory in _memories(answers).items()}


def to_repeat(answers: Iterable[Answer], today: date, most: int = A_DAY) -> Today:
    """What a pupil with these `answers` (oldest first) repeats `today`, `most` questions with those done already."""
    memories = _memories(answers)
    done = sum(1 for one in memories.values() if one.met and one.last == today)
    due = sorted((one.due, question) for question, one in memories.items() if one.due <= today)
    return Today(tuple(question for _, question in due[: max(0, most - done)]), done)


def _memories(answers: Iterable[Answer]) -> dict[str, _Memory]:
    memories: dict[str, _Memory] = {}
    for one in answers:
        before = memories.get(one.question)
        if before is None:
            memories[one.question] = _remember(one, 0, met=False)
        elif one.day > before.last:
            memories[one.question] = _next(before, one)
    return memories


def _next(before: _Memory, answer: Answer) -> _Memory:
    met = answer.day >= before.due
    if not answer.right:
        return _remember(answer, 0, met=met)
    if not met:
        return replace(before, last=answer.day, met=False)
    return _remember(answer, before.step, met=True)


def _remember(answer: Answer, step: int, *, met: bool) -> _Memory:
    """The memory after an answer that counts; `step` is how many right answers in a row came before it."""
    if not answer.right:
        return _Memory(answer.day + WRONG, 0, answer.day, met)
    return _Memory(answer.day + RIGHT[min(step, len(RIGHT) - 1)], step + 1, answer.day, met)
