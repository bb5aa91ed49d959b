"""A board without any other device gets into its hour by the key from the printed sheet: by taps or by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.support.devices import BOARD, Hands
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.old import OldBrowser

WRONG = "22222222"
MOST_TABS = 60
FOCUSED = "document.activeElement.innerText || ''"


def tap_in(board: Hands, key: str) -> None:
    """With a finger only: a wrong key first, which stays to be put right."""
    board.watch.forgive("the server responded with a status of")
    board.go("/")
    board.tap("a", "Tafel")
    board.see("#code")
    board.tap("a", "Schlüssel eintippen")
    _tap_key(board, WRONG)
    board.see("[role=alert]", "Schlüssel")
    assert board.read(".kslots").split() == list(WRONG)
    for _ in WRONG:
        board.tap("[data-do=erase]")
    board.tap("[data-do=side]", "Tastatur nach rechts")
    board.see("[data-do=side]", "Tastatur nach links")
    _tap_key(board, key)
    board.land("/board/show")
    board.see("[data-net=live] .joincode__n")
    board.tap("[data-way=next]", "Starten")
    board.see("h1", "Was weißt du noch?")


def key_in(board: Hands, key: str) -> None:
    """With a keyboard only; small letters will do."""
    board.go("/board")
    board.see("#code")
    _reach(board, "Schlüssel eintippen")
    board.press("Enter")
    board.land("/board/key")
    board.see(".kslot--now")
    for symbol in key.lower():
        board.press(symbol)
    board.press("Enter")
    board.land("/board/show")
    board.see("[data-net=live] .joincode__n")
    board.press("ArrowRight")
    board.see("h1", "Was weißt du noch?")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("way", [tap_in, key_in])
def test_the_key_opens_the_hour(way: Callable[[Hands, str], None], house: House, device: DeviceMaker) -> None:
    board = device(house, BOARD)
    way(board, house.cast.memory["hour_key"])


@pytest.mark.chromium80
@pytest.mark.slow
@pytest.mark.parametrize("way", [tap_in, key_in])
def test_the_key_opens_the_hour_in_chromium_80(
    way: Callable[[Hands, str], None], house: House, old_browser: OldBrowser
) -> None:
    board = old_browser.device("board", BOARD)
    way(board, house.cast.memory["hour_key"])
    board.watch.assert_clean()


def _tap_key(board: Hands, key: str) -> None:
    for symbol in key:
        board.tap(f"[data-symbol='{symbol}']")
    board.tap("button", "Öffnen")


def _reach(board: Hands, text: str) -> None:
    for _ in range(MOST_TABS):
        board.press("Tab")
        if text in board.ask(FOCUSED):
            return
    raise AssertionError(f"no way to {text} with the Tab key")
