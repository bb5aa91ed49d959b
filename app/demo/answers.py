"""What invented people answer: right with a given chance, else a plausible mistake."""

from __future__ import annotations

import random
from typing import Any

from app.domain.content import Question
from app.domain.grading import full_credit, kind_of


def response_of(question: Question, ability: float, chance: random.Random) -> dict[str, Any]:
    """A response to `question`; `ability` (0 to 1) is the chance that it is right."""
    if chance.random() < ability:
        return full_credit(question)
    return kind_of(question).mistaken(question, chance)
