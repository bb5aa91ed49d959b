"""uvicorn's HTTP/1.1, with a way to cut a connection, which ASGI itself lacks."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol


class Protocol(H11Protocol):
    """Hands `abort` to the application in the state of each request's scope."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """A new connection."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "abort": transport.abort}
