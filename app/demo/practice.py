"""What the pupils of the demo world practised at home: some weeks of it, with its gaps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.db.base import new_key
from app.db.models import Pupil
from app.demo.answers import response_of
from app.domain.content import Module
from app.work.attempts import record

WEEKS = 5


def practise(session: Session, pupils: Sequence[Pupil], module: Module, now: datetime, chance: random.Random) -> None:
    """Five weeks of attempts up to `now`: everyone learns at an own speed, and two have not begun."""
    questions = [one for one in module.questions if "practice" in one.uses or "exit" in one.uses]
    for place, pupil in enumerate(pupils):
        if place % 11 == 7:
            continue
        ability = 0.35 + 0.5 * chance.random()
        for week in range(WEEKS):
            if chance.random() < 0.3:
                continue
            day = now - timedelta(weeks=WEEKS - week, days=chance.randrange(3), hours=chance.randrange(5))
            ability = min(0.97, ability + 0.07)
            for minute, question in enumerate(chance.sample(questions, k=min(5, len(questions)))):
                record(
                    session,
                    key=new_key(),
                    pupil=pupil.id,
                    module=module,
                    question=question.id,
                    context="practice",
                    seed=chance.randrange(2**31),
                    response=response_of(question, ability, chance),
                    confidence=chance.choice(("guess", "fairly", "fairly", "sure")),
                    now=day + timedelta(minutes=minute),
                )
