"""Logins end: after some time without use, after half a day, by revocation, at the end of somebody's time here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app.db.models import Login, Staff
from app.domain.live import moves
from app.domain.roles import STRANGER, Pupil, Role
from app.domain.roles import Staff as StaffActor
from app.work import boards
from app.work.login import IDLE_PUPIL, IDLE_STAFF, LONGEST, TOUCH_EVERY, actor_for, sign_in, sign_out, touch
from app.work.tokens import hash_of
from tests.support.hour import Hour
from tests.support.world import PUPILS, World

NOW = datetime.now(UTC).replace(microsecond=0)
SECOND = timedelta(seconds=1)


def signed_in(world: World, who: str, at: datetime = NOW) -> str:
    with world.session() as session, session.begin():
        if who in PUPILS:
            return sign_in(session, at, pupil=world.pupil(session, PUPILS[who]).id)
        return sign_in(session, at, staff=world.staff(session, who).id)


def known(world: World, token: str, at: datetime) -> bool:
    with world.session() as session:
        return actor_for(session, {"login": token}, "login", at) is not STRANGER


def test_a_token_stands_for_its_person(world: World) -> None:
    with world.session() as session:
        who = actor_for(session, {"login": signed_in(world, "teacher")}, "login", NOW)
        assert isinstance(who, StaffActor)
        assert (who.role, who.name) == (Role.TEACHER, "Sabine")
        who = actor_for(session, {"login": signed_in(world, "mentor")}, "login", NOW)
        assert isinstance(who, StaffActor)
        assert (who.role, who.school) == (Role.MENTOR, None)
        pupil = actor_for(session, {"login": signed_in(world, "pupil")}, "login", NOW)
        assert isinstance(pupil, Pupil)
        assert pupil.name == "Mila"


@pytest.mark.parametrize("cookies", [{}, {"login": ""}, {"login": "made up"}, {"board": "x"}])
def test_anything_else_is_a_stranger(world: World, cookies: dict[str, str]) -> None:
    with world.session() as session:
        assert actor_for(session, cookies, "login", NOW) is STRANGER


def test_a_token_opens_its_own_door_only(world: World) -> None:
    token = signed_in(world, "teacher")
    with world.session() as session:
        for door in ("device", "board"):
            assert actor_for(session, {door: token}, door, NOW) is STRANGER  # type: ignore[arg-type]


def test_the_database_holds_no_token(world: World) -> None:
    token = signed_in(world, "teacher")
    with world.session() as session:
        stored = session.scalars(select(Login.token_hash)).all()
    assert token not in stored
    assert hash_of(token) in stored


@pytest.mark.parametrize(("who", "longest"), [("stranger", IDLE_STAFF), ("other_pupil", IDLE_PUPIL)])
def test_a_login_ends_when_it_is_not_used(world: World, who: str, longest: timedelta) -> None:
    token = signed_in(world, who)
    assert known(world, token, NOW + longest)
    assert not known(world, token, NOW + longest + SECOND)


def test_use_keeps_a_login_alive_but_not_beyond_half_a_day(world: World) -> None:
    token = signed_in(world, "stranger")
    with world.session() as session, session.begin():
        login = session.scalars(select(Login).where(Login.token_hash == hash_of(token))).one()
        for step in range(1, 16):
            touch(session, login.id, NOW + step * timedelta(minutes=50))
    assert known(world, token, NOW + LONGEST)
    assert not known(world, token, NOW + LONGEST + SECOND)


def test_use_is_noted_at_most_every_five_minutes(world: World) -> None:
    token = signed_in(world, "stranger")

    def seen(at: datetime) -> datetime:
        with world.session() as session, session.begin():
            login = session.scalars(select(Login).where(Login.token_hash == hash_of(token))).one()
            touch(session, login.id, at)
            session.refresh(login)
            return login.seen_at

    assert seen(NOW + TOUCH_EVERY) == NOW
    assert seen(NOW + TOUCH_EVERY + SECOND) == NOW + TOUCH_EVERY + SECOND


@pytest.mark.parametrize("who", ["mentor", "pupil"])
def test_nobody_of_a_running_hour_is_signed_out(world: World, who: str) -> None:
    token = signed_in(world, who)
    hour = Hour(world)
    if who in PUPILS:
        hour.join(who)
    much_later = NOW + timedelta(hours=5)
    assert known(world, token, much_later)
    hour.make(moves.Start())
    hour.make(moves.Finish(), now=much_later)
    assert known(world, token, much_later + timedelta(minutes=14))
    assert not known(world, token, much_later + timedelta(minutes=16))


def test_an_hour_that_is_only_planned_keeps_nobody_in(world: World) -> None:
    token = signed_in(world, "mentor")
    with world.session() as session:
        assert world.live(session, world.todays_hour()).status == "planned"
    assert not known(world, token, NOW + IDLE_STAFF + SECOND)


def test_a_running_hour_of_others_keeps_nobody_in(world: World) -> None:
    with world.session() as session, session.begin():
        boards.open_hour(session, world.live(session, world.todays_hour()))
    assert not known(world, signed_in(world, "stranger"), NOW + IDLE_STAFF + SECOND)
    assert not known(world, signed_in(world, "pupil"), NOW + IDLE_PUPIL + SECOND)


def test_signing_out_ends_this_login_only(world: World) -> None:
    phone, laptop = signed_in(world, "mentor"), signed_in(world, "mentor")
    with world.session() as session, session.begin():
        assert sign_out(session, "login", phone, NOW) == hash_of(phone)
    assert not known(world, phone, NOW)
    assert known(world, laptop, NOW)


def test_staff_whose_time_here_has_ended_are_strangers(world: World) -> None:
    token = signed_in(world, "mentor")
    with world.session() as session, session.begin():
        mentor = world.staff(session, "mentor").id
        session.execute(update(Staff).where(Staff.id == mentor).values(until=NOW.date() - timedelta(days=1)))
    assert not known(world, token, NOW)
    with world.session() as session, session.begin():
        session.execute(update(Staff).where(Staff.id == mentor).values(until=NOW.date()))
    assert known(world, token, NOW)
