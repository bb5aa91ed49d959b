"""What mentors change outside the live moves."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import LiveSession
from app.domain.live import moves
from app.domain.roles import Staff
from app.work import boards
from app.work.live.moves import make


def open_hour(session: Session, live: LiveSession, actor: Staff, now: datetime) -> int:
    """Let the class in and take the steering right if nobody has it. Returns the live session's `seq`."""
    boards.open_hour(session, live)
    if live.holder_id is None and live.status == "running":
        return make(session, live, actor, moves.Take(), live.turn, now)
    return live.seq
