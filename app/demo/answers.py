"""What invented people answer: right with a given chance, else a plausible mistake."""

from __future__ import annotations

import random
from typing import Any

from app.domain.content import Choice, Groups, Mark, Order, Question
from app.domain.grading import full_credit


def response_of(question: Question, ability: float, chance: random.Random) -> dict[str, Any]:
    """A response to `question`; `ability` (0 to 1) is the chance that it is right."""
    right = dict(full_credit(question))
    if chance.random() < ability:
        return right
    match question:
        case Choice():
            return {"option": chance.choice([one.id for one in question.options if not one.right])}
        case Order():
            mixed = list(right["order"])
            first = chance.randrange(len(mixed) - 1)
            mixed[first], mixed[first + 1] = mixed[first + 1], mixed[first]
            return {"order": mixed}
        case Groups():
            item = chance.choice(question.items)
            others = [one.id for one in question.groups if one.id != item.group]
            return {"groups": {**right["groups"], item.id: chance.choice(others)}}
        case Mark():
            missed = chance.choice([one.id for one in question.lines])
            return {"marks": sorted(set(right["marks"]) ^ {missed})}
