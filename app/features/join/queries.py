"""What the pages of joining read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import LiveSession, Seat
from app.domain.roles import Actor, Device, Pupil
from app.work.library import module_at
from app.work.seats import belongs


@dataclass(frozen=True)
class Place:
    """The place a phone has in an hour that runs."""

    device: int
    live: int
    code: str
    group: int
    pupil: int | None
    """Whose own seat it is; None for a guest."""


def kinds_of(session: Session, version: str) -> list[str]:
    """The kinds of question that an hour about this module version asks, each once."""
    module = module_at(session, version)
    return sorted({module.question(one.question).kind for one in module.slides if one.question})


def place_of(session: Session, device: Actor) -> Place | None:
    """The place of this phone; None when it has none, lost it, or its hour does not run."""
    if not isinstance(device, Device):
        return None
    row = session.execute(
        select(LiveSession.id, LiveSession.join_code, LiveSession.group_id, Seat.pupil_id)
        .join(Seat, Seat.live_id == LiveSession.id)
        .where(Seat.device_id == device.id, Seat.kicked_at.is_(None), LiveSession.status == "running")
        .order_by(Seat.id)
        .limit(1)
    ).one_or_none()
    return None if row is None else Place(device.id, row.id, row.join_code or "", row.group_id, row.pupil_id)


def fits(session: Session, place: Place, who: Actor, now: datetime) -> bool:
    """Whether whoever is signed in on this phone sits where they belong.

    Somebody who joined as a guest and then signed in with a card wants the own seat, and a pupil who gets the phone
    from another one must not answer as that one.
    """
    if not isinstance(who, Pupil) or place.pupil == who.id:
        return True
    return place.pupil is None and not belongs(session, place.group, who.id, now)


def ended(session: Session, code: str) -> bool:
    """Whether an hour with this code is over; codes come back, so a running hour is looked for first."""
    found = select(LiveSession.id).where(LiveSession.join_code == code, LiveSession.status == "finished").limit(1)
    return session.scalar(found) is not None


def live_of(session: Session, device: Device) -> LiveSession:
    """The hour a device takes part in."""
    return session.scalars(select(LiveSession).where(LiveSession.id == device.live)).one()
