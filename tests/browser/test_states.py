"""Every state of an hour: readable from the last row on the board, usable on the narrowest phone."""

from __future__ import annotations

import pytest

from tests.browser.support.devices import BOARD, Device
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.layout import probe
from tests.browser.support.pages import NARROWEST
from tests.browser.support.states import walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOARD_SIZES = (BOARD, {"width": 1280, "height": 720})
CONTRAST = 7
FINGER = 96 / 1080
"""The least a finger needs on a board, of its height."""
LEAST = 24


def test_every_state_can_be_read_and_used(furnished: House, device: DeviceMaker) -> None:
    board = device(furnished, BOARD, "board")
    remote, seat = device(furnished, NARROWEST, "mentor"), device(furnished, NARROWEST, "phone")
    found, seen = [], 0
    for state in walk(furnished):
        board.go("/board/show")
        found += [f"{state}, board {what}" for what in _on_a_board(board)]
        seen += 1
        if state.startswith("slide"):  # a seat shows no slides, and the remote shows them all in the same places
            continue
        remote.go(f"/present/{furnished.cast.keys['hour']}/remote")
        seat.go("/join/seat")
        found += [f"{state}, remote {what}" for what in _on_a_phone(remote)]
        found += [f"{state}, seat {what}" for what in _on_a_phone(seat)]
    assert seen > 40
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/board", "/board/key"])
def test_a_board_without_an_hour_too(path: str, open_house: House, device: DeviceMaker) -> None:
    board = device(open_house, BOARD)
    board.go(path)
    board.see("#code" if path == "/board" else "[data-symbol]")
    found = _on_a_board(board)
    assert not found, "\n".join(found)


def _on_a_board(board: Device) -> list[str]:
    found = []
    board.page.evaluate("document.fonts.ready")
    for size in BOARD_SIZES:
        board.page.set_viewport_size({**size})
        probes = (("tiny", None), ("spilled", None), ("faint", CONTRAST), ("small", [FINGER * size["height"], None]))
        found += [f"{size['height']}: {what}" for name, least in probes for what in probe(board.page, name, least)]
    return found


def _on_a_phone(phone: Device) -> list[str]:
    probes = (("wide", None), ("cut", None), ("small", [LEAST, None]), ("covered", None))
    return [what for name, least in probes for what in probe(phone.page, name, least)]
