"""What the shell says when it refuses a request before Flask sees it: the pages and the JSON that Flask would give."""

from __future__ import annotations

from flask import Flask

from app.serve.asgi import Request
from app.serve.reply import Reply
from app.web.errors import answer

STATUSES = (408, 413, 500, 503)
RETRY_SECONDS = {503: "2"}


class Refusals:
    """Made once at the start by the application's own code, so that a refusal costs nothing."""

    def __init__(self, app: Flask) -> None:
        self._made = {(status, json): _render(app, status, json=json) for status in STATUSES for json in (False, True)}

    def reply(self, request: Request, status: int, *, close: bool = False) -> Reply:
        """The refusal of `request` with `status` (one of STATUSES); `close` ends the connection after it."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        made = self._made[status, request.path.startswith("/live/") or kind == "application/json"]
        headers = made.headers
        if status in RETRY_SECONDS:
            headers += (("retry-after", RETRY_SECONDS[status]),)
        if close:
            headers += (("connection", "close"),)
        return Reply(status, headers, made.body)


def _render(app: Flask, status: int, *, json: bool) -> Reply:
    with app.test_request_context("/live/" if json else "/"):
        response = app.make_response(answer(status))
        return Reply(status, (("content-type", response.headers["Content-Type"]),), response.get_data())
