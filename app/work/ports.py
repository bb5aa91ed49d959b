"""The two doors through which the server and the work layer meet, so that neither imports the other."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy.orm import Session, sessionmaker

from app.work import login as logins
from app.work.live.answer import NewAnswer, Receipt, store


class SinkFull(Exception):
    """Too many answers wait already; try again in a second."""


class AnswerSink(Protocol):
    """Takes answers and stores them."""

    def put(self, answer: NewAnswer) -> Future[Receipt]:
        """Queue `answer`; the future resolves after it is stored. Raises SinkFull."""
        ...

    def touch(self, login: int) -> None:
        """Note some time soon that this login was used (`app.work.login.touch`)."""
        ...


class Broker(Protocol):
    """Tells open streams that something changed. It may lose messages; whoever sees a gap reads again."""

    def publish(self, live: str, seq: int) -> None:
        """The live session with this key is at `seq` now; call after commit."""
        ...

    def publish_point(self, live: str, point: bytes) -> None:
        """A pointer signal for the board, never stored."""
        ...

    def revoked(self, token_hash: str) -> None:
        """A token was revoked: forget whoever it belonged to."""
        ...


class NullBroker:
    """For plain WSGI hosts and tests: nobody holds a stream, every page asks for the state by itself."""

    def publish(self, live: str, seq: int) -> None:
        """Nobody listens."""

    def publish_point(self, live: str, point: bytes) -> None:
        """Nobody listens."""

    def revoked(self, token_hash: str) -> None:
        """Nobody listens."""


class DirectSink:
    """For plain WSGI hosts and tests: stores at once, in a transaction of its own."""

    def __init__(self, sessions: sessionmaker[Session], broker: Broker) -> None:
        self._sessions = sessions
        self._broker = broker

    def put(self, answer: NewAnswer) -> Future[Receipt]:
        """Store `answer` before returning."""
        done: Future[Receipt] = Future()
        with self._sessions.begin() as session:
            [receipt] = store(session, [answer], datetime.now(UTC))
        if receipt.seq is not None:
            self._broker.publish(receipt.live, receipt.seq)
        done.set_result(receipt)
        return done

    def touch(self, login: int) -> None:
        """Write before returning."""
        with self._sessions.begin() as session:
            logins.touch(session, login, datetime.now(UTC))
