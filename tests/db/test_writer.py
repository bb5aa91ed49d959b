"""The writer by itself: batches, what goes wrong in them, touches, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from app.db.models import Attempt, Login
from app.serve.writer import Writer
from app.work.live.answer import NewAnswer, Receipt
from app.work.ports import SinkFull
from tests.support.hour import Hour, right
from tests.support.statements import Statements
from tests.support.world import World


@pytest.fixture
def told() -> list[tuple[str, int]]:
    """What the writer told the broker."""
    return []


@pytest.fixture
def writer(told: list[tuple[str, int]]) -> Iterator[Writer]:
    """A writer that has not been started."""
    made = Writer(lambda live, seq: told.append((live, seq)), 1000)
    yield made
    made.drain()


@pytest.fixture
def hour(world: World) -> Hour:
    return Hour(world)


def answers(hour: Hour, count: int) -> list[NewAnswer]:
    """Right answers from so many phones to a question that is asked now."""
    question = hour.ask()
    return [hour.answer(hour.join(), right(question)) for _ in range(count)]


def test_what_waits_is_one_transaction_and_one_message(
    writer: Writer, hour: Hour, told: list[tuple[str, int]], statements: Statements
) -> None:
    waiting = [writer.put(one) for one in answers(hour, 100)]
    seq = hour.live().seq
    commits: list[Any] = []
    engine = hour.world.app.extensions["sessions"].kw["bind"]
    note = commits.append
    event.listen(engine, "commit", note)
    with statements.counted() as seen:
        writer.start(hour.world.app.extensions["sessions"])
        receipts = [one.result(20) for one in waiting]
        writer.drain()
    event.remove(engine, "commit", note)
    assert {one.code for one in receipts} == {"stored"}
    assert len(commits) == 1
    assert len(seen) <= 8
    assert told == [(hour.key, seq + 1)]


def test_one_bad_answer_takes_no_other_with_it(writer: Writer, hour: Hour, caplog: pytest.LogCaptureFixture) -> None:
    batch = answers(hour, 5)
    unfit = hour.answer(hour.join(), batch[0].response, confidence="x")  # the table's CHECK refuses it
    waiting = [writer.put(one) for one in (*batch[:3], unfit, *batch[3:])]
    writer.start(hour.world.app.extensions["sessions"])
    failed = waiting.pop(3)
    assert {one.result(20).code for one in waiting} == {"stored"}
    with pytest.raises(IntegrityError):
        failed.result(20)
    assert "an answer could not be stored" in caplog.text
    assert unfit.key not in caplog.text, "what people answered is not written into the log"
    with hour.world.session() as session:
        stored = set(session.scalars(select(Attempt.key).where(Attempt.context == "live")))
    assert {one.key for one in batch} <= stored
    assert unfit.key not in stored


def test_when_the_database_is_away_nobody_waits_for_it_in_turn(writer: Writer, hour: Hour) -> None:
    batch = answers(hour, 20)
    engine = hour.world.app.extensions["sessions"].kw["bind"]
    tries: list[Any] = []

    def away(*statement: Any) -> None:
        tries.append(statement)
        raise OperationalError("", {}, ConnectionError())

    waiting = [writer.put(one) for one in batch]
    event.listen(engine, "before_cursor_execute", away)
    writer.start(hour.world.app.extensions["sessions"])
    for one in waiting:
        with pytest.raises(OperationalError):
            one.result(20)
    event.remove(engine, "before_cursor_execute", away)
    assert len(tries) == 2, "the batch, and one answer alone"
    assert writer.put(batch[0]).result(20).code == "stored"


def test_the_end_stores_everything_and_takes_nothing_more(writer: Writer, hour: Hour) -> None:
    batch = answers(hour, 20)
    waiting = [writer.put(one) for one in batch[:19]]
    writer.start(hour.world.app.extensions["sessions"])
    writer.drain()
    assert all(one.done() for one in waiting)
    with pytest.raises(SinkFull):
        writer.put(batch[19])
    writer.touch(1)  # lost without harm


def test_the_queue_is_bounded(hour: Hour) -> None:
    small = Writer(lambda live, seq: None, 2)
    [one, two, three] = answers(hour, 3)
    small.put(one), small.put(two)
    with pytest.raises(SinkFull):
        small.put(three)
    small.touch(1)  # lost without harm


def test_who_asked_may_leave_and_the_answer_is_stored(writer: Writer, hour: Hour) -> None:
    waiting: Future[Receipt] = writer.put(answers(hour, 1)[0])
    assert not waiting.cancel()
    writer.start(hour.world.app.extensions["sessions"])
    assert waiting.result(20).code == "stored"


def test_the_use_of_a_login_is_noted(writer: Writer, world: World) -> None:
    world.token_for("mentor")
    long_ago = datetime.now(UTC) - timedelta(minutes=20)
    with world.session() as session, session.begin():
        login = session.scalars(select(Login.id).order_by(Login.id.desc())).first()
        assert login is not None
        session.execute(update(Login).where(Login.id == login).values(seen_at=long_ago))
    writer.touch(login)
    writer.touch(login)
    writer.start(world.app.extensions["sessions"])
    writer.drain()
    with world.session() as session:
        assert session.get_one(Login, login).seen_at > long_ago + timedelta(minutes=15)
