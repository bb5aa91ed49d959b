"""Take a seat, and give up the one the phone had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import LiveSession
from app.domain.roles import Actor, Device, Pupil
from app.work.seats import device_of, join, leave, seats_of


@dataclass(frozen=True)
class Taken:
    """The token of a phone's new device, and the hashes of the tokens that end with it."""

    token: str
    left: tuple[str, ...]


def take_seat(session: Session, live: LiveSession, device: Actor, who: Actor, now: datetime) -> Taken:
    """A seat in `live` for the phone that was `device`: the own one for a pupil of the group, else a guest's.

    A phone that sits in this hour already leaves its seat, so that the room does not count it twice. A pupil who comes
    with a second phone takes the seat along: the first one has to say so, and not look as if it could still answer.
    """
    left = []
    if isinstance(device, Device) and device.live == live.id:
        leave(session, device.id, now)
        left.append(device.token_hash)
    pupil = who.id if isinstance(who, Pupil) else None
    before = device_of(session, live, pupil) if pupil else None
    token, _ = join(session, live, pupil, now)
    if before and not seats_of(session, before.id):
        leave(session, before.id, now)
        left.append(before.token_hash)
    return Taken(token, tuple(left))
