"""Read a request's body whole before anything else is done with it, within limits."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from app.serve.asgi import ClientGone, Message, Receive, Request
from app.serve.limits import Limits


class Refuse(Exception):
    """The body cannot be taken; `close` when the rest of it is still on its way."""

    def __init__(self, status: int, *, close: bool) -> None:
        super().__init__(status)
        self.status = status
        self.close = close


class Bodies:
    """Reads bodies; those that are not complete can be cut off when the server stops."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: set[Request] = set()

    async def read(self, request: Request, *, small: bool = False) -> bytes:
        """The body, empty if there is none. Raises Refuse(413), Refuse(408) and ClientGone."""
        if not _has_body(request.headers):
            return b""
        most = self._limits.answer_size if small else self._limits.body_size
        if _declared(request.headers) > most and request.headers.get("expect", "").lower() == "100-continue":
            raise Refuse(413, close=True)  # it asked before sending, so nothing is on its way yet
        self._open.add(request)
        body = bytearray()
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                size = await self._collect(request.receive, body, most)
        except TimeoutError:
            raise Refuse(413 if len(body) > most else 408, close=True) from None
        finally:
            self._open.discard(request)
        if size > most:
            raise Refuse(413, close=False)
        return bytes(body)

    def cut(self) -> None:
        """End every connection whose body is not complete."""
        for request in list(self._open):
            request.abort()

    async def _collect(self, receive: Receive, body: bytearray, most: int) -> int:
        """Fill `body` up to a little over `most` and throw the rest away; return how much came."""
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientGone
            part = message.get("body", b"")
            size += len(part)
            if size > self._limits.thrown_away:
                raise Refuse(413, close=True)
            if len(body) <= most:
                body += part
            more = message.get("more_body", False)
        return size


def as_receive(body: bytes) -> Receive:
    """A `receive` that gives `body` in one piece."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


def _has_body(headers: Mapping[str, str]) -> bool:
    return _declared(headers) > 0 or "transfer-encoding" in headers


def _declared(headers: Mapping[str, str]) -> int:
    return int(headers.get("content-length", "0"))
