"""The engine, and on SQLite the gate that lets one transaction write at a time.

SQLite knows one writer. Several threads that start to write at once wait by sleeping and fail with "database is
locked", because a read that turns into a write cannot wait at all. So: reads run outside any transaction; the first
writing statement takes one process-wide lock, then BEGIN IMMEDIATE; commit and rollback give it back. A request holds
it from its first write to its commit only. The lock is given back in wrappers around the dialect's commit and rollback,
since the ORM's own events fire before the transaction has really ended.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine.url import make_url
from sqlalchemy.orm import Session, sessionmaker

READS = ("SELECT", "PRAGMA", "EXPLAIN", "VALUES")
BUSY_MS = 30_000
PATIENCE: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""A PostgreSQL server that vanished must not hold a thread for ever: seconds, and milliseconds for the last."""


def make_engine(url: str) -> Engine:
    """An engine for `url`, SQLite (with gate, WAL and full durability) or PostgreSQL.

    Its errors do not show the values of a statement: they go into the log, and the values are names and answers.
    """
    if make_url(url).get_backend_name() != "sqlite":
        engine = create_engine(
            url, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True, connect_args=PATIENCE
        )
        event.listen(engine, "handle_error", _forget_the_row)
        return engine
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, pool_size=20, max_overflow=20, hide_parameters=True, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _configure)
    _Gate().guard(engine)
    return engine


def make_sessions(engine: Engine) -> sessionmaker[Session]:
    """Sessions that keep their objects after commit; one for each request or batch."""
    return sessionmaker(engine, expire_on_commit=False)


def _configure(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin anything by itself: the gate does
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _forget_the_row(context: ExceptionContext) -> None:
    """PostgreSQL tells the whole row that it refused, in lines of detail."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None:
            error.args = tuple(one.partition("\nDETAIL:")[0] if isinstance(one, str) else one for one in error.args)


class _Gate:
    """One lock for all writing connections of one SQLite engine."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder: Any = None

    def guard(self, engine: Engine) -> None:
        event.listen(engine, "before_cursor_execute", self._before_statement)
        event.listen(engine, "savepoint", self._before_savepoint)
        event.listen(engine, "invalidate", self._on_invalidate)
        dialect: Any = engine.dialect
        commit, rollback = dialect.do_commit, dialect.do_rollback

        def do_commit(connection: Any) -> None:
            commit(connection)
            self._leave(connection)

        def do_rollback(connection: Any) -> None:
            try:
                rollback(connection)
            finally:
                self._leave(connection)

        dialect.do_commit, dialect.do_rollback = do_commit, do_rollback

    def _before_statement(
        self, connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
    ) -> None:
        if not statement.lstrip().upper().startswith(READS):
            self._enter(connection)

    def _before_savepoint(self, connection: Connection, name: str) -> None:
        self._enter(connection)

    def _enter(self, connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        if raw is self._holder or raw is None:
            return
        self._lock.acquire()
        self._holder = raw
        try:
            raw.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._holder = None
            self._lock.release()
            raise

    def _leave(self, connection: Any) -> None:
        raw = getattr(connection, "dbapi_connection", connection)
        if raw is self._holder:
            self._holder = None
            self._lock.release()

    def _on_invalidate(self, connection: Any, record: Any, exception: Any) -> None:
        self._leave(connection)
