"""Live sessions: for the staff of the hour, the paired board, and devices that joined."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.access.errors import NotFound
from app.db.models import LiveSession, LiveStaff
from app.domain.roles import Actor, Board, Device, Staff


def hours_of(session: Session, actor: Actor, since: datetime, until: datetime) -> list[LiveSession]:
    """The hours of this member of staff that start between the two moments, in order of time."""
    between = (LiveSession.starts_at >= since) & (LiveSession.starts_at < until)
    return list(session.scalars(_of_staff(actor).where(between).order_by(LiveSession.starts_at)))


def get_live_for_staff(session: Session, actor: Actor, key: str) -> LiveSession:
    """The hour under `key`, for its staff. Raises NotFound."""
    return _one(session, _of_staff(actor).where(LiveSession.key == key), key)


def get_live_for_board(session: Session, actor: Actor, key: str) -> LiveSession:
    """The hour under `key`, for the board that is paired with it. Raises NotFound."""
    if not isinstance(actor, Board) or actor.live is None:
        raise NotFound(key)
    return _one(session, select(LiveSession).where(LiveSession.id == actor.live, LiveSession.key == key), key)


def get_live_for_device(session: Session, actor: Actor, key: str) -> LiveSession:
    """The hour under `key`, for a device that joined it. Raises NotFound."""
    if not isinstance(actor, Device):
        raise NotFound(key)
    return _one(session, select(LiveSession).where(LiveSession.id == actor.live, LiveSession.key == key), key)


def _of_staff(actor: Actor) -> Select[LiveSession]:
    if not isinstance(actor, Staff):
        raise NotFound
    return (
        select(LiveSession).join(LiveStaff, LiveStaff.live_id == LiveSession.id).where(LiveStaff.staff_id == actor.id)
    )


def _one(session: Session, query: Select[LiveSession], key: str) -> LiveSession:
    live = session.scalar(query)
    if live is None:
        raise NotFound(key)
    return live
