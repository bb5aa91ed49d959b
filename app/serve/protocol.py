"""uvicorn's HTTP/1.1, with two things it lacks: a way to cut a connection, and a limit for the head of a request."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 15.0


class Protocol(H11Protocol):
    """Hands `abort` to the application in the state of each request's scope."""

    _too_slow: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """A new connection: it must say soon what it wants."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "abort": transport.abort}
        self._watch_head()

    def data_received(self, data: bytes) -> None:
        """Bytes came: either the head is complete now, or the clock runs."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._watch_head()
        else:
            self._stop_watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._stop_watch()
        super().connection_lost(exc)

    def _watch_head(self) -> None:
        if self._too_slow is None:
            self._too_slow = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _stop_watch(self) -> None:
        if self._too_slow is not None:
            self._too_slow.cancel()
            self._too_slow = None
