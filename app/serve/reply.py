"""Answers that the shell gives itself, with the same headers as those of Flask."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.config import Settings
from app.serve.asgi import Send
from app.web.security import headers_for


@dataclass(frozen=True)
class Reply:
    """Status, header lines (names in any case) and body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def json_reply(status: int, body: Mapping[str, Any], *more: tuple[str, str]) -> Reply:
    """`body` as compact JSON."""
    packed = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, (("content-type", "application/json"), *more), packed)


class Replies:
    """Sends replies; adds what `settings` want on every answer."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def send(self, send: Send, reply: Reply) -> None:
        """The whole of `reply`."""
        length = ("content-length", str(len(reply.body)))
        await self.start(send, reply.status, (*reply.headers, length))
        await send({"type": "http.response.body", "body": reply.body})

    async def start(self, send: Send, status: int, headers: Iterable[tuple[str, str]]) -> None:
        """Status and headers alone; a header that is given here wins over the common one."""
        own = {name.lower(): value for name, value in headers}
        common = headers_for(self._settings, own.get("content-type", ""))
        lines = {"cache-control": "no-store", **{name.lower(): value for name, value in common.items()}, **own}
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in lines.items()]
        await send({"type": "http.response.start", "status": status, "headers": encoded})
