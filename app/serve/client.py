"""One open stream, written to without ever waiting for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from app.serve.asgi import Message, Send

log = logging.getLogger(__name__)


class Client:
    """Takes frames from the hub. `token` is the hash of the token it was let in with; `stuck` as in Limits.

    The server's `send()` ends without suspending unless the connection's buffer is full. So it is driven by hand here:
    one step, and either the bytes are written or the client is slow. A slow client gets a task of its own and one slot
    for the newest frame; older ones are lost to it, which is harmless, since each frame is the whole state.
    """

    def __init__(self, send: Send, abort: Callable[[], None], token: str, stuck: float) -> None:
        self.token = token
        self._send = send
        self._abort = abort
        self._stuck = stuck
        self._over = False
        self._newest: bytes | None = None
        self._catching_up: asyncio.Task[None] | None = None

    def offer(self, wire: bytes) -> None:
        """A frame: written now, or kept as the newest until the client reads again."""
        if self._over:
            return
        if self._catching_up is not None:
            self._newest = wire
        elif not self._try(_part(wire)):
            self._newest = wire
            self._catching_up = asyncio.get_running_loop().create_task(self._catch_up())

    def hint(self, wire: bytes) -> None:
        """Something that may be lost, such as a sign of life: written now or never."""
        if self._catching_up is None and not self._over:
            self._try(_part(wire))

    def end(self, wire: bytes) -> None:
        """A last event, then the end of the stream; a slow client is cut off without it."""
        if self._over:
            return
        slow = self._catching_up is not None or not self._try({**_part(wire), "more_body": False})
        self.stop()
        if slow:
            self._abort()

    def stop(self) -> None:
        """Write nothing any more."""
        self._over, self._newest = True, None
        if self._catching_up is not None:
            self._catching_up.cancel()

    def _try(self, message: Message) -> bool:
        step = self._send(message)
        try:
            step.send(None)
        except StopIteration:
            return True
        except Exception:  # this connection is broken: the other streams must not feel it
            log.exception("a stream could not be written to")
            self._over = True
            self._abort()
            return True
        step.close()  # it waits for room and has written nothing yet
        return False

    async def _catch_up(self) -> None:
        try:
            while self._newest is not None:
                wire, self._newest = self._newest, None
                async with asyncio.timeout(self._stuck):
                    await self._send(_part(wire))
        except TimeoutError:
            self._abort()
        finally:
            self._catching_up = None


def _part(wire: bytes) -> Message:
    return {"type": "http.response.body", "body": wire, "more_body": True}
