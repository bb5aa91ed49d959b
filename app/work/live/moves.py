"""Make a move: one transaction that raises `seq`, saves the new state and writes a line to the log."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.db.models import Attempt, LiveSession, MoveLog, Round
from app.domain.live import apply, check_hand, moves
from app.domain.roles import Board, Staff
from app.work.library import module_at
from app.work.live.state import rounds_of, save, state_of


class Stale(Exception):
    """Somebody else moved first; the caller has to look again."""


def make(session: Session, live: LiveSession, actor: Staff | Board, move: moves.Move, seen: int, now: datetime) -> int:
    """Apply `move` to `live` and return the new `seq`.

    `seen` is the `turn` the mover had on screen: when another move came first this one is dropped. Taking the right and
    counting the room are safe against any state, so they ignore it.
    Raises Stale, NotAllowed (wrong hand) and IllegalMove (the state does not allow it).
    """
    raised = (
        update(LiveSession)
        .where(LiveSession.id == live.id, LiveSession.status == "running")
        .values(seq=LiveSession.seq + 1, turn=LiveSession.turn + 1)
        .returning(LiveSession.seq)
        .execution_options(synchronize_session=False)
    )
    if not isinstance(move, moves.Take | moves.Present):
        raised = raised.where(LiveSession.turn == seen)
    seq = session.scalar(raised)  # write first, then read: nothing can come between
    if seq is None:
        raise Stale
    session.refresh(live)
    if isinstance(actor, Staff) and isinstance(move, moves.Take):
        move = replace(move, login=actor.login)
    rounds = rounds_of(session, live)
    if isinstance(move, moves.Rest):
        move = replace(move, phones=_answered(session, rounds))
    state = state_of(live, rounds, module_at(session, live.version))
    check_hand(state, actor, move)
    save(session, live, rounds, apply(state, move, now))
    hand = "staff" if isinstance(actor, Staff) else "board"
    logged = {"move": moves.name(move), **{key: value for key, value in asdict(move).items() if key != "login"}}
    session.add(MoveLog(live_id=live.id, seq=seq, at=now, hand=hand, move=logged))
    return seq


def _answered(session: Session, rounds: list[Round]) -> int:
    """How many answered by phone in the open round; late answers come after its close only."""
    opened = [one.id for one in rounds if one.closed_at is None]
    return session.scalar(select(func.count()).where(Attempt.round_id.in_(opened))) or 0
