"""A module as a way to read at home: its slides with something to read, and the questions where the lesson has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.domain.behaviour import AT_HOME
from app.domain.content import Module
from app.domain.questions import Question


@dataclass(frozen=True)
class Step:
    """One step, counted from 1; `question` is the id of what it asks, empty for a step to read or to try.

    `activity` is the id of what there is to try, empty for the others.
    """

    number: int
    slide: str
    title: str
    question: str = ""
    activity: str = ""


@dataclass(frozen=True)
class Mark:
    """One sign of the strip: a run of reading steps, or a question. State is done, now or todo."""

    state: str
    kind: str


def steps_of(module: Module) -> tuple[Step, ...]:
    """The steps of `module` in the order of its lesson."""
    found: list[tuple[str, str, str, str]] = []
    for slide in module.slides:
        if slide.question is None:
            if slide.home or slide.activity:
                found.append((slide.id, slide.title, "", slide.activity or ""))
        elif AT_HOME & set(module.question(slide.question).uses):
            found.append((slide.id, slide.title, slide.question, ""))
    return tuple(Step(number, *one) for number, one in enumerate(found, start=1))


def practice_of(module: Module) -> tuple[Question, ...]:
    """The questions of `module` to practise with."""
    return tuple(one for one in module.questions if "practice" in one.uses)


def reached(steps: Iterable[Step], answered: Collection[str]) -> int:
    """The number of the step somebody goes on with who answered these questions: the one after the last of them."""
    steps = tuple(steps)
    last = max((one.number for one in steps if one.question in answered), default=0)
    return min(last + 1, len(steps))


def step_for(steps: Iterable[Step], question: str) -> int | None:
    """The number of the step that asks `question`; None when the lesson does not ask it."""
    return next((one.number for one in steps if one.question == question), None)


def strip_of(steps: Iterable[Step], now: int, answered: Collection[str]) -> tuple[Mark, ...]:
    """The strip: runs of reading steps are one sign, so that a whole lesson fits on a narrow phone."""
    marks: list[tuple[Mark, bool]] = []
    for step in steps:
        done = step.question in answered if step.question else step.number < now
        state = "now" if step.number == now else "done" if done else "todo"
        before, reading = marks[-1] if marks else (None, False)
        if before is not None and reading and not step.question:
            marks[-1] = (_together(before, state), True)
        else:
            marks.append((Mark(state, "quiz" if step.question else ""), not step.question))
    return tuple(mark for mark, _ in marks)


def next_practice(questions: Iterable[Question], last: Mapping[str, bool], after: str = "") -> str | None:
    """The question to practise next: one that is new, else one that was wrong last time, else simply the next one.

    `last` says for each answered question whether its last answer was right; `after` is the one just answered.
    None where there is no other question.
    """
    ids = [one.id for one in questions]
    start = ids.index(after) + 1 if after in ids else 0
    others = [one for one in ids[start:] + ids[:start] if one != after]
    new = [one for one in others if one not in last]
    wrong = [one for one in others if not last.get(one, True)]
    return next(iter(new or wrong or others), None)


def _together(run: Mark, state: str) -> Mark:
    if "now" in (run.state, state):
        return Mark("now", "")
    return Mark("done" if run.state == state == "done" else "todo", "")
