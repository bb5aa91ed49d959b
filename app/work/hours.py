"""Plan an hour, and tell everybody in it that something changed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Group, LiveSession, LiveStaff, Staff
from app.domain.errors import NotAllowed
from app.work.library import module_at
from app.work.tokens import new_hour_key


def plan(
    session: Session,
    *,
    group: Group,
    version: str,
    staff: Iterable[Staff],
    starts_at: datetime,
    minutes: int,
    room: str,
) -> LiveSession:
    """A planned hour of `group` with the module version `version`; `minutes` is 45 or 90.

    Raises NotAllowed for a draft.
    """
    if module_at(session, version).draft:
        raise NotAllowed("draft")
    live = LiveSession(
        group_id=group.id,
        version=version,
        starts_at=starts_at,
        minutes=minutes,
        room=room,
        hour_key=_free_hour_key(session),
        seed=secrets.randbelow(2**31),
    )
    session.add(live)
    session.flush()
    session.add_all(LiveStaff(live_id=live.id, staff_id=one.id) for one in staff)
    session.flush()
    return live


def changed(session: Session, live: LiveSession) -> None:
    """Count `seq` up: what somebody sees of `live` is no longer what it was. No move was made, so `turn` stays."""
    session.execute(
        update(LiveSession)
        .where(LiveSession.id == live.id)
        .values(seq=LiveSession.seq + 1)
        .execution_options(synchronize_session=False)
    )
    session.refresh(live)


def _free_hour_key(session: Session) -> str:
    while True:
        key = new_hour_key()
        if session.scalar(select(LiveSession.id).where(LiveSession.hour_key == key)) is None:
            return key
