"""What invented people answer: right with a given chance, else a plausible mistake."""

from __future__ import annotations

import random
from typing import Any

from app.domain.grading import full_credit, kind_of
from app.domain.questions import Question


def response_of(question: Question, ability: float, chance: random.Random) -> dict[str, Any]:
    """A response to `question`; `ability` (0 to 1) is the chance that it is right."""
    if chance.random() < ability:
        return full_credit(question)
    return kind_of(question).mistaken(question, chance)
