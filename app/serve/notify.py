"""The broker of several servers on one PostgreSQL: NOTIFY to the others, LISTEN to them."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from contextlib import suppress
from typing import Any

import psycopg
from sqlalchemy.engine.url import make_url

from app.db.engine import PATIENCE
from app.serve.broker import LocalBroker
from app.serve.door import Door
from app.serve.hub import Hub

CHANNEL = "techteens"
LONGEST = 7900
"""A NOTIFY carries less than 8000 bytes."""

RECONNECT_SECONDS = 1.0
FLUSH_SECONDS = 0.5
MOST_WAITING = 1000

log = logging.getLogger(__name__)


class NotifyBroker(LocalBroker):
    """Tells this process at once and the others by NOTIFY.

    Messages may be lost while a connection is cut. Whoever listens again compares numbers, and the hub does so anyway
    with every sign of life. Both connections are of its own: LISTEN needs one that no pool takes back.
    """

    def __init__(self, url: str) -> None:
        """`url` is the database's address as SQLAlchemy wants it."""
        super().__init__()
        self._address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._name = secrets.token_hex(8)  # to know one's own messages
        self._outbox: asyncio.Queue[str] = asyncio.Queue(MOST_WAITING)
        self._tasks: list[asyncio.Task[None]] = []

    def connect(self, hub: Hub, door: Door) -> None:
        """Tell these from now on, and open the two connections."""
        super().connect(hub, door)
        self._tasks = [asyncio.get_running_loop().create_task(work()) for work in (self._listen, self._speak)]

    def publish(self, live: str, seq: int) -> None:
        """A move, or anything else that all audiences may see."""
        super().publish(live, seq)
        self._tell("moved", live, seq)

    def answered(self, live: str, seq: int) -> None:
        """Answers were stored: nothing that phones see."""
        super().answered(live, seq)
        self._tell("answered", live, seq)

    def publish_point(self, live: str, point: bytes) -> None:
        """A pointer signal for the board."""
        super().publish_point(live, point)
        self._tell("point", live, point.decode("utf-8", "replace"))

    def revoked(self, token_hash: str) -> None:
        """Close the streams of this token and let it in no more."""
        super().revoked(token_hash)
        self._tell("revoked", token_hash)

    async def close(self) -> None:
        """Say what is still to be said, for half a second at the most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._outbox.join(), FLUSH_SECONDS)
        for one in self._tasks:
            one.cancel()
        await super().close()

    def _tell(self, *message: Any) -> None:
        payload = json.dumps([self._name, *message])
        if len(payload) <= LONGEST:
            self._on_loop(self._queue, payload)

    def _queue(self, payload: str) -> None:
        with suppress(asyncio.QueueFull):
            self._outbox.put_nowait(payload)

    async def _listen(self) -> None:
        while True:
            try:
                async with await self._connection() as connection:
                    await connection.execute(f"LISTEN {CHANNEL}".encode())
                    if self._hub is not None:
                        await self._hub.compare()
                    async for note in connection.notifies():
                        self._hear(note.payload)
            except psycopg.Error as error:
                log.warning("cannot listen to the other servers: %s", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _speak(self) -> None:
        payload: str | None = None
        while True:
            try:
                async with await self._connection() as connection:
                    while True:
                        payload = payload or await self._outbox.get()
                        await connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, payload))
                        self._outbox.task_done()
                        payload = None
            except psycopg.Error as error:
                log.warning("cannot tell the other servers: %s", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _connection(self) -> psycopg.AsyncConnection:
        return await psycopg.AsyncConnection.connect(self._address, autocommit=True, **PATIENCE)

    def _hear(self, payload: str) -> None:
        """Pass on what another server tells; one of another version may say what this one does not know."""
        try:
            sender, what, *values = json.loads(payload)
            if sender != self._name:
                self._pass_on(what, values)
        except (ValueError, TypeError, IndexError, AttributeError):
            log.warning("another server sends what this one cannot read")

    def _pass_on(self, what: str, values: list[Any]) -> None:
        match what:
            case "moved":
                super().publish(*values)
            case "answered":
                super().answered(*values)
            case "point":
                super().publish_point(values[0], values[1].encode())
            case "revoked":
                super().revoked(*values)
