"""Hours of the demo world: one that was held, and the one of today."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import new_key
from app.db.models import Device, Group, LiveSession, Login, Round, Seat, Staff
from app.demo.answers import response_of
from app.domain.content import Module
from app.domain.live import moves
from app.domain.live.rules import next_move
from app.domain.roles import Role
from app.domain.roles import Staff as StaffActor
from app.work import boards, hours, login, seats
from app.work.live.answer import NewAnswer, store
from app.work.live.moves import make
from app.work.live.state import rounds_of, state_of

ZONE = ZoneInfo("Europe/Berlin")
LESSON_STARTS = time(10, 5)


def plan_today(session: Session, group: Group, module: Module, staff: Sequence[Staff], now: datetime) -> LiveSession:
    """The hour that `group` has on the local day of `now`; the one that is there already, if there is one."""
    starts_at = datetime.combine(now.astimezone(ZONE).date(), LESSON_STARTS, ZONE)
    day = timedelta(days=1)
    known = session.scalar(
        select(LiveSession)
        .where(LiveSession.group_id == group.id, LiveSession.status != "finished")
        .where(LiveSession.starts_at >= starts_at - day / 2, LiveSession.starts_at < starts_at + day / 2)
    )
    return known or hours.plan(
        session, group=group, version=module.version, staff=staff, starts_at=starts_at, minutes=45, room="Raum 214"
    )


def hold(
    session: Session,
    group: Group,
    module: Module,
    staff: Staff,
    guests: int,
    starts_at: datetime,
    chance: random.Random,
) -> LiveSession:
    """A whole hour held with `guests` phones and ten hands: every question asked, answered and solved."""
    live = hours.plan(
        session, group=group, version=module.version, staff=[staff], starts_at=starts_at, minutes=45, room="Raum 108"
    )
    boards.open_hour(session, live)
    login.sign_in(session, starts_at, staff=staff.id)
    row = session.scalars(select(Login).where(Login.staff_id == staff.id).order_by(Login.id.desc())).first()
    assert row is not None
    mentor = StaffActor(staff.id, Role(staff.role), None, row.id, staff.first_name)
    make(session, live, mentor, moves.Take(), live.turn, starts_at)
    taken = [seats.join(session, live, None, starts_at) for _ in range(guests)]
    make(session, live, mentor, moves.Present(guests + 10), live.turn, starts_at)
    now = starts_at
    while live.status == "running":
        now += timedelta(seconds=70)
        state = state_of(live, rounds_of(session, live), module)
        move = next_move(state)
        assert move is not None
        make(session, live, mentor, move, live.turn, now)
        if isinstance(move, moves.Ask):
            _answer(session, live, module, [seat for _, seat in taken], now + timedelta(seconds=20), chance)
    row.revoked_at = now
    return live


def _answer(
    session: Session, live: LiveSession, module: Module, guests: Sequence[Seat], now: datetime, chance: random.Random
) -> None:
    round_ = session.scalars(select(Round).where(Round.live_id == live.id).order_by(Round.id.desc())).first()
    assert round_ is not None
    question = module.question(round_.question)
    devices = {one.id: one.token_hash for one in session.scalars(select(Device).where(Device.live_id == live.id))}
    batch = [
        NewAnswer(
            key=new_key(),
            live=live.key,
            seat=one.key,
            round=round_.key,
            response=response_of(question, 0.6, chance),
            confidence=None,
            device=devices[one.device_id or 0],
        )
        for one in guests
    ]
    store(session, batch, now)
