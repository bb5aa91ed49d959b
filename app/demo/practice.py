"""What the pupils of the demo world practised at home: some weeks of it, with its gaps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.db.base import new_key
from app.db.models import Pupil
from app.demo.answers import response_of
from app.domain.content import Module
from app.work.attempts import record

WEEKS = 5


@dataclass
class Learner:
    """A pupil who practises at home, and how likely the next answer is right."""

    pupil: Pupil
    ability: float


def learners(pupils: Sequence[Pupil], chance: random.Random) -> list[Learner]:
    """Most of `pupils`, everyone with an own start; one in eleven has not begun."""
    return [Learner(one, 0.35 + 0.5 * chance.random()) for place, one in enumerate(pupils) if place % 11 != 7]


def practise(
    session: Session, those: Sequence[Learner], module: Module, now: datetime, weeks: range, chance: random.Random
) -> None:
    """The attempts of `those` in `weeks`, of the `WEEKS` before `now`: some every week, nobody without a gap.

    Each pupil's answers come in order of time, as in real life. Week n ends WEEKS - n weeks ago and has three days.
    """
    questions = [one for one in module.questions if "practice" in one.uses or "exit" in one.uses]
    for week in weeks:
        for one in those:
            if chance.random() < 0.3:
                continue
            day = now - timedelta(weeks=WEEKS - week, days=chance.randrange(3), hours=chance.randrange(5))
            one.ability = min(0.97, one.ability + 0.07)
            for minute, question in enumerate(chance.sample(questions, k=min(5, len(questions)))):
                record(
                    session,
                    key=new_key(),
                    pupil=one.pupil.id,
                    module=module,
                    question=question.id,
                    context="practice",
                    seed=chance.randrange(2**31),
                    response=response_of(question, one.ability, chance),
                    confidence=chance.choice(("guess", "fairly", "fairly", "sure")),
                    now=day + timedelta(minutes=minute),
                )
