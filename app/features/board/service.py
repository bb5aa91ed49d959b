"""Give a browser a waiting board, and take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Board as BoardRow
from app.domain.roles import Actor, Board
from app.features.board.queries import runs
from app.work.boards import new_board
from app.work.tokens import hash_of


@dataclass(frozen=True)
class Waiting:
    """A browser's board: the code it shows (None once it is in an hour), and a token when its cookie must change."""

    code: str | None
    token: str | None = None


def waiting_board(session: Session, who: Actor, now: datetime) -> Waiting:
    """The board of this browser: its code while it waits, nothing to show while its hour runs, else a new board."""
    if isinstance(who, Board):
        row = _row(session, who.id)
        if row.code is not None or runs(session, who.live):
            return Waiting(row.code)
    token, code = new_board(session, now)
    return Waiting(code, token)


def fresh_board(session: Session, who: Actor, now: datetime) -> tuple[Waiting, str | None]:
    """A new board for this browser, and the hash of its old token, which is worth nothing from now on."""
    old = None
    if isinstance(who, Board):
        row = _row(session, who.id)
        row.code, row.revoked_at, old = None, now, row.token_hash
        session.flush()
    token, code = new_board(session, now)
    return Waiting(code, token), old


def own_board(session: Session, who: Actor, now: datetime) -> tuple[BoardRow, str | None]:
    """The row that counts this browser's tries with the hour's key, and a token when it is a new one."""
    if isinstance(who, Board):
        return _row(session, who.id), None
    token, _ = new_board(session, now)
    return session.scalars(select(BoardRow).where(BoardRow.token_hash == hash_of(token))).one(), token


def _row(session: Session, board: int) -> BoardRow:
    return session.scalars(select(BoardRow).where(BoardRow.id == board)).one()
