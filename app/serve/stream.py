"""`GET /live/<key>/stream?as=`: an hour's frames as server-sent events."""

from __future__ import annotations

import asyncio
import logging
import random

from app.serve import wire
from app.serve.asgi import Request
from app.serve.client import Client
from app.serve.door import Door
from app.serve.hub import Hub
from app.serve.refusals import Refusals
from app.serve.reply import Replies, Reply
from app.web.live import Refused

RECHECK = 300.0
"""A stream is open for a whole hour: after about so many seconds its owner is looked up again."""

log = logging.getLogger(__name__)


class Streams:
    """Lets pages in and keeps them until they leave, their token ends, or the server stops."""

    def __init__(self, hub: Hub, door: Door, replies: Replies, refusals: Refusals, stuck: float) -> None:
        self._hub = hub
        self._door = door
        self._replies = replies
        self._refusals = refusals
        self._stuck = stuck

    async def serve(self, request: Request, live: str) -> Reply | None:
        """Stream until the end (None), or the reply that says why not. Raises Refused."""
        audience = request.query.get("as", "seats")
        token = await self._door.watch(request.cookies, live, audience)
        with self._hub.visit(live, audience) as channel:
            await channel.newest()
            if self._hub.closed:
                return self._refusals.reply(request, 503, close=True)
            if self._door.is_revoked(token):
                raise Refused(401, "sign-in")
            if request.method == "HEAD":
                return Reply(200, wire.HEADERS, b"")
            await self._replies.start(request.send, 200, wire.HEADERS)
            client = Client(request.send, request.abort, token, self._stuck)
            try:
                channel.enter(client)
                await self._stay(request, client, live, audience)
            finally:
                channel.leave(client)
        return None

    async def _stay(self, request: Request, client: Client, live: str, audience: str) -> None:
        while True:
            try:
                async with asyncio.timeout(RECHECK * random.uniform(0.8, 1.2)):  # noqa: S311 - spreads the look-ups
                    return await request.wait_until_gone()
            except TimeoutError:
                await self._look_again(request, client, live, audience)

    async def _look_again(self, request: Request, client: Client, live: str, audience: str) -> None:
        try:
            await self._door.watch(request.cookies, live, audience)
        except Refused:
            client.end(wire.bye())
        except Exception:
            log.exception("the owner of a stream could not be looked up")
