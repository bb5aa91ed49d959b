"""Plan an hour."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Group, LiveSession, LiveStaff, Staff
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
    """A planned hour of `group` with the module version `version`; `minutes` is 45 or 90."""
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


def _free_hour_key(session: Session) -> str:
    while True:
        key = new_hour_key()
        if session.scalar(select(LiveSession.id).where(LiveSession.hour_key == key)) is None:
            return key
