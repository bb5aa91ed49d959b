"""All open streams of this process, by hour and audience."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from app.serve import wire
from app.serve.channel import AFTER_ANSWERS, AFTER_MOVES, Channel
from app.serve.client import Client
from app.serve.threads import Threads
from app.web.live import LiveFrame

log = logging.getLogger(__name__)


class Hub:
    """Lives on the loop; the broker hands over what happened elsewhere."""

    def __init__(
        self,
        threads: Threads,
        make: Callable[[str, str], LiveFrame],
        seqs: Callable[[Collection[str]], Mapping[str, int]],
        beat_seconds: float,
    ) -> None:
        """`make` renders the frame of an hour for an audience, `seqs` reads the numbers of hours; both in threads."""
        self._threads = threads
        self._make = make
        self._seqs = seqs
        self._beat_seconds = beat_seconds
        self._channels: dict[tuple[str, str], Channel] = {}
        self._beating: asyncio.Task[None] | None = None
        self.closed = False

    @property
    def streams(self) -> int:
        """How many streams are open."""
        return len(self._clients())

    def start(self) -> None:
        """Begin with the signs of life."""
        self._beating = asyncio.get_running_loop().create_task(self._beat())

    @contextmanager
    def visit(self, live: str, audience: str) -> Iterator[Channel]:
        """The channel of this audience while a stream or a read needs it; after the last visit it is forgotten."""
        key = live, audience
        channel = self._channels.get(key)
        if channel is None:
            channel = self._channels[key] = Channel(partial(self._threads.run, self._make, live, audience))
        channel.visits += 1
        try:
            yield channel
        finally:
            channel.visits -= 1
            if not channel.visits:
                channel.close()
                self._channels.pop(key, None)

    def moved(self, live: str, seq: int) -> None:
        """A move, or anything else that all audiences may see."""
        for audience in ("board", "staff", "seats"):
            self._changed(live, audience, seq, AFTER_MOVES)

    def answered(self, live: str, seq: int) -> None:
        """Answers came in: phones see nothing of that."""
        for audience in ("board", "staff"):
            self._changed(live, audience, seq, AFTER_ANSWERS)

    def pointed(self, live: str, signal: bytes) -> None:
        """A pointer signal for the board; a slow board misses it."""
        channel = self._channels.get((live, "board"))
        for client in list(channel.clients) if channel else ():
            client.hint(wire.point(signal))

    def revoked(self, token: str) -> None:
        """End the streams that were opened with the token under this hash."""
        for client in self._clients():
            if client.token == token:
                client.end(wire.bye())

    def bye(self) -> None:
        """The server stops: end every stream with the wish to come back."""
        self.closed = True
        if self._beating is not None:
            self._beating.cancel()
        for channel in self._channels.values():
            channel.close()
        for client in self._clients():
            client.end(wire.bye())

    async def compare(self) -> None:
        """Read the numbers of all hours with open streams, and render where a message was lost. Raises nothing."""
        lives = {live for live, _ in self._channels}
        if not lives:
            return
        try:
            seqs = await self._threads.run(self._seqs, lives)
        except Exception:
            log.exception("the numbers of the running hours could not be read")
            return
        for live, seq in seqs.items():
            self.moved(live, seq)

    def _changed(self, live: str, audience: str, seq: int, apart: float) -> None:
        channel = self._channels.get((live, audience))
        if channel is not None and not self.closed:
            channel.changed(seq, apart)

    def _clients(self) -> list[Client]:
        return [client for channel in self._channels.values() for client in channel.clients]

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._beat_seconds)
            for client in self._clients():
                client.hint(wire.BEAT)
            await self.compare()
