"""Server-sent events as bytes."""

from __future__ import annotations

import random

from app.web.live import LiveFrame

BEAT = b"event: beat\ndata: 1\n\n"
"""A sign of life."""

HEADERS = (
    ("content-type", "text/event-stream; charset=utf-8"),
    ("cache-control", "no-cache"),
    ("x-accel-buffering", "no"),  # a proxy must pass every event on at once
)


def frame(made: LiveFrame) -> bytes:
    """One frame: its JSON is compact, so it has no line breaks."""
    return b"id: %d\ndata: %b\n\n" % (made.seq, made.body)


def point(signal: bytes) -> bytes:
    """A pointer signal: no id, never stored."""
    return b"event: point\ndata: %b\n\n" % signal.replace(b"\n", b" ")


def retry() -> bytes:
    """How long this page waits before it opens the stream again: drawn, so that a class does not come all at once."""
    return b"retry: %d\n" % _pause()


def bye() -> bytes:
    """The server stops now; the page comes back after the time given."""
    pause = _pause()
    return b"event: bye\nretry: %d\ndata: %d\n\n" % (pause, pause)


def _pause() -> int:
    return random.randint(1000, 4000)  # noqa: S311 - spreads a storm, keeps no secret
