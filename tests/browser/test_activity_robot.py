"""The robot, played: by tap, by keyboard, by two at once, by show of hands, on a phone at home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.support import steer
from tests.browser.support.activity import active_house, board_at, hour_at, slide_of, step_of
from tests.browser.support.devices import BOARD, LAPTOP, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import NARROWEST
from tests.browser.support.watch import LOST

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

SAID = ".act__say"
STAIRS = ("repeat-3", "open", "forward", "left", "forward", "right", "close")


@pytest.fixture(scope="module")
def active(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The hour of an active house, at the robot."""
    with hour_at("robot", template, tmp_path_factory.mktemp("robot")) as made:
        yield made


@pytest.fixture
def board(active: House, chromium: Browser) -> Iterator[Device]:
    """The board at the robot, as nobody has touched it yet."""
    with board_at("robot", active, chromium) as one:
        yield one


def _lay(one: Device, *cards: str) -> None:
    for card in cards:
        one.tap(f'[data-card="{card}"]')


def _laid(one: Device) -> list[str]:
    found: list[str] = one.ask(
        "[...document.querySelectorAll('.act [data-slot]')].map((one) => one.dataset.laid).filter(Boolean)"
    )
    return found


def test_cards_are_laid_by_tap_and_run_one_by_one(board: Device) -> None:
    _lay(board, "forward", "forward")
    board.tap('[data-do="step"]')
    board.see(SAID, "Karte 1: vor.")
    board.see('[data-slot="0"][data-now]')
    board.tap('[data-do="step"]')
    board.see(SAID, "Karte 2: vor.")
    board.tap('[data-do="step"]')
    board.see(SAID, "Noch nicht. Nach Karte 2 steht er nicht am Ziel.")
    board.see('[data-slot="1"][data-now]')
    _lay(board, "forward")
    board.see(SAID, "Auf Platz 3 liegt: vor.")
    board.miss("[data-now]")  # another card: it begins anew
    board.tap('[data-do="run"]', "Los")
    board.see('[data-do="run"]', "Anhalten")
    board.see(SAID, "Am Ziel, mit 3 Karten.")
    board.see('[data-do="run"]', "Los")


def test_something_in_the_way_names_the_card_and_is_never_red(board: Device) -> None:
    _lay(board, "left", "forward", "forward")
    for _ in range(3):
        board.tap('[data-do="step"]')
    board.see(SAID, "Noch nicht. Bei Karte 3 ist etwas im Weg.")
    colour = board.ask("getComputedStyle(document.querySelector('.act__say')).color")
    assert colour == board.ask("getComputedStyle(document.querySelector('.act__task')).color")


def test_a_card_is_changed_taken_and_no_more_fit_than_there_is_room(board: Device) -> None:
    _lay(board, "left", "forward", "forward", "right")
    _lay(board, "forward")
    board.see(SAID, "Alle Plätze sind belegt.")
    board.tap('[data-slot="0"]')
    board.see(SAID, "Gewählt: Karte 1, links drehen.")
    _lay(board, "forward")
    board.tap('[data-do="remove"]')
    assert _laid(board) == ["forward", "forward", "forward"]
    board.tap('[data-do="restart"]')
    assert _laid(board) == []


def test_the_wrong_card_is_found(board: Device) -> None:
    board.tap('[data-level="1"]')
    _lay(board, "left")
    board.see(SAID, "Tippe erst die Karte an, die falsch ist.")
    board.tap('[data-slot="0"]')
    _lay(board, "right")
    board.tap('[data-slot="2"]')
    _lay(board, "left")
    assert _laid(board) == ["forward", "forward", "left", "forward", "forward"]  # only one card is changed at a time
    board.tap('[data-do="run"]')
    board.see(SAID, "Am Ziel. Der Fehler war Karte 3.")


def test_a_repetition_climbs_the_stairs(board: Device) -> None:
    board.tap('[data-level="2"]')
    _lay(board, *STAIRS[:-1])
    board.tap('[data-do="step"]')
    board.see(SAID, "Noch nicht. Die Klammer auf Platz 2 geht nicht wieder zu.")
    _lay(board, STAIRS[-1])
    for _ in range(13):
        board.tap('[data-do="step"]')
    board.see(SAID, "Am Ziel, mit 7 Karten.")
    board.tap('[data-level="0"]')
    board.tap('[data-level="2"]')
    assert _laid(board) == list(STAIRS)  # another level does not clear this one


def test_a_keyboard_alone_plays_it(board: Device) -> None:
    for _ in range(40):
        board.press("Tab")
        if board.ask("document.activeElement.dataset.card") == "forward":
            break
    assert board.ask("document.activeElement.matches(':focus-visible')")
    for _ in range(3):
        board.press("Enter")
    board.press("ArrowRight")
    assert board.ask("document.activeElement.dataset.card") == "left"
    board.press("Home")
    board.press("End")
    assert board.ask("document.activeElement.dataset.card") == "right"
    board.press("Tab")
    assert board.ask("document.activeElement.dataset.do") == "run"
    board.press(" ")
    board.see(SAID, "Am Ziel, mit 3 Karten.")
    board.see(f'.board[data-position="{slide_of("robot")}"]')  # no key has left the slide
    board.press("Shift+Tab")
    board.press("Shift+Tab")
    assert board.ask("document.activeElement.dataset.slot") == "0"


def test_two_people_lay_at_the_same_moment(board: Device) -> None:
    glass = Glass(board)
    for finger, card in enumerate(("forward", "left")):
        glass.put(finger, glass.middle(f'[data-card="{card}"]'))
    glass.put(2, (500.0, 500.0))  # and a palm rests on the grid
    for finger in (1, 0):
        glass.lift(finger)
    board.page.wait_for_function("document.querySelectorAll('.act [data-laid]:not([data-laid=\"\"])').length === 2")
    assert _laid(board) == ["left", "forward"]
    glass.lift(2)


def test_the_class_decides_card_by_card(board: Device) -> None:
    board.tap('[data-do="vote"]')
    board.see(SAID, "Welche Karte kommt auf Platz 1?")
    board.miss("[data-tray]")
    board.tap("[data-vote-take]")
    board.see(SAID, "Noch keine Hand gezählt.")
    for letter, times in (("A", 2), ("B", 3), ("C", 3)):
        for _ in range(times):
            board.tap(f'[data-letter="{letter}"] [data-vote-by="1"]')
    board.see(SAID, "C: 3")
    board.tap("[data-vote-take]")
    board.see(SAID, "Gleichstand: B und C. Stimmt noch mal ab.")
    assert _laid(board) == []
    board.see('[data-letter="B"] [data-vote-count]', "0")
    for letter, by in (("A", 1), ("A", 1), ("B", 1), ("B", -1), ("B", -1)):
        board.tap(f'[data-letter="{letter}"] [data-vote-by="{by}"]')
    board.see('[data-letter="B"] [data-vote-count]', "0")
    board.tap("[data-vote-take]")
    board.see(SAID, "Auf Platz 1 liegt: vor.")
    assert _laid(board) == ["forward"]
    board.see('[data-letter="A"] [data-vote-count]', "0")
    board.tap('[data-do="vote"]')
    board.see("[data-tray]")


def test_the_class_finds_the_wrong_card(board: Device) -> None:
    board.tap('[data-level="1"]')
    board.tap('[data-do="vote"]')
    board.see(SAID, "Welche Karte ist falsch?")
    board.tap('[data-letter="C"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see(SAID, "Gewählt: Karte 3, rechts drehen.")
    board.tap('[data-letter="B"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    assert _laid(board) == ["forward", "forward", "left", "forward", "forward"]


def test_without_network_it_is_still_there(template: str, tmp_path: Path, device: DeviceMaker) -> None:
    with active_house(template, tmp_path) as house:
        steer.move(house, "start")
        steer.move(house, "step", to=slide_of("robot") - 1)
        board = device(house, BOARD, "board")
        board.watch.forgive(*LOST)
        board.go("/board/show")
        board.see(".bhead")
        house.server.crash()
        board.see(".netbar", "Kein Netz")
        board.tap('[data-way="next"]')
        _lay(board, "forward", "forward", "forward")
        for _ in range(4):
            board.tap('[data-do="step"]')
        board.see(SAID, "Am Ziel, mit 3 Karten.")


@pytest.mark.parametrize("size", [NARROWEST, LAPTOP], ids=["phone", "laptop"])
def test_at_home_it_is_played_and_leads_on(active: House, device: DeviceMaker, size: dict[str, int]) -> None:
    home = device(active, size, "pupil")
    home.go(step_of("robot"))
    _lay(home, "forward", "forward")
    home.page.locator('[data-card="forward"]').press("Enter")  # a keyboard does too
    home.tap('[data-do="run"]')
    home.see(SAID, "Am Ziel, mit 3 Karten.")
    top, bottom = home.ask(
        "(({ top, bottom }) => [top, bottom])(document.querySelector('.rgrid').getBoundingClientRect())"
    )
    assert top >= 0
    assert bottom <= size["height"]  # what moves is in sight, wherever the button stands


def test_less_motion_where_it_is_asked_for(active: House, device: DeviceMaker) -> None:
    still = device(active, BOARD, "board", reduced_motion="reduce")
    still.go("/board/show")
    still.see(".act--robot")
    assert still.ask("getComputedStyle(document.querySelector('.bmain .rbot')).transitionDuration") == "0s"
