"""Texts that were handed to the teacher: for teachers of the group whose hour it was."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.access.errors import NotFound
from app.db.models import Entry, Group, LiveSession, Round
from app.domain.collected import Decision


def handed_in(session: Session, group: Group) -> list[Entry]:
    """The texts that wait for a teacher of `group`, oldest first; the caller has asked `get_group_for`."""
    return list(session.scalars(_handed(group).order_by(Entry.id)))


def get_handed_in(session: Session, group: Group, key: str) -> Entry:
    """The text under `key` that waits for a teacher of `group`. Raises NotFound."""
    entry = session.scalar(_handed(group).where(Entry.key == key))
    if entry is None:
        raise NotFound(key)
    return entry


def _handed(group: Group) -> Select[Entry]:
    return (
        select(Entry)
        .join(Round, Round.id == Entry.round_id)
        .join(LiveSession, LiveSession.id == Round.live_id)
        .where(LiveSession.group_id == group.id, Entry.decision == Decision.HANDED, Entry.done_at.is_(None))
    )
