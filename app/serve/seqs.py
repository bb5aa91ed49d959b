"""The numbers of running hours, to find out whether a message was lost."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.db.models import LiveSession


def seqs_of(sessions: sessionmaker[Session], lives: Collection[str]) -> dict[str, int]:
    """`seq` by key, of those hours in `lives` that exist; one statement."""
    with sessions() as session:
        found = session.execute(select(LiveSession.key, LiveSession.seq).where(LiveSession.key.in_(lives)))
        return {row.key: row.seq for row in found}
