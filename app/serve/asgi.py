"""The little of ASGI that the shell speaks, and one request as its handlers see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from werkzeug.http import parse_cookie

Message = dict[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Coroutine[Any, Any, None]]


class ClientGone(Exception):
    """The connection was closed before the request was complete; nobody waits for an answer."""


@dataclass(frozen=True, eq=False)
class Request:
    """One HTTP request. It has no address of its sender, so that no handler can write it down."""

    scope: Scope
    receive: Receive
    send: Send

    @property
    def method(self) -> str:
        """GET, POST and so on."""
        return str(self.scope["method"])

    @property
    def path(self) -> str:
        """The path, decoded."""
        return str(self.scope["path"])

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """By lower-case name; the last of several with the same name, as one browser sends only one."""
        return {name.decode("latin-1"): value.decode("latin-1") for name, value in self.scope["headers"]}

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The query's values by name."""
        return dict(parse_qsl(self.scope["query_string"].decode("latin-1")))

    @cached_property
    def cookies(self) -> Mapping[str, str]:
        """The cookies by name."""
        return parse_cookie(self.headers.get("cookie", ""))

    def abort(self) -> None:
        """Cut the connection without sending what still waits; does nothing on a server that offers no such thing."""
        cut = self.scope.get("state", {}).get("abort")
        if cut is not None:
            cut()

    async def wait_until_gone(self) -> None:
        """Return when the other side has closed the connection, or the answer is complete."""
        while (await self.receive())["type"] != "http.disconnect":
            pass
