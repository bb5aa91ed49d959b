"""Several servers on one PostgreSQL: what happens at one of them shows on the streams of the others."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app.config import Settings
from app.serve.limits import Limits
from tests.conftest import ON_POSTGRES
from tests.db.test_serve_stream import board_token
from tests.support.hour import Hour, right
from tests.support.pages import Event, Stream
from tests.support.serving import Serving

QUIET = Limits(beat_seconds=3600)
"""No sign of life, as every one heals what was lost: here each message must come through by itself."""


@pytest.fixture
def two(settings: Settings) -> Iterator[tuple[Serving, Serving]]:
    """Two servers with one database."""
    if not ON_POSTGRES:
        pytest.skip("not for SQLite: there one server is all there is")
    with Serving(settings, QUIET) as here, Serving(settings, QUIET) as there:
        wait_until_both_listen(here)
        yield here, there


def wait_until_both_listen(serving: Serving) -> None:
    """A server takes requests a moment before it hears the others."""
    listening = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN techteens'"
    )
    end = time.monotonic() + 20
    with serving.world().session() as session:
        while session.scalar(listening) != 2:
            session.rollback()
            assert time.monotonic() < end
            time.sleep(0.02)


def event_of(stream: Stream, kind: str) -> Event:
    """The next event of this kind."""
    while True:
        event = stream.next()
        assert event is not None
        if event.kind == kind:
            return event


def test_a_move_and_an_answer_at_one_reach_a_stream_of_the_other(two: tuple[Serving, Serving]) -> None:
    here, there = two
    hour = Hour(here.world())
    question = hour.ask()
    phone = hour.join()
    login = hour.world.token_for("mentor")
    mentor = here.page(login=login)
    with there.page(login=login).stream(hour.key, "staff") as stream:
        before = stream.frame()["seq"]
        body = {"id": "a" * 22, "seat": phone.seat, "round": hour.round(), "response": right(question)}
        assert here.page(device=phone.token).post(f"/live/{hour.key}/answers", body).status == 200
        assert event_of(stream, "message").frame["seq"] == before + 1
        assert mentor.move(hour.key, move="take").status == 200
        assert event_of(stream, "message").frame["seq"] == before + 2


def test_what_one_cannot_read_does_not_make_it_deaf(two: tuple[Serving, Serving]) -> None:
    here, there = two
    hour = Hour(here.world())
    with there.page(board=board_token(hour)).stream(hour.key, "board") as stream:
        stream.frame()
        with hour.world.session() as session, session.begin():
            for word in ('["x", "moved"]', '["x", "a new word", 1]', '["x", "point", "y"]', "no json", '{"a": 1}'):
                session.execute(text("SELECT pg_notify(:channel, :word)"), {"channel": "techteens", "word": word})
        here.broker.publish_point(hour.key, b"{}")
        assert event_of(stream, "point").data == "{}"


def test_a_token_that_is_revoked_at_one_ends_its_stream_at_the_other(two: tuple[Serving, Serving]) -> None:
    here, there = two
    hour = Hour(here.world())
    phone = hour.join()
    with there.page(device=phone.token).stream(hour.key, "seats") as stream:
        stream.frame()
        here.broker.revoked(phone.device)
        assert event_of(stream, "bye")
