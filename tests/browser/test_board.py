"""The board can be read from the last row in every state: large text, strong contrast, nothing cut off."""

from __future__ import annotations

import pytest

from tests.browser.support.devices import BOARD, Device
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.layout import probe
from tests.browser.support.states import walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = (BOARD, {"width": 1280, "height": 720})
CONTRAST = 7
TARGET = 96 / 1080
"""A finger's least on a board of 1080 lines."""


def test_every_state_can_be_read_from_the_last_row(furnished: House, device: DeviceMaker) -> None:
    board = device(furnished, BOARD, "board")
    found, seen = [], 0
    for state in walk(furnished):
        board.go("/board/show")
        found += [f"{state}, {what}" for what in _looks(board)]
        seen += 1
    assert seen > 40
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/board", "/board/key"])
def test_a_board_without_an_hour_too(path: str, open_house: House, device: DeviceMaker) -> None:
    board = device(open_house, BOARD)
    board.go(path)
    board.see("#code" if path == "/board" else "[data-symbol]")
    found = _looks(board)
    assert not found, "\n".join(found)


def _looks(board: Device) -> list[str]:
    found = []
    board.page.evaluate("document.fonts.ready")
    for size in SIZES:
        board.page.set_viewport_size({**size})
        probes = (("tiny", None), ("spilled", None), ("faint", CONTRAST), ("small", [TARGET * size["height"], None]))
        found += [f"{size['height']}: {what}" for name, least in probes for what in probe(board.page, name, least)]
    return found
