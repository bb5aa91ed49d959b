"""The search page on cards as a class plays it: by tap, keyboard, two fingers, show of hands; and at home alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.support import axe
from tests.browser.support.activity import board_at, hour_at, slide_of, step_of
from tests.browser.support.devices import BOARD, LAPTOP, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.layout import probe
from tests.browser.support.pages import HALF_BOARD, NARROWEST

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

SAID = ".act__say"
OVER = """[...document.querySelectorAll(".bmain .act__stage, .bmain .act__stage > *")]
  .filter((one) => one.scrollHeight > one.clientHeight + 2).map((one) => one.className)"""

TOPS = """[...["[data-tray]", '[data-do="search"]', ".hits"]
  .map((one) => document.querySelector(`.act ${one}`).getBoundingClientRect().top),
  document.querySelector(".hits").getBoundingClientRect().bottom]"""


@pytest.fixture(scope="module")
def active(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The hour of an active house, at the search page."""
    with hour_at("search", template, tmp_path_factory.mktemp("search")) as made:
        yield made


@pytest.fixture
def board(active: House, chromium: Browser) -> Iterator[Device]:
    """The board at the search page, as nobody has touched it yet."""
    with board_at("search", active, chromium) as one:
        yield one


def _lay(one: Device, *cards: str) -> None:
    for card in cards:
        one.tap(f'[data-tray]:not([hidden]) [data-card="{card}"]')


def _titles(one: Device) -> list[str]:
    found: list[str] = one.ask(
        "[...document.querySelectorAll('.act li:not([hidden]) [data-title]')].map((one) => one.textContent)"
    )
    return found


def _vote(one: Device, letter: str) -> None:
    one.tap(f'[data-letter="{letter}"] [data-vote-by="1"]')
    one.tap("[data-vote-take]")


def test_the_list_changes_with_the_cards_until_it_is_found(board: Device) -> None:
    _lay(board, "maus")
    board.see(SAID, "Es liegt: Maus.")
    board.tap('[data-do="search"]')
    board.see(SAID, "3.693 Treffer. Erst lesen, dann öffnen.")
    assert _titles(board) == ["Maus im Angebot", "Maus im Test", "Maus aus Filz"]
    board.see('[data-hit="0"]', "Anzeige")
    board.tap('[data-hit="1"]')
    board.see(SAID, "Noch nicht. Das ist Technik.")
    board.see('[data-hit="1"][data-state="opened"]')
    _lay(board, "ohne")
    assert _titles(board) == []  # other cards: guess first, then search
    board.tap('[data-do="search"]')
    board.see(SAID, "Vorher 3.693, jetzt 92 Treffer.")
    assert _titles(board) == ["Maus aus Filz", "Was die Maus frisst"]
    board.tap('[data-hit="1"]')
    board.see(SAID, "Gefunden, mit 2 Karten.")
    board.see('[data-hit="1"][data-state="wanted"]')
    board.see(f'.board[data-position="{slide_of("search")}"]')


def test_nothing_to_look_for_is_said_and_never_red(board: Device) -> None:
    board.tap('[data-do="search"]')
    board.see(SAID, "Lege erst eine Karte.")
    _lay(board, "ohne")
    board.tap('[data-do="search"]')
    board.see(SAID, "Ein Minus allein findet nichts. Lege ein Wort dazu.")
    _lay(board, "ohne")
    board.see(SAID, "Weg ist: -Computer.")
    colour = board.ask("getComputedStyle(document.querySelector('.act__say')).color")
    assert colour == board.ask("getComputedStyle(document.querySelector('.act__task')).color")


def test_another_level_keeps_the_cards_of_this_one(board: Device) -> None:
    _lay(board, "frisst")
    board.tap('[data-level="1"]')
    board.see(".act__task", "Findet die Regeln der Stadt.")
    board.see('[data-tray]:not([hidden]) [data-card="stadt"]', "site:stadt.example")
    _lay(board, "genau", "stadt")
    board.tap('[data-do="search"]')
    assert _titles(board) == ["Stadt: Regeln im Bad"]
    board.see("[data-total]", "1 Treffer")
    board.tap('[data-level="0"]')
    board.see('[data-tray]:not([hidden]) [aria-pressed="true"]', "frisst")
    board.tap('[data-do="restart"]')
    board.see(SAID, "Alle Karten sind wieder frei.")
    board.miss('[data-tray]:not([hidden]) [aria-pressed="true"]')


def test_a_keyboard_alone_plays_it(board: Device) -> None:
    for _ in range(40):
        board.press("Tab")
        if board.ask("document.activeElement.dataset.card") == "maus":
            break
    assert board.ask("document.activeElement.matches(':focus-visible')")
    board.press("Enter")
    board.press("ArrowRight")
    assert board.ask("document.activeElement.dataset.card") == "frisst"
    board.press(" ")
    board.press("Tab")
    assert board.ask("document.activeElement.dataset.do") == "search"
    board.press("Enter")
    board.see(SAID, "1 Treffer. Erst lesen, dann öffnen.")
    board.press("Shift+Tab")
    assert board.ask("document.activeElement.dataset.hit") == "0"
    board.press("Enter")
    board.see(SAID, "Gefunden, mit 2 Karten.")
    board.see(f'.board[data-position="{slide_of("search")}"]')  # no key has left the slide


def test_two_people_lay_at_the_same_moment(board: Device) -> None:
    glass = Glass(board)
    for finger, card in enumerate(("maus", "ohne")):
        glass.put(finger, glass.middle(f'.bmain [data-tray]:not([hidden]) [data-card="{card}"]'))
    for finger in (1, 0):
        glass.lift(finger)
    expect(board.page.locator('.act .scard[aria-pressed="true"]')).to_have_count(2)


def test_the_class_decides_cards_and_then_the_hit(board: Device) -> None:
    board.tap('[data-do="vote"]')
    board.see(SAID, "Welche Karte legen wir?")
    board.miss("[data-tray]")
    board.miss(".hits")
    _vote(board, "A")
    board.see('[data-letter="A"]', "Maus weg")
    board.tap('[data-do="search"]')
    board.see('[data-letter="C"]', "Treffer 3")
    board.see('[data-letter="D"]', "Keinen")
    board.see(".hits", "Maus aus Filz")
    _vote(board, "C")
    board.see(SAID, "Noch nicht. Die ist aus Filz.")
    board.see('[data-letter="C"]', "Keinen")
    _vote(board, "C")
    board.see(SAID, "Welche Karte legen wir?")
    _vote(board, "B")
    board.tap('[data-do="search"]')
    _vote(board, "A")
    board.see(SAID, "Gefunden, mit 2 Karten.")
    board.tap('[data-do="vote"]')
    board.see("[data-tray]")
    board.see('[data-hit="0"][data-state="wanted"]')


@pytest.mark.parametrize("taps", [(), ('[data-hit="0"]',), ('[data-do="vote"]',)], ids=["list", "opened", "vote"])
def test_a_full_list_fits_every_board(board: Device, taps: tuple[str, ...]) -> None:
    _lay(board, "maus")
    board.tap('[data-do="search"]')
    for one in taps:
        board.tap(one)
    found = axe.findings(board.page, board=True)
    for size in (BOARD, {"width": 1280, "height": 720}, HALF_BOARD):
        board.page.set_viewport_size({**size})
        found += [f"{size['width']}: runs over: {what}" for what in board.page.evaluate(OVER)]
        for name, value in (("tiny", None), ("spilled", None), ("faint", 7)):
            found += [f"{size['width']}: {what}" for what in probe(board.page, name, value)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [NARROWEST, LAPTOP], ids=["phone", "laptop"])
def test_at_home_it_is_played_and_leads_on(active: House, device: DeviceMaker, size: dict[str, int]) -> None:
    home = device(active, size, "pupil")
    home.go(step_of("search"))
    _lay(home, "maus")
    home.page.locator('[data-tray]:not([hidden]) [data-card="frisst"]').press("Enter")  # a keyboard does too
    home.tap('[data-do="search"]')
    home.see(SAID, "1 Treffer. Erst lesen, dann öffnen.")
    tray, button, hits, bottom = home.ask(TOPS)
    assert tray < button < hits  # in the order of the tab key
    assert bottom <= size["height"]  # what changes is in sight
    home.tap('[data-hit="0"]')
    home.see(SAID, "Gefunden, mit 2 Karten.")
    assert not axe.findings(home.page)
