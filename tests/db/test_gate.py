"""The write gate of SQLite: threads that write wait for each other, and the gate is free again whatever happens."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from app.db.engine import make_engine, make_sessions

pytestmark = pytest.mark.skipif(os.environ.get("TECHTEENS_TEST_DATABASE") == "postgres", reason="not for PostgreSQL")

WRITERS, READERS, TIMES = 8, 4, 25


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(f"sqlite:///{tmp_path / 'gate.sqlite3'}")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0))"))
        connection.execute(text("INSERT INTO counter VALUES (1, 0)"))
    yield made
    made.dispose()


@pytest.fixture
def sessions(engine: Engine) -> sessionmaker[Session]:
    return make_sessions(engine)


def add(session: Session, by: int = 1) -> None:
    session.execute(text("UPDATE counter SET n = n + :by WHERE id = 1"), {"by": by})


def value(session: Session) -> int:
    return int(session.scalar(text("SELECT n FROM counter WHERE id = 1")) or 0)


def free(sessions: sessionmaker[Session]) -> bool:
    """Whether another thread can write now."""

    def write() -> None:
        with sessions.begin() as session:
            add(session, 0)

    thread = threading.Thread(target=write, daemon=True)  # a closed gate must not keep the tests from ending
    thread.start()
    thread.join(timeout=5)
    return not thread.is_alive()


def test_reads_that_turn_into_writes_from_many_threads_lose_nothing(sessions: sessionmaker[Session]) -> None:
    """Read, write, commit, in eight threads at once while four others read: the usual way to "database is locked"."""
    start = threading.Barrier(WRITERS + READERS)

    def write() -> None:
        start.wait()
        for _ in range(TIMES):
            with sessions.begin() as session:
                value(session)
                add(session)

    def read() -> None:
        start.wait()
        seen = 0
        for _ in range(4 * TIMES):
            with sessions() as session:
                now = value(session)
            assert now >= seen
            seen = now

    with ThreadPoolExecutor(WRITERS + READERS) as pool:
        jobs = [pool.submit(write) for _ in range(WRITERS)] + [pool.submit(read) for _ in range(READERS)]
        for job in jobs:
            job.result()
    with sessions() as session:
        assert value(session) == WRITERS * TIMES


def test_readers_see_the_last_commit_while_somebody_writes(sessions: sessionmaker[Session]) -> None:
    with sessions() as writer, sessions() as reader:
        add(writer)
        assert value(writer) == 1
        assert value(reader) == 0
        writer.commit()
        assert value(reader) == 1


def _rolls_back(session: Session) -> None:
    add(session)
    session.rollback()


def _fails(session: Session) -> None:
    with pytest.raises(IntegrityError):
        add(session, -5)
    session.rollback()


def _closes_without_commit(session: Session) -> None:
    add(session)
    session.close()


def _invalidates(session: Session) -> None:
    add(session)
    session.connection().invalidate()
    session.close()


def _uses_a_savepoint(session: Session) -> None:
    value(session)
    with session.begin_nested():
        add(session)
    with pytest.raises(IntegrityError), session.begin_nested():
        add(session, -5)
    session.commit()


def _commits(session: Session) -> None:
    add(session)
    session.commit()


@pytest.mark.parametrize(
    ("ending", "counted"),
    [
        (_rolls_back, 0),
        (_fails, 0),
        (_closes_without_commit, 0),
        (_invalidates, 0),
        (_uses_a_savepoint, 1),
        (_commits, 1),
    ],
    ids=lambda one: getattr(one, "__name__", str(one)).strip("_"),
)
def test_the_gate_is_free_afterwards(
    sessions: sessionmaker[Session], ending: Callable[[Session], None], counted: int
) -> None:
    session = sessions()
    ending(session)
    assert free(sessions)
    with sessions() as other:
        assert value(other) == counted
    session.close()


def test_a_savepoint_before_any_write_takes_the_gate(sessions: sessionmaker[Session]) -> None:
    """Else the first write inside it would begin the transaction, and its end could not undo what came before."""
    with sessions() as session, session.begin_nested():
        assert session.connection().connection.dbapi_connection.in_transaction  # type: ignore[union-attr]
    assert free(sessions)


def test_reads_take_no_transaction(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        value(session)
        session.execute(text("PRAGMA user_version"))
        session.execute(text("  select 1"))
        assert not session.connection().connection.dbapi_connection.in_transaction  # type: ignore[union-attr]


def test_when_another_process_writes_for_too_long_the_gate_is_given_back(
    engine: Engine, sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "gate.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with sessions() as session:
        session.execute(text("PRAGMA busy_timeout = 1"))
        with pytest.raises(OperationalError, match="locked"):
            add(session)
    other.execute("ROLLBACK")
    other.close()
    assert free(sessions)


def test_what_was_committed_survives_a_power_cut_and_rows_point_somewhere(engine: Engine) -> None:
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in pragmas]
    assert found == ["wal", 2, 1]
