"""Everything else: Flask, in one of eight threads, once the whole request is here."""

from __future__ import annotations

from typing import Any, cast

from a2wsgi import WSGIMiddleware
from flask import Flask

from app.serve.asgi import Request, Scope
from app.serve.body import Bodies, as_receive
from app.serve.guess import Guesses
from app.serve.refusals import Refusals
from app.serve.reply import Reply

THREADS = 8
UNSENT = frozenset({b"content-length", b"transfer-encoding"})


class Pages:
    """Hands requests to Flask."""

    def __init__(self, app: Flask, bodies: Bodies, guesses: Guesses, refusals: Refusals) -> None:
        self._bodies = bodies
        self._guesses = guesses
        self._guarded = frozenset(one.rule for one in app.url_map.iter_rules("join.code"))
        self._refusals = refusals
        # send_queue_size 0: a reader that is slow holds no thread
        self._flask = cast("Any", WSGIMiddleware(cast("Any", app), workers=THREADS, send_queue_size=0))

    async def serve(self, request: Request) -> Reply | None:
        """Flask's own answer (None), or the reply that says why there is none. Raises Refuse and ClientGone."""
        body = await self._bodies.read(request)
        send = request.send
        if request.method == "POST" and request.path in self._guarded:
            if not await self._guesses.wait():
                return self._refusals.reply(request, 503)
            send = self._guesses.watched(send)
        await self._flask(_for_flask(request, body), as_receive(body), send)
        return None


def _for_flask(request: Request, body: bytes) -> Scope:
    """The scope with the length of `body`, which chunked requests lack, and without the sender's address."""
    headers = [line for line in request.scope["headers"] if line[0] not in UNSENT]
    if body or request.method not in {"GET", "HEAD"}:
        headers.append((b"content-length", str(len(body)).encode()))
    return {**request.scope, "headers": headers, "client": None}
