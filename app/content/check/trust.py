"""Who only ever sees fakes learns to distrust everything: enough items to judge are trustworthy."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem

LEAST = 40


def check(draft: Draft) -> Iterator[Problem]:
    """The share of trustworthy items among those that are judged."""
    judging = [one for one in draft.module.questions if one.judging]
    for path, question in draft.questions():
        if question.trustworthy and not question.judging:
            yield draft.quiz.problem((*path, "trustworthy"), "das zählt nur mit 'judging: true'")
    good = sum(1 for one in judging if one.trustworthy)
    if 100 * good < LEAST * len(judging):
        message = f"{good} von {len(judging)} Fragen mit judging zeigen etwas Vertrauenswürdiges"
        yield draft.quiz.problem(("questions",), message, f"nötig sind mindestens {LEAST} von 100")
