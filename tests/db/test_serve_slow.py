"""A page that does not read harms nobody, catches up when it reads again, and is cut off in the end."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPException

import pytest

from app.config import Settings
from app.serve.limits import Limits
from tests.db.test_serve_stream import board_token
from tests.support.hour import Hour
from tests.support.pages import Page, Stream
from tests.support.serving import Serving

HINT = b"x" * 100_000
HINTS = 80
"""More than the buffers of one connection hold."""


class Room:
    """A board that reads and one that does not, in one hour."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.hour = Hour(serving.world())
        self.staff: Page = serving.page(login=self.hour.world.token_for("mentor"))
        self.staff.move(self.hour.key, move="take")
        page = serving.page(board=board_token(self.hour))
        self.quick = page.stream(self.hour.key, "board")
        self.slow = page.stream(self.hour.key, "board", narrow=True)
        assert self.quick.frame() == self.slow.frame()

    def fill(self) -> None:
        """Send so much that the slow page's buffers are full; the quick one reads it."""
        for _ in range(HINTS):
            self.serving.broker.publish_point(self.hour.key, HINT)
            event = self.quick.next()
            assert event is not None
            assert event.kind == "point"

    def moves(self) -> list[int]:
        """Make some moves; the numbers of the frames that the quick page got at once."""
        seqs = []
        for move in ({"move": "start"}, *({"move": "step", "to": place} for place in (1, 2, 3, 0))):
            assert self.staff.move(self.hour.key, **move).status == 200
            seqs.append(self.quick.frame()["seq"])
        return seqs


@pytest.fixture
def limits(request: pytest.FixtureRequest) -> Limits:
    return Limits(stuck_seconds=request.param)


@pytest.fixture
def room(settings: Settings, limits: Limits) -> Iterator[Room]:
    with Serving(settings, limits) as serving:
        made = Room(serving)
        with made.quick, made.slow:
            yield made


@pytest.mark.parametrize("limits", [20.0], indirect=True)
def test_a_slow_page_gets_the_newest_frame_and_not_all_before_it(room: Room) -> None:
    room.fill()
    seqs = room.moves()
    got = list(frames_until(room.slow, seqs[-1]))
    assert got[-1] == seqs[-1]
    assert len(got) < len(seqs)


@pytest.mark.parametrize("limits", [0.2], indirect=True)
def test_a_page_that_never_reads_is_cut_off(room: Room) -> None:
    room.fill()
    seqs = room.moves()
    room.serving.wait_for_streams(1)
    with pytest.raises((HTTPException, OSError)):
        list(frames_until(room.slow, seqs[-1]))
    assert room.staff.move(room.hour.key, move="step", to=1).status == 200
    assert room.quick.frame()["seq"] == seqs[-1] + 1


def frames_until(stream: Stream, last: int) -> Iterator[int]:
    """The numbers of the frames that come up to `last`."""
    seq = -1
    while seq < last:
        seq = stream.frame()["seq"]
        yield seq
