"""A decision in a case teaches more than a definition: at least half of the questions are cases."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The share of cases."""
    cases = sum(1 for one in draft.module.questions if one.case)
    if 2 * cases < len(draft.module.questions):
        message = f"{cases} von {len(draft.module.questions)} Fragen sind Fälle"
        yield draft.quiz.problem(("questions",), message, "mindestens die Hälfte sollte es sein")
