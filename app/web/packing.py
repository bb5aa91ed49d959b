"""Pages go out as gzip to browsers that take it: on a weak school network they weigh a third then.

A page holds a form token beside text that somebody else may have chosen. Guessing the token by the length of packed
pages (BREACH) needs many requests in the name of its owner; our cookies are SameSite=Lax, other sites cannot send them.
"""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

WORTH_IT = 1000
"""Shorter bodies fit into one packet anyhow."""


def init_app(app: Flask) -> None:
    """Pack the HTML pages of `app`; files come packed from `assets`, frames are sent as they are."""
    app.after_request(_pack)


def _pack(response: Response) -> Response:
    if response.mimetype != "text/html" or (response.content_length or 0) < WORTH_IT:
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] > 0:
        response.set_data(gzip.compress(response.get_data(), 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
