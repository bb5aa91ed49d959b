"""A page in a browser as the real server sees it: requests and streams over a socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any, Self

from app.config import Settings
from app.web.cookies import name_of

TIMEOUT = 20


@dataclass(frozen=True)
class Event:
    """One server-sent event."""

    kind: str
    id: str | None
    retry: str | None
    data: str

    @property
    def frame(self) -> dict[str, Any]:
        """The frame it carries."""
        found: dict[str, Any] = json.loads(self.data)
        return found


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Stream:
    """An open stream. Use it as a context manager; reading waits for what comes next."""

    def __init__(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        self._connection = connection
        self._response = response
        self.status = response.status
        self.headers = dict(response.headers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()
        self._connection.close()

    def next(self) -> Event | None:
        """The next event; None at the end of the stream."""
        found: dict[str, str] = {}
        while True:
            line = self._response.readline().decode()
            if not line:
                return None
            if line == "\n":
                return Event(found.get("event", "message"), found.get("id"), found.get("retry"), found["data"])
            name, _, value = line.rstrip("\n").partition(": ")
            found[name] = value

    def frame(self) -> dict[str, Any]:
        """The next frame; signs of life are passed over."""
        while True:
            event = self.next()
            assert event is not None, "the stream has ended"
            if event.kind == "message":
                return event.frame


class Page:
    """A browser with the tokens it got: `Page(port, settings, board=token)`."""

    def __init__(self, port: int, settings: Settings, **tokens: str) -> None:
        self.port = port
        self.cookies = "; ".join(f"{name_of(door, settings)}={token}" for door, token in tokens.items())
        self.origin = settings.public_url or f"http://127.0.0.1:{port}"

    def add_cookie(self, cookie: str) -> None:
        """Keep `name=value` from now on."""
        self.cookies = "; ".join(filter(None, (self.cookies, cookie)))

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request on a connection of its own; `_` in header names stands for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request(method, path, body, self._headers(headers))
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Read `path`."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, data: Any, **headers: str) -> Answer:
        """Send JSON as our own pages do."""
        own = {"Content_Type": "application/json", "Origin": self.origin}
        return self.ask("POST", path, json.dumps(data).encode(), **{**own, **headers})

    def move(self, live: str, audience: str = "staff", **move: Any) -> Answer:
        """Make a move with the newest turn on screen."""
        turn = self.get(f"/live/{live}/state?as={audience}").json["turn"]
        return self.post(f"/live/{live}/moves?as={audience}", {"turn": turn, **move})

    def stream(self, live: str, audience: str, *, narrow: bool = False) -> Stream:
        """Open the stream of `live`; through a narrow connection little comes in before it is read."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        connection.sock = socket.socket()
        if narrow:
            connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sock.settimeout(TIMEOUT)
        connection.sock.connect(("127.0.0.1", self.port))
        connection.request("GET", f"/live/{live}/stream?as={audience}", headers=self._headers({}))
        return Stream(connection, connection.getresponse())

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in more.items()}
        return ({"Cookie": self.cookies} if self.cookies else {}) | named
