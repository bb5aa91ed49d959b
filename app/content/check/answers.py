"""Every question has what its feedback needs: one right option, and a misconception behind every mistake."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Path
from app.domain.content import Choice, Mark


def check(draft: Draft) -> Iterator[Problem]:
    """Options of choices and lines of messages; other kinds have it by their schema."""
    for path, question in draft.questions():
        if isinstance(question, Choice):
            yield from _choice(draft, path, question)
        if isinstance(question, Mark):
            yield from _mark(draft, path, question)


def _choice(draft: Draft, path: Path, question: Choice) -> Iterator[Problem]:
    right = sum(1 for one in question.options if one.right)
    if right != 1:
        yield draft.quiz.problem((*path, "options"), f"{right} options are right", "exactly one must be")
    for n, option in enumerate(question.options):
        where = (*path, "options", n)
        if option.right and option.mis:
            yield draft.quiz.problem((*where, "mis"), "a right option has no misconception")
        if not option.right and not (option.mis and option.name):
            message = f"the wrong option '{option.id}' names no misconception"
            yield draft.quiz.problem(where, message, "give it mis and name, or drop it")


def _mark(draft: Draft, path: Path, question: Mark) -> Iterator[Problem]:
    for n, line in enumerate(question.lines):
        if line.mark and not line.name:
            message = f"the line '{line.id}' does not name what was missed"
            yield draft.quiz.problem((*path, "message", "lines", n), message, "give it a name")
