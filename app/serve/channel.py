"""One audience of one hour: its newest frame, and the streams that get it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable

from app.serve import wire
from app.serve.client import Client
from app.web.live import LiveFrame, Refused

AFTER_MOVES = 0.05
AFTER_ANSWERS = 0.25
"""Seconds between two renderings at the least, by what happened: answers alone give four frames a second."""

SLICE = 200
"""So many clients are written to before others get their turn on the loop."""

log = logging.getLogger(__name__)


class Channel:
    """Lives on the loop. A frame is rendered once for all clients and never twice at the same time."""

    def __init__(self, make: Callable[[], Awaitable[LiveFrame]]) -> None:
        """`make` renders the newest frame; it raises Refused when the hour is gone."""
        self.clients: dict[Client, None] = {}  # ordered, so that slices stay where they are
        self.visits = 0
        self.frame: LiveFrame | None = None
        self._make = make
        self._loop = asyncio.get_running_loop()
        self._began = float("-inf")
        self._rendering: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._again: float | None = None
        self._failure: Exception | None = None
        self._fans = 0

    @property
    def seq(self) -> int:
        """The number of the newest frame; -1 before the first."""
        return self.frame.seq if self.frame else -1

    async def newest(self) -> LiveFrame:
        """The newest frame, rendered now if this audience has none yet. Raises what rendering raises."""
        if self.frame is None:
            await asyncio.shield(self._rendering or self._start())
        if self.frame is None:
            raise self._failure or RuntimeError("no frame")
        return self.frame

    def enter(self, client: Client) -> None:
        """Send the newest frame to `client`, as the first of its stream, and all later ones."""
        assert self.frame is not None
        self.clients[client] = None
        client.offer(wire.retry() + wire.frame(self.frame))

    def leave(self, client: Client) -> None:
        """Send nothing to `client` any more."""
        self.clients.pop(client, None)
        client.stop()

    def changed(self, seq: int, apart: float) -> None:
        """The hour is at `seq` now: render soon, at least `apart` seconds after the last rendering began."""
        if seq <= self.seq:
            return
        due = max(self._loop.time(), self._began + apart)
        if self._rendering is not None:
            self._again = due if self._again is None else min(due, self._again)
        elif self._timer is None or due < self._timer.when():
            self._plan(due)

    def close(self) -> None:
        """Plan nothing any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _plan(self, due: float) -> None:
        self.close()
        self._timer = self._loop.call_at(due, self._start)

    def _start(self) -> asyncio.Task[None]:
        self.close()
        self._timer = None
        self._began = self._loop.time()
        self._rendering = self._loop.create_task(self._render())
        return self._rendering

    async def _render(self) -> None:
        try:
            made = await self._make()
        except Refused as refused:
            self._failure = refused
            for client in list(self.clients):
                client.end(wire.bye())
        except Exception as error:
            self._failure = error
            log.exception("a frame could not be made")
        else:
            before, self.frame = self.frame, made
            if before is not None and before.etag != made.etag:
                self._fan(wire.frame(made))
        finally:
            self._rendering = None
            if self._again is not None:
                due, self._again = self._again, None
                self._plan(due)

    def _fan(self, event: bytes) -> None:
        """Offer `event` to all clients in slices; a newer frame makes the slices of an older one stop."""
        self._fans += 1
        everybody = list(self.clients)
        self._fan_slice(self._fans, [everybody[at : at + SLICE] for at in range(0, len(everybody), SLICE)], event)

    def _fan_slice(self, fan: int, slices: list[list[Client]], event: bytes) -> None:
        if fan != self._fans or not slices:
            return
        offer_all((one for one in slices[0] if one in self.clients), event)
        self._loop.call_soon(self._fan_slice, fan, slices[1:], event)


def offer_all(clients: Iterable[Client], event: bytes) -> None:
    """The same bytes to all of `clients`."""
    for client in clients:
        client.offer(event)
