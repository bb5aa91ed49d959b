"""The one thread that stores answers: whatever waits goes into one transaction, and the reply follows the commit."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from queue import Empty, Full, Queue
from time import monotonic

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from app.work import login as logins
from app.work.live.answer import NewAnswer, Receipt, store
from app.work.ports import SinkFull

BATCH = 256
TOUCH_EVERY = 60.0
"""A login is noted at most once in so many seconds; the row itself changes at most once in five minutes."""

MOST_TOUCHED = 10_000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Waiting:
    answer: NewAnswer
    done: Future[Receipt] = field(default_factory=Future)


class Writer:
    """An `AnswerSink` with a bounded queue. No delay is added: a batch is what came while the last one was stored."""

    def __init__(self, answered: Callable[[str, int], None], most_waiting: int) -> None:
        """`answered` is told each hour's new number after a commit."""
        self._answered = answered
        self._queue: Queue[_Waiting | int | None] = Queue(most_waiting)
        self._sessions: sessionmaker[Session] | None = None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._touched: dict[int, float] = {}
        self._closing = threading.Lock()
        self._closed = False

    def start(self, sessions: sessionmaker[Session]) -> None:
        """Store from now on, in transactions of `sessions`."""
        self._sessions = sessions
        self._thread.start()

    def put(self, answer: NewAnswer) -> Future[Receipt]:
        """Queue `answer`; the future resolves after the commit. Raises SinkFull, also when the server stops."""
        waiting = _Waiting(answer)
        waiting.done.set_running_or_notify_cancel()  # who asked may leave, the answer is stored nevertheless
        self._enqueue(waiting)
        return waiting.done

    def touch(self, login: int) -> None:
        """Note some time soon that this login was used. Lost without harm when too much waits."""
        if monotonic() - self._touched.get(login, float("-inf")) < TOUCH_EVERY:
            return
        try:
            self._enqueue(login)
        except SinkFull:
            return
        if len(self._touched) > MOST_TOUCHED:
            self._touched = {}
        self._touched[login] = monotonic()

    def drain(self) -> None:
        """Take nothing more, store what waits, and return when it is stored."""
        with self._closing:
            first, self._closed = not self._closed, True
        if not self._thread.ident:
            return
        if first:
            self._queue.put(None)
        self._thread.join()

    def _enqueue(self, one: _Waiting | int) -> None:
        with self._closing:  # nothing may come behind the end mark
            if self._closed:
                raise SinkFull
            try:
                self._queue.put_nowait(one)
            except Full:
                raise SinkFull from None

    def _run(self) -> None:
        more = True
        while more:
            batch = self._next_batch()
            more = None not in batch
            answers = [one for one in batch if isinstance(one, _Waiting)]
            if answers:
                self._store(answers)
            self._touch({one for one in batch if isinstance(one, int)})

    def _next_batch(self) -> list[_Waiting | int | None]:
        """What waits now, at most BATCH; waits for the first."""
        batch = [self._queue.get()]
        while batch[-1] is not None and len(batch) < BATCH:
            try:
                batch.append(self._queue.get_nowait())
            except Empty:
                break
        return batch

    def _store(self, batch: list[_Waiting]) -> None:
        """All in one transaction; when that fails each alone, so that one bad answer takes no other with it."""
        try:
            receipts = self._commit([one.answer for one in batch])
        except Exception as error:
            if len(batch) == 1:
                log.exception("an answer could not be stored")
                batch[0].done.set_exception(error)
            else:
                self._store_each(batch)
            return
        for one, receipt in zip(batch, receipts, strict=True):
            one.done.set_result(receipt)
        for live, seq in {one.live: one.seq for one in receipts if one.seq is not None}.items():
            self._answered(live, seq)

    def _store_each(self, batch: list[_Waiting]) -> None:
        """One after the other; once the database itself is away the others need not wait for it, each in turn."""
        for at, one in enumerate(batch):
            self._store([one])
            failed = one.done.exception()
            if isinstance(failed, OperationalError):
                for other in batch[at + 1 :]:
                    other.done.set_exception(failed)  # the phone keeps it and sends it again
                return

    def _commit(self, answers: list[NewAnswer]) -> list[Receipt]:
        assert self._sessions is not None
        with self._sessions.begin() as session:
            return store(session, answers, datetime.now(UTC))

    def _touch(self, ids: set[int]) -> None:
        if not ids:
            return
        assert self._sessions is not None
        try:
            with self._sessions.begin() as session:
                for one in ids:
                    logins.touch(session, one, datetime.now(UTC))
        except Exception:
            log.exception("the use of logins could not be noted")
