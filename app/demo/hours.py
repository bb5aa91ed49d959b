"""Hours of the demo world: those that were held, and the one of today."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import new_key
from app.db.models import Device, Group, LiveSession, Login, Pupil, Round, Seat, Staff
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
SATURDAY = 5
HANDS = 6
"""People without a phone in the hours that were held."""


def school_day(today: date, ago: int) -> datetime:
    """When the lesson began on the last school day that is at least so many days ago."""
    day = today - timedelta(days=ago)
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    return datetime.combine(day, LESSON_STARTS, ZONE)


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
    staff: Sequence[Staff],
    pupils: Sequence[Pupil | None],
    starts_at: datetime,
    chance: random.Random,
) -> LiveSession:
    """A whole hour held by the first of `staff`: every question asked, answered, counted and solved.

    `pupils` have a phone each, a guest's where there is None; some more people only raise their hands.
    """
    live = hours.plan(
        session, group=group, version=module.version, staff=staff, starts_at=starts_at, minutes=45, room="Raum 108"
    )
    boards.open_hour(session, live)
    login.sign_in(session, starts_at, staff=staff[0].id)
    row = session.scalars(select(Login).where(Login.staff_id == staff[0].id).order_by(Login.id.desc())).first()
    assert row is not None
    mentor = StaffActor(staff[0].id, Role(staff[0].role), None, row.id, staff[0].first_name)
    make(session, live, mentor, moves.Take(), live.turn, starts_at)
    taken = [seats.join(session, live, one.id if one else None, starts_at)[1] for one in pupils]
    make(session, live, mentor, moves.Present(len(pupils) + HANDS), live.turn, starts_at)
    now = starts_at
    while live.status == "running":
        now += timedelta(seconds=70)
        state = state_of(live, rounds_of(session, live), module)
        move = next_move(state)
        assert move is not None
        make(session, live, mentor, move, live.turn, now)
        if isinstance(move, moves.Ask):
            _answer(session, live, module, taken, now + timedelta(seconds=20), chance)
            for counted in _counting(state.stop.options, chance):
                make(session, live, mentor, counted, live.turn, now + timedelta(seconds=30))
    row.revoked_at = now
    return live


def _counting(options: Sequence[str], chance: random.Random) -> list[moves.Move]:
    """The moves that count the hands; none where hands cannot answer."""
    if not options:
        return []
    up = Counter(chance.choice(options) for _ in range(HANDS))
    return [moves.Count(), *(moves.Tally(one, up[one]) for one in options), moves.Counted()]


def _answer(
    session: Session, live: LiveSession, module: Module, seated: Sequence[Seat], now: datetime, chance: random.Random
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
        for one in seated
    ]
    store(session, batch, now)
