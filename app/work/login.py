"""Who is at the other end: from cookies to an actor. The only reader of the three tokens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.orm import Session

from app.db import models
from app.domain.roles import STRANGER, Actor, Board, Device, Pupil, Role, Staff
from app.work.tokens import hash_of, new_token

Door = Literal["login", "device", "board"]
"""Which of a browser's tokens speaks: a laptop may be signed in and a board at the same time."""

IDLE_STAFF = timedelta(minutes=60)
IDLE_PUPIL = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
"""A login ends after this long without use, or after LONGEST in any case (requirements.md, ASVS 7.3)."""

TOUCH_EVERY = timedelta(minutes=5)

AFTER_HOUR = timedelta(minutes=15)
"""Nobody of a running hour is signed out before it has been over for this long."""


def actor_for(session: Session, cookies: Mapping[str, str], door: Door, now: datetime) -> Actor:
    """The actor that the token for `door` stands for; STRANGER when there is none, or it ended. One statement.

    `cookies` maps "login", "device" and "board" to the tokens the browser sent.
    """
    token = cookies.get(door)
    if not token:
        return STRANGER
    readers = {"login": _login, "device": _device, "board": _board}
    return readers[door](session, hash_of(token), now)


def sign_in(session: Session, now: datetime, *, staff: int | None = None, pupil: int | None = None) -> str:
    """A fresh token for this person's browser; the row holds its hash only."""
    token = new_token()
    session.add(models.Login(token_hash=hash_of(token), staff_id=staff, pupil_id=pupil, created_at=now, seen_at=now))
    session.flush()
    return token


def sign_out(session: Session, door: Literal["login", "device"], token: str, now: datetime) -> str:
    """Revoke what `token` opens at `door`, if anything; returns the token's hash, which the broker wants to know."""
    rows = models.Login if door == "login" else models.Device
    session.execute(update(rows).where(rows.token_hash == hash_of(token)).values(revoked_at=now))
    return hash_of(token)


def touch(session: Session, login: int, now: datetime) -> None:
    """Note that this login was used; at most once in five minutes, so that pages stay free of writes."""
    stale = models.Login.seen_at < now - TOUCH_EVERY
    session.execute(update(models.Login).where(models.Login.id == login, stale).values(seen_at=now))


def _login(session: Session, token_hash: str, now: datetime) -> Actor:
    login = models.Login
    row = session.execute(
        select(
            login.id,
            login.seen_at,
            login.created_at,
            models.Staff.id.label("staff_id"),
            models.Staff.role,
            models.Staff.school_id.label("staff_school"),
            models.Staff.first_name,
            models.Staff.until,
            models.Pupil.id.label("pupil_id"),
            models.Pupil.school_id,
            models.Pupil.name,
            _in_running_hour(now).label("in_hour"),
        )
        .outerjoin(models.Staff, models.Staff.id == login.staff_id)
        .outerjoin(models.Pupil, models.Pupil.id == login.pupil_id)
        .where(login.token_hash == token_hash, login.revoked_at.is_(None))
    ).one_or_none()
    if row is None or now - row.created_at > LONGEST:
        return STRANGER
    if row.staff_id is not None:
        ended = _idle(row, IDLE_STAFF, now) or is_over(row.until, now)
        return STRANGER if ended else Staff(row.staff_id, Role(row.role), row.staff_school, row.id, row.first_name)
    if _idle(row, IDLE_PUPIL, now):
        return STRANGER
    return Pupil(row.pupil_id, row.school_id, row.id, row.name)


def _idle(row: Row[*tuple[Any, ...]], longest: timedelta, now: datetime) -> bool:
    """Taking part in a running hour is activity, even for a phone that only watches."""
    return bool(now - row.seen_at > longest and not row.in_hour)


def _in_running_hour(now: datetime) -> ColumnElement[bool]:
    """This login's person has a seat in, or is staff of, an hour that runs or ended a moment ago."""
    live = models.LiveSession
    running = (live.status != "planned") & _still_open(now)
    as_staff = (
        select(models.LiveStaff.id)
        .join(live, live.id == models.LiveStaff.live_id)
        .where(models.LiveStaff.staff_id == models.Login.staff_id, running)
    )
    as_pupil = (
        select(models.Seat.id)
        .join(live, live.id == models.Seat.live_id)
        .where(models.Seat.pupil_id == models.Login.pupil_id, running)
    )
    return as_staff.exists() | as_pupil.exists()


def is_over(until: date | None, now: datetime) -> bool:
    """Whether somebody's time here ended, when `until` is its last day."""
    return until is not None and until < now.date()


def _device(session: Session, token_hash: str, now: datetime) -> Actor:
    row = session.execute(
        select(models.Device.id, models.Device.live_id)
        .join(models.LiveSession, models.LiveSession.id == models.Device.live_id)
        .where(
            models.Device.token_hash == token_hash,
            models.Device.revoked_at.is_(None),
            _still_open(now),
        )
    ).one_or_none()
    return STRANGER if row is None else Device(row.id, row.live_id, token_hash)


def _board(session: Session, token_hash: str, now: datetime) -> Actor:
    row = session.execute(
        select(models.Board.id, models.Board.live_id)
        .outerjoin(models.LiveSession, models.LiveSession.id == models.Board.live_id)
        .where(
            models.Board.token_hash == token_hash,
            models.Board.revoked_at.is_(None),
            models.Board.created_at > now - LONGEST,
            models.Board.live_id.is_(None) | _still_open(now),
        )
    ).one_or_none()
    return STRANGER if row is None else Board(row.id, row.live_id)


def _still_open(now: datetime) -> ColumnElement[bool]:
    """The hour runs, or ended a moment ago."""
    live = models.LiveSession
    return (live.finished_at.is_(None)) | (live.finished_at > now - AFTER_HOUR)
