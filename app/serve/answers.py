"""`POST /live/<key>/answers`: the reply follows the commit, and no thread waits for it."""

from __future__ import annotations

import asyncio

from flask import Flask

from app.serve.asgi import Request
from app.serve.body import Bodies
from app.serve.door import Door
from app.serve.refusals import Refusals
from app.serve.reply import Reply, json_reply
from app.serve.writer import Writer
from app.web import live as edge
from app.work.ports import SinkFull


class Answers:
    """Reads an answer, hands it to the writer and waits for its receipt."""

    def __init__(self, app: Flask, door: Door, bodies: Bodies, writer: Writer, refusals: Refusals) -> None:
        self._app = app
        self._door = door
        self._bodies = bodies
        self._writer = writer
        self._refusals = refusals

    async def store(self, request: Request, live: str) -> Reply:
        """What became of the answer. Raises Refused, Refuse and ClientGone."""
        edge.check_origin(self._app, request.headers)
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
