"""What answering at home changes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.content import Module
from app.features.learn.forms import Filled
from app.work.attempts import record
from app.work.library import store_versions


def answer(
    session: Session, *, pupil: int, module: Module, question: str, filled: Filled, context: str, now: datetime
) -> None:
    """Store a complete answer; storing the same form again changes nothing. Raises BadResponse."""
    store_versions(session, [module], now)  # a version is in the database before anything points to it
    record(
        session,
        key=filled.key,
        pupil=pupil,
        module=module,
        question=question,
        context=context,
        seed=filled.seed,
        response=filled.response,
        confidence=filled.confidence,
        now=now,
        hints=filled.hints,
    )
