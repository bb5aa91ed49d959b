"""The ASGI application: answers what must be fast or must not cost a thread, and hands all else to Flask."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.config import Settings
from app.serve import wire
from app.serve.asgi import ClientGone, Receive, Request, Scope, Send
from app.serve.body import Bodies, Limits, Refuse, as_receive
from app.serve.broker import LocalBroker
from app.serve.client import Client
from app.serve.door import Door
from app.serve.guess import Guesses
from app.serve.hub import Hub
from app.serve.refusals import Refusals
from app.serve.reply import Replies, Reply, json_reply
from app.serve.seqs import seqs_of
from app.serve.threads import Threads
from app.serve.writer import Writer
from app.web import assets
from app.web import live as edge
from app.work.ports import SinkFull

PAGE_THREADS = 8
HEALTH_SECONDS = 5.0
LIVE = re.compile(r"/live/([^/]+)/(stream|answers)")
READING = ("GET", "HEAD")

log = logging.getLogger(__name__)


class Shell:
    """Everything between the socket and Flask. One of it runs in a process."""

    def __init__(
        self,
        app: Flask,
        writer: Writer,
        broker: LocalBroker,
        limits: Limits | None = None,
        guesses: Guesses | None = None,
    ) -> None:
        """`writer` and `broker` are those that `app` was made with; the others default to what the product promises."""
        settings: Settings = app.extensions["settings"]
        self.app = app
        self._sessions = cast("sessionmaker[Session]", app.extensions["sessions"])
        self._writer = writer
        self._broker = broker
        self._threads = Threads()
        self._door = Door(app, self._threads)
        self.hub = Hub(
            self._threads,
            lambda live, audience: edge.frame(app, live, audience),
            lambda lives: seqs_of(self._sessions, lives),
        )
        self._bodies = Bodies(limits or Limits())
        self._guesses = guesses or Guesses()
        self._guarded = frozenset(one.rule for one in app.url_map.iter_rules("join.code"))
        self._replies = Replies(settings)
        self._refusals = Refusals(app)
        self._pages = cast("Any", WSGIMiddleware(cast("Any", app), workers=PAGE_THREADS, send_queue_size=0))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection's request, or the server's start and end."""
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
        if reply is not None:
            await self._replies.send(send, reply)

    def bye(self) -> None:
        """The server stops now: end the streams and cut what is not complete."""
        self.hub.bye()
        self._bodies.cut()

    async def _answer(self, request: Request) -> Reply | None:
        """The reply to `request`; None when it has been sent already."""
        if request.path.startswith("/s/") and request.method in READING:
            return _asset(request)
        if request.path == "/healthz" and request.method in READING:
            return await self._health(request)
        live = LIVE.fullmatch(request.path)
        if live and live[2] == "stream" and request.method in READING:
            return await self._stream(request, live[1])
        if live and live[2] == "answers" and request.method == "POST":
            return await self._store(request, live[1])
        return await self._page(request)

    async def _page(self, request: Request) -> Reply | None:
        """Flask's own answer; its thread is taken once the whole body is here."""
        body = await self._bodies.read(request)
        send = request.send
        if request.method == "POST" and request.path in self._guarded:
            if not await self._guesses.wait():
                return self._refusals.reply(request, 503)
            send = self._guesses.watched(send)
        await self._pages(_for_flask(request.scope, body), as_receive(body), send)
        return None

    async def _store(self, request: Request, live: str) -> Reply:
        """Store an answer; the reply follows the commit, and no thread waits for it."""
        edge.check_origin(self.app, request.headers)
        body = await self._bodies.read(request, small=True)
        device = await self._door.device(request.cookies)
        answer = edge.read_answer(live, body, device.token_hash)
        try:
            receipt = await asyncio.wrap_future(self._writer.put(answer))
        except SinkFull:
            return json_reply(503, {"code": "busy"}, ("retry-after", "1"))
        except Exception:  # the writer has logged it
            return self._refusals.reply(request, 500)
        return json_reply(receipt.status, receipt.body)

    async def _stream(self, request: Request, live: str) -> Reply | None:
        """The stream of an hour's frames until the page leaves, its token is revoked or the server stops."""
        audience = request.query.get("as", "seats")
        token = await self._door.watch(request.cookies, live, audience)
        with self.hub.visit(live, audience) as channel:
            try:
                await channel.newest()
            except edge.Refused:
                raise
            except Exception:  # the channel has logged it
                return self._refusals.reply(request, 500)
            if self.hub.closed:
                return self._refusals.reply(request, 503, close=True)
            if self._door.is_revoked(token):
                raise edge.Refused(401, "sign-in")
            if request.method == "HEAD":
                return Reply(200, wire.HEADERS, b"")
            client = Client(request.send, request.abort, token)
            await self._replies.start(request.send, 200, wire.HEADERS)
            try:
                channel.enter(client)
                await request.wait_until_gone()
            finally:
                channel.leave(client)
        return None

    async def _health(self, request: Request) -> Reply:
        """200 while the database answers in time."""
        try:
            async with asyncio.timeout(HEALTH_SECONDS):
                await self._threads.run(self._ask_database)
        except Exception as error:
            log.error("the database does not answer: %s", type(error).__name__)
            return self._refusals.reply(request, 503)
        return Reply(200, (("content-type", "text/plain; charset=utf-8"),), b"ok\n")

    def _ask_database(self) -> None:
        with self._sessions() as session:
            session.execute(select(1))

    async def _live(self, receive: Receive, send: Send) -> None:
        """Start the parts, and end them in the order that loses nothing."""
        await receive()
        self._broker.connect(self.hub, self._door)
        self._writer.start(self._sessions)
        self.hub.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.bye()
        await asyncio.get_running_loop().run_in_executor(None, self._writer.drain)
        self._broker.close()
        self._threads.close()
        await send({"type": "lifespan.shutdown.complete"})


def _asset(request: Request) -> Reply:
    """A file of static/; a file that is not there may not be kept."""
    found = assets.resolve(request.path, "gzip" in request.headers.get("accept-encoding", ""))
    return Reply(found.status, found.headers, found.body)


def _for_flask(scope: Scope, body: bytes) -> Scope:
    """`scope` with the length of `body`, which chunked requests lack, and without the sender's address."""
    dropped = {b"content-length", b"transfer-encoding"}
    headers = [line for line in scope["headers"] if line[0] not in dropped]
    if body or scope["method"] not in READING:
        headers.append((b"content-length", str(len(body)).encode()))
    return {**scope, "headers": headers, "client": None}
