"""Take a seat, and give up the one the phone had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import LiveSession
from app.domain.roles import Actor, Device, Pupil
from app.work.seats import join, leave


@dataclass(frozen=True)
class Taken:
    """The token of a phone's new device, and the hash of the token it had in this hour before."""

    token: str
    left: str | None


def take_seat(session: Session, live: LiveSession, device: Actor, who: Actor, now: datetime) -> Taken:
    """A seat in `live` for the phone that was `device`: the own one for a pupil of the group, else a guest's.

    A phone that sits in this hour already leaves its seat, so that the room does not count it twice.
    """
    left = None
    if isinstance(device, Device) and device.live == live.id:
        leave(session, device.id, now)
        left = device.token_hash
    token, _ = join(session, live, who.id if isinstance(who, Pupil) else None, now)
    return Taken(token, left)
