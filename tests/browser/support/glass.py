"""Fingers on a screen, sent as a touch panel sends them, through the browser's own protocol."""

from __future__ import annotations

from playwright.sync_api import CDPSession

from tests.browser.support.devices import Device

Point = tuple[float, float]


class Glass:
    """The fingers on a board's screen, each with a number of its own."""

    def __init__(self, board: Device) -> None:
        self._board = board
        self._session: CDPSession = board.context.new_cdp_session(board.page)
        self._down: dict[int, Point] = {}

    def middle(self, selector: str, nth: int = 0) -> Point:
        """The middle of the element `selector`."""
        box = self._board.page.locator(selector).nth(nth).bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def put(self, finger: int, place: Point) -> None:
        """A finger comes down."""
        self._down[finger] = place
        self._send("touchStart", *self._down)

    def move(self, finger: int, place: Point) -> None:
        """It moves."""
        self._down[finger] = place
        self._send("touchMove", *self._down)

    def lift(self, finger: int) -> None:
        """It leaves."""
        self._send("touchEnd", finger)
        del self._down[finger]

    def _send(self, kind: str, *fingers: int) -> None:
        points = [{"id": one, "x": self._down[one][0], "y": self._down[one][1]} for one in fingers]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
