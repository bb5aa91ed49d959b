"""Record what a pupil answers outside a live session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import insert_ignore
from app.db.models import Attempt
from app.domain.content import Module
from app.domain.grading import Grade, grade, kind_of
from app.work import standings


def record(
    session: Session,
    *,
    key: str,
    pupil: int,
    module: Module,
    question: str,
    context: str,
    seed: int,
    response: Mapping[str, Any],
    confidence: str | None,
    now: datetime,
    hints: int = 0,
) -> Grade:
    """Grade `response` and store it as one attempt of `pupil`; the same `key` again stores nothing and counts once.

    `context` is one of practice, recall, test, pre, post; `hints` is how many were shown before. Raises BadResponse for
    a response that is no answer to this question, and UnknownQuestion.
    """
    asked = module.question(question)
    graded = grade(asked, response)
    earlier = select(Attempt.id).where(
        Attempt.pupil_id == pupil, Attempt.question == question, Attempt.version == module.version
    )
    row = {
        "key": key,
        "pupil_id": pupil,
        "seat_id": None,
        "round_id": None,
        "version": module.version,
        "question": question,
        "competence": asked.competence,
        "context": context,
        "try_number": len(session.scalars(earlier).all()) + 1,
        "seed": seed,
        "response": dict(response),
        "confidence": confidence,
        "score": graded.score,
        "correct": graded.correct,
        "misconceptions": list(graded.misconceptions),
        "late": False,
        "hints": hints,
        "graded": kind_of(asked).graded,
        "answered_at": now,
    }
    inserted = session.scalar(insert_ignore(session, Attempt).values(row).returning(Attempt.__table__.c.id))
    if inserted is not None:
        standings.count(session, [row])
    return graded
