"""The ASGI application: answers what must be fast or must not cost a thread, and hands all else to Flask."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import cast

from flask import Flask
from sqlalchemy.orm import Session, sessionmaker

from app.serve.answers import Answers
from app.serve.asgi import ClientGone, Receive, Request, Scope, Send
from app.serve.body import Bodies, Refuse
from app.serve.broker import LocalBroker
from app.serve.door import Door
from app.serve.guess import Guesses
from app.serve.health import Health
from app.serve.hub import Hub
from app.serve.limits import Limits
from app.serve.pages import Pages
from app.serve.refusals import Refusals
from app.serve.reply import Replies, Reply, json_reply
from app.serve.seqs import seqs_of
from app.serve.stream import Streams
from app.serve.threads import Threads
from app.serve.writer import Writer
from app.web import assets
from app.web import live as edge

LIVE = re.compile(r"/live/([^/]+)/(stream|answers)")
READING = frozenset({"GET", "HEAD"})

log = logging.getLogger(__name__)


class Shell:
    """Everything between the socket and Flask. One of it runs in a process."""

    def __init__(self, app: Flask, writer: Writer, broker: LocalBroker, limits: Limits) -> None:
        """`writer` and `broker` are those that `app` was made with."""
        self.app = app
        self._sessions = cast("sessionmaker[Session]", app.extensions["sessions"])
        self._writer = writer
        self._broker = broker
        self._threads = threads = Threads()
        self._door = Door(app, threads)
        self.hub = Hub(
            threads,
            lambda live, audience: edge.frame(app, live, audience),
            lambda lives: seqs_of(self._sessions, lives),
            limits.beat_seconds,
        )
        self._replies = Replies(app.extensions["settings"])
        self._refusals = refusals = Refusals(app)
        self._bodies = Bodies(limits)
        self._streams = Streams(self.hub, self._door, self._replies, refusals, limits.stuck_seconds)
        self._answers = Answers(app, self._door, self._bodies, writer, refusals)
        self._health = Health(self._sessions, threads, refusals)
        self._pages = Pages(app, self._bodies, Guesses(limits), refusals)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the whole life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        request = Request(scope, receive, send)
        try:
            reply = await self._answer(request)
        except ClientGone:
            return
        except Refuse as refused:
            reply = self._refusals.reply(request, refused.status, close=refused.close)
        except edge.Refused as refused:
            reply = json_reply(refused.status, refused.body)
        except Exception:
            log.exception("a request failed: %s", request.method)
            reply = self._refusals.reply(request, 500)
        if reply is not None:
            await self._replies.send(send, reply)

    def bye(self) -> None:
        """The server stops now: end the streams and cut what is not complete."""
        self.hub.bye()
        self._bodies.cut()

    async def _answer(self, request: Request) -> Reply | None:
        """The reply to `request`; None when it has been sent already."""
        reads = request.method in READING
        live = LIVE.fullmatch(request.path)
        if reads and request.path.startswith("/s/"):
            return _asset(request)
        if reads and request.path == "/healthz":
            return await self._health.reply(request)
        if reads and live and live[2] == "stream":
            return await self._streams.serve(request, live[1])
        if request.method == "POST" and live and live[2] == "answers":
            return await self._answers.store(request, live[1])
        return await self._pages.serve(request)

    async def _live(self, receive: Receive, send: Send) -> None:
        """Start the parts, and end them in the order that loses nothing."""
        await receive()
        assets.library()  # reads all files, so that the first page need not wait
        self._broker.connect(self.hub, self._door)
        self._writer.start(self._sessions)
        self.hub.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.bye()
        await asyncio.to_thread(self._writer.drain)
        await self._broker.close()
        self._threads.close()
        await send({"type": "lifespan.shutdown.complete"})


def _asset(request: Request) -> Reply:
    found = assets.resolve(request.path, "gzip" in request.headers.get("accept-encoding", ""))
    return Reply(found.status, found.headers, found.body)
