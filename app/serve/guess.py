"""Slow down guessing of join codes. A school is one address, so all tries are counted together."""

from __future__ import annotations

import asyncio
from collections import deque

from app.serve.asgi import Message, Send
from app.serve.limits import Limits

MINUTE = 60.0


class Guesses:
    """Counts wrong codes and decides who waits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting = 0
        self._wrong: deque[float] = deque(maxlen=limits.wrong_codes + 1)

    async def wait(self) -> bool:
        """Wait if too many were wrong; False when too many wait already. Costs no thread."""
        if not self._many():
            return True
        if self._waiting >= self._limits.guess_places:
            return False
        self._waiting += 1
        try:
            await asyncio.sleep(self._limits.guess_seconds)
        finally:
            self._waiting -= 1
        return True

    def watched(self, send: Send) -> Send:
        """`send`, noting a wrong code: the join page says 404 to it."""

        async def watching(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 404:
                self._wrong.append(asyncio.get_running_loop().time())
            await send(message)

        return watching

    def _many(self) -> bool:
        since = asyncio.get_running_loop().time() - MINUTE
        return len(self._wrong) > self._limits.wrong_codes and self._wrong[0] > since
