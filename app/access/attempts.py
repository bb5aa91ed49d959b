"""Attempts: each pupil sees their own and nobody else's."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.errors import NotFound
from app.db.models import Attempt
from app.domain.roles import Actor, Pupil


def get_attempt_for(session: Session, actor: Actor, key: str) -> Attempt:
    """The attempt under `key`, for the pupil who made it outside an hour. Raises NotFound.

    Answers of an hour are left out: the hour decides when its solution is shown, and a phone knows its answer's key.
    """
    if not isinstance(actor, Pupil):
        raise NotFound(key)
    own = (Attempt.pupil_id == actor.id) & Attempt.round_id.is_(None)
    attempt = session.scalar(select(Attempt).where(Attempt.key == key, own))
    if attempt is None:
        raise NotFound(key)
    return attempt
