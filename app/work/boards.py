"""Get a board into an hour: by the code it shows, or by the hour's key typed on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import insert_ignore
from app.db.models import Board, Group, LiveSession, School
from app.domain.errors import DomainError
from app.work.hours import changed
from app.work.tokens import hash_of, new_code, new_token, normal_code, normal_hour_key

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)


class NotPaired(DomainError):
    """The board did not get into the hour. Codes: unknown-code, unknown-key, other-day, over, wait."""

    def __init__(self, code: str, wait: timedelta = timedelta(0)) -> None:
        super().__init__(code)
        self.wait = wait


def new_board(session: Session, now: datetime) -> tuple[str, str]:
    """A board that waits: its token for the cookie and the six digits it shows."""
    token = new_token()
    row = {"token_hash": hash_of(token), "created_at": now, "wrong_keys": 0}
    while True:
        code = new_code()
        made = insert_ignore(session, Board).values(row | {"code": code})
        if session.scalar(made.returning(Board.__table__.c.id)) is not None:
            return token, code


def pair_by_code(session: Session, live: LiveSession, typed: str, now: datetime) -> Board:
    """Put the board that shows this code into `live`. Raises NotPaired("unknown-code").

    A code works once: it is gone from the board's row afterwards.
    """
    board = session.scalar(select(Board).where(Board.code == normal_code(typed), Board.revoked_at.is_(None)))
    if board is None:
        raise NotPaired("unknown-code")
    _enter(session, board, live, now)
    return board


def pair_by_key(session: Session, board: Board, typed: str, now: datetime) -> LiveSession:
    """Put `board` into the hour whose key was typed on it; the hour opens if it was still planned.

    The key works on the day of the hour only. Every wrong try after the third makes this board wait longer: 2 seconds,
    then twice as long each time. Raises NotPaired; the caller must commit even then, since the wrong try is counted.
    """
    if board.wait_until is not None and board.wait_until > now:
        raise NotPaired("wait", board.wait_until - now)
    found = session.execute(
        select(LiveSession, School.zone)
        .join(Group, Group.id == LiveSession.group_id)
        .join(School, School.id == Group.school_id)
        .where(LiveSession.hour_key == normal_hour_key(typed))
    ).one_or_none()
    if found is None:
        _count_wrong(board, now)
        raise NotPaired("unknown-key")
    live, zone = found
    if live.starts_at.astimezone(ZoneInfo(zone)).date() != now.astimezone(ZoneInfo(zone)).date():
        raise NotPaired("other-day")
    if live.status == "finished":
        raise NotPaired("over")
    open_hour(session, live)
    _enter(session, board, live, now)
    return live


def open_hour(session: Session, live: LiveSession) -> None:
    """Let people in: the hour runs (in its lobby) and has a join code. Nothing happens when it does already."""
    if live.status != "planned":
        return
    while True:
        code = new_code()
        taken = select(LiveSession.id).where(LiveSession.join_code == code, LiveSession.status == "running")
        if session.scalar(taken) is None:
            live.join_code, live.status = code, "running"
            session.flush()
            return


def _enter(session: Session, board: Board, live: LiveSession, now: datetime) -> None:
    board.code, board.live_id, board.paired_at = None, live.id, now
    board.wrong_keys, board.wait_until = 0, None
    session.flush()
    changed(session, live)


def _count_wrong(board: Board, now: datetime) -> None:
    board.wrong_keys += 1
    if board.wrong_keys > FREE_TRIES:
        wait = timedelta(seconds=2 ** min(board.wrong_keys - FREE_TRIES, 9))
        board.wait_until = now + min(wait, LONGEST_WAIT)
