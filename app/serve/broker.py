"""Carries "this hour is at seq now" from any thread to the hub on its loop: the broker of one process alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from app.serve.door import Door
from app.serve.hub import Hub


class LocalBroker:
    """A `Broker` that reaches the streams of this process; before `connect` nobody listens."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hub: Hub | None = None
        self._door: Door | None = None

    def connect(self, hub: Hub, door: Door) -> None:
        """Tell these from now on; call on the loop."""
        self._loop, self._hub, self._door = asyncio.get_running_loop(), hub, door

    def publish(self, live: str, seq: int) -> None:
        """A move, or anything else that all audiences may see."""
        if self._hub is not None:
            self._on_loop(self._hub.moved, live, seq)

    def answered(self, live: str, seq: int) -> None:
        """Answers were stored: nothing that phones see."""
        if self._hub is not None:
            self._on_loop(self._hub.answered, live, seq)

    def publish_point(self, live: str, point: bytes) -> None:
        """A pointer signal for the board."""
        if self._hub is not None:
            self._on_loop(self._hub.pointed, live, point)

    def revoked(self, token_hash: str) -> None:
        """Close the streams of this token and let it in no more."""
        if self._hub is not None and self._door is not None:
            self._on_loop(self._door.revoked, token_hash)
            self._on_loop(self._hub.revoked, token_hash)

    async def close(self) -> None:
        """Nobody listens any more."""
        self._loop = None

    def _on_loop(self, call: Callable[..., object], *values: Any) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has just been closed: the server ends
                self._loop.call_soon_threadsafe(call, *values)
