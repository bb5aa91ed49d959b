"""A stream that breaks while it is written to ends alone."""

from __future__ import annotations

import asyncio

import pytest

from app.serve.asgi import Message
from app.serve.channel import offer_all
from app.serve.client import Client


def test_a_broken_stream_keeps_no_other_from_its_frame(caplog: pytest.LogCaptureFixture) -> None:
    got: list[Message] = []
    cut: list[str] = []

    async def breaks(message: Message) -> None:
        raise RuntimeError("the connection is in no state to be written to")

    async def takes(message: Message) -> None:
        got.append(message)

    async def run() -> None:
        broken = Client(breaks, lambda: cut.append("broken"), "", 1.0)
        whole = Client(takes, lambda: cut.append("whole"), "", 1.0)
        offer_all((broken, whole), b"first")
        offer_all((broken, whole), b"second")

    asyncio.run(run())
    assert [one["body"] for one in got] == [b"first", b"second"]
    assert cut == ["broken"]
    assert caplog.text.count("a stream could not be written to") == 1
