"""Seats: guests under an alias that is unique in the hour, pupils of the group on their own seat."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from app.db.models import Membership, Seat
from app.domain.live import moves
from app.domain.roles import STRANGER, Device
from app.work import seats
from app.work.login import actor_for
from tests.support.hour import Hour, right
from tests.support.world import World


@pytest.fixture
def hour(world: World) -> Hour:
    return Hour(world)


def rows(hour: Hour) -> list[Seat]:
    with hour.world.session() as session:
        return list(session.scalars(select(Seat).where(Seat.live_id == hour.live().id).order_by(Seat.id)))


def test_a_guest_gets_an_alias_and_no_person(hour: Hour) -> None:
    seq = hour.live().seq
    hour.join()
    [seat] = rows(hour)
    assert seat.pupil_id is None
    assert seat.alias
    assert hour.live().seq == seq + 1


def test_aliases_are_unique_also_when_they_run_short(hour: Hour, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "alias", lambda chance: chance.choice(["Kluger Kiesel", "Leise Linde", "Ruhiger Igel"]))
    monkeypatch.setattr(random, "SystemRandom", lambda: random.Random(3))
    for _ in range(3):
        hour.join()
    assert len({one.alias for one in rows(hour)}) == 3


def test_a_pupil_of_the_group_keeps_one_seat_on_every_device(hour: Hour) -> None:
    first, second = hour.join("pupil"), hour.join("pupil")
    assert first.seat == second.seat
    [seat] = rows(hour)
    assert (seat.alias, seat.pupil_id is None) == (None, False)
    question = hour.ask()
    receipts = hour.store([hour.answer(one, right(question)) for one in (first, second)])
    assert [one.code for one in receipts] == ["unknown", "stored"]  # the newest device holds the seat


def test_a_pupil_of_another_group_is_a_guest(hour: Hour) -> None:
    hour.join("other_pupil")
    [seat] = rows(hour)
    assert seat.pupil_id is None
    assert seat.alias


@pytest.mark.parametrize(
    ("since", "until", "belongs"),
    [(-30, None, True), (-30, 30, True), (-30, 0, True), (-30, -1, False), (1, None, False)],
)
def test_membership_counts_on_the_day_itself(hour: Hour, since: int, until: int | None, belongs: bool) -> None:
    with hour.world.session() as session, session.begin():
        today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Berlin")).date()
        mine = (Membership.pupil_id == hour.world.pupil(session, "Mila").id) & (
            Membership.group_id == hour.world.group(session, "8b").id
        )
        days = {
            "since": today + timedelta(days=since),
            "until": None if until is None else today + timedelta(days=until),
        }
        session.execute(update(Membership).where(mine).values(days))
    hour.join("pupil")
    [seat] = rows(hour)
    assert (seat.pupil_id is not None) == belongs


def test_a_device_knows_its_seats_and_answers(hour: Hour) -> None:
    phone, other = hour.join(), hour.join()
    question = hour.ask()
    hour.store([hour.answer(one, right(question)) for one in (phone, other)])
    with hour.world.session() as session:
        who = actor_for(session, {"device": phone.token}, "device", datetime.now(UTC))
        assert isinstance(who, Device)
        [seat] = seats.seats_of(session, who.id)
        [answer] = seats.answers_of(session, who.id)
        assert seat.key == answer.seat == phone.seat
        assert (answer.round, answer.response, answer.late) == (hour.round(), right(question), False)


def test_a_phone_stays_in_its_hour_until_some_time_after_its_end(hour: Hour) -> None:
    phone, now = hour.join(), datetime.now(UTC)
    hour.make(moves.Start())
    hour.make(moves.Finish(), now=now)
    with hour.world.session() as session:
        cookies = {"device": phone.token}
        assert isinstance(actor_for(session, cookies, "device", now + timedelta(minutes=14)), Device)
        assert actor_for(session, cookies, "device", now + timedelta(minutes=16)) is STRANGER


def test_leaving_gives_a_guests_seat_up_and_keeps_a_pupils(hour: Hour) -> None:
    guest, pupil = hour.join(), hour.join("pupil")
    with hour.world.session() as session, session.begin():
        for phone in (guest, pupil):
            who = actor_for(session, {"device": phone.token}, "device", datetime.now(UTC))
            assert isinstance(who, Device)
            seats.leave(session, who.id, datetime.now(UTC))
            assert actor_for(session, {"device": phone.token}, "device", datetime.now(UTC)) is STRANGER
    assert [one.kicked_at is None for one in rows(hour)] == [False, True]


@pytest.mark.parametrize("code", ["", "000000000", "abc"])
def test_a_wrong_code_finds_no_hour(hour: Hour, code: str) -> None:
    with hour.world.session() as session:
        assert seats.find_hour(session, code) is None


def test_the_code_finds_the_hour_while_it_runs(hour: Hour) -> None:
    code = hour.live().join_code or ""
    with hour.world.session() as session:
        found = seats.find_hour(session, code)
        assert found is not None
        assert found.key == hour.key
    hour.make(moves.Start())
    hour.make(moves.Finish())
    with hour.world.session() as session:
        assert seats.find_hour(session, code) is None
