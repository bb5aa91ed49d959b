"""Take a seat in a running hour: as a guest under a drawn alias, or as a pupil."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.db.base import insert_ignore, new_key
from app.db.models import Attempt, Device, Group, LiveSession, Membership, Round, School, Seat
from app.work.aliases import alias
from app.work.hours import changed
from app.work.standings import local_day
from app.work.tokens import hash_of, new_token

DRAWS = 40


@dataclass(frozen=True)
class SeatView:
    """A seat as its own device sees it."""

    key: str
    name: str


@dataclass(frozen=True)
class OwnAnswer:
    """What a seat of this device answered in a round, and whether it counts."""

    seat: str
    round: str
    response: dict[str, object]
    late: bool


def find_hour(session: Session, code: str) -> LiveSession | None:
    """The running hour with this join code; None when there is none."""
    return session.scalar(select(LiveSession).where(LiveSession.join_code == code, LiveSession.status == "running"))


def join(session: Session, live: LiveSession, pupil: int | None, now: datetime) -> tuple[str, Seat]:
    """A new device in `live` with one seat; returns the device's token and the seat.

    A pupil who belongs to the group gets the own seat, the same one on every device, and the hour counts for the own
    standing; everybody else is a guest under an alias that is unique in the hour.
    """
    token = new_token()
    device = Device(token_hash=hash_of(token), live_id=live.id, created_at=now)
    session.add(device)
    session.flush()
    if pupil is not None and belongs(session, live.group_id, pupil, now):
        seat = _own_seat(session, live, device, pupil, now)
    else:
        seat = _guest_seat(session, live, device, now)
    changed(session, live)
    return token, seat


def belongs(session: Session, group: int, pupil: int, now: datetime) -> bool:
    """Whether this pupil belongs to this group today."""
    found = session.execute(
        select(Membership.since, Membership.until, School.zone)
        .join(Group, Group.id == Membership.group_id)
        .join(School, School.id == Group.school_id)
        .where(Membership.group_id == group, Membership.pupil_id == pupil)
    ).one_or_none()
    if found is None:
        return False
    today = local_day(now, found.zone)
    return found.since <= today and (found.until is None or found.until >= today)


def leave(session: Session, device: int, now: datetime) -> None:
    """End this device: its token is worth nothing any more. Guests' seats are given up, a pupil's own seat stays."""
    session.execute(update(Device).where(Device.id == device).values(revoked_at=now))
    guests = (Seat.device_id == device) & Seat.pupil_id.is_(None) & Seat.kicked_at.is_(None)
    session.execute(update(Seat).where(guests).values(kicked_at=now).execution_options(synchronize_session=False))


def seats_of(session: Session, device: int) -> list[SeatView]:
    """The seats of this device, in order of joining, without those that were removed."""
    found = select(Seat.key, Seat.alias).where(Seat.device_id == device, Seat.kicked_at.is_(None)).order_by(Seat.id)
    return [SeatView(row.key, row.alias or "") for row in session.execute(found)]


def device_of(session: Session, live: LiveSession, pupil: int) -> Device | None:
    """The device on which this pupil's own seat is; None before the first one."""
    return session.scalar(
        select(Device)
        .join(Seat, Seat.device_id == Device.id)
        .where(Seat.live_id == live.id, Seat.pupil_id == pupil, Device.revoked_at.is_(None))
    )


def answers_of(session: Session, device: int) -> list[OwnAnswer]:
    """Everything the seats of this device answered in their hour."""
    found = session.execute(
        select(Seat.key, Round.key.label("round"), Attempt.response, Attempt.late)
        .join(Attempt, Attempt.seat_id == Seat.id)
        .join(Round, Round.id == Attempt.round_id)
        .where(Seat.device_id == device)
        .order_by(Attempt.id)
    )
    return [OwnAnswer(row.key, row.round, row.response, row.late) for row in found]


def _own_seat(session: Session, live: LiveSession, device: Device, pupil: int, now: datetime) -> Seat:
    seat = session.scalar(select(Seat).where(Seat.live_id == live.id, Seat.pupil_id == pupil))
    if seat is None:
        seat = Seat(live_id=live.id, pupil_id=pupil, alias=None, joined_at=now)
        session.add(seat)
    seat.device_id = device.id
    session.flush()
    return seat


def _guest_seat(session: Session, live: LiveSession, device: Device, now: datetime) -> Seat:
    """Draw aliases until one is free: the unique key decides, so two phones at once cannot share a name."""
    taken = session.scalar(select(func.count()).where(Seat.live_id == live.id)) or 0
    chance = random.SystemRandom()
    for _ in range(DRAWS + taken):
        row = {"key": new_key(), "live_id": live.id, "device_id": device.id, "alias": alias(chance), "joined_at": now}
        columns = Seat.__table__.c
        found = session.scalar(insert_ignore(session, Seat).values(row).returning(columns.id))
        if found is not None:
            seat = session.get(Seat, found)
            assert seat is not None
            return seat
    raise RuntimeError("no alias is free")
