"""The decision tree, played: by tap, by keyboard, by two at once, by show of hands, on a phone at home."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.support import axe
from tests.browser.support.activity import board_at, hour_at, step_of
from tests.browser.support.devices import BOARD, LAPTOP, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import HALF_BOARD, NARROWEST

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

SAID = ".act__say"
RIGHT = ("square", "stripes", "horns")
NEW = 4
"""So many new creatures the example of this kind has."""
OVER = """[...document.querySelectorAll(".bmain .act__stage, .bmain .tree, .bmain .tree__side, .bmain .tleaf")]
  .filter((one) => one.clientHeight)
  .filter((one) => one.scrollHeight > one.clientHeight + 6 || one.scrollWidth > one.clientWidth + 2)
  .map((one) => `${one.className} ${one.scrollWidth} ${one.scrollHeight}`)"""


@pytest.fixture(scope="module")
def active(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The hour of an active house, at the tree."""
    with hour_at("tree", template, tmp_path_factory.mktemp("tree")) as made:
        yield made


@pytest.fixture
def board(active: House, chromium: Browser) -> Iterator[Device]:
    """The board at the tree, as nobody has touched it yet."""
    with board_at("tree", active, chromium) as one:
        yield one


def _ask(one: Device, *questions: str) -> None:
    for question in questions:
        one.tap(f'[data-ask="{question}"]')


def _in_leaves(one: Device) -> list[int]:
    found: list[int] = one.ask(
        "[...document.querySelectorAll('.bmain [data-beings]')].map((leaf) => leaf.children.length)"
    )
    return found


def _scores(one: Device) -> list[str]:
    return [one.read(f".bmain [data-{group}]") for group in ("learned", "round", "square")]


def test_questions_part_the_examples_by_tap(board: Device) -> None:
    assert board.ask("document.querySelector('.bmain [data-start]').children.length") == 8
    _ask(board, "square")
    board.see(SAID, "Oben: eckig? 0 von 8 Beispielen passen.")
    assert _in_leaves(board) == [4, 0, 4, 0]
    board.see('[data-leaf="0"]', "→ ?")
    _ask(board, "square")
    board.see(SAID, "Das fragt der Baum schon oben.")
    _ask(board, "stripes", "horns")
    board.see(SAID, "Bei nein: Hörner? 8 von 8 Beispielen passen.")
    assert _in_leaves(board) == [2, 2, 2, 2]
    board.see('[data-leaf="0"]', "ja: Pix")
    board.see('[data-leaf="1"]', "nein: Lumo")
    _ask(board, "tail")
    board.see(SAID, "Tippe erst die Frage an, die weg soll.")
    board.tap('[data-node="2"]')
    board.see(SAID, "Gewählt: die Frage bei nein.")
    _ask(board, "tail")
    assert _in_leaves(board) == [2, 2, 2, 2]
    board.see(SAID, "Bei nein: Schwanz? 4 von 8 Beispielen passen.")
    board.tap('[data-node="0"]')
    _ask(board, "stripes")  # a side that asked this asks nothing now
    board.see('[data-node="1"]', "Frage?")
    board.see('[data-node="2"]', "Schwanz?")
    board.tap('[data-do="restart"]')
    board.miss('[data-leaf="0"]')


def test_new_creatures_go_through_one_by_one_and_hits_are_counted_for_each_group(board: Device) -> None:
    board.tap('[data-do="run"]')
    board.see(SAID, "Wähle erst eine Frage.")
    _ask(board, *RIGHT)
    assert _scores(board) == ["8 von 8", "–", "–"]
    board.tap('[data-do="step"]')
    board.see(SAID, "Wesen 1: Pix. Stimmt.")
    board.see('[data-leaf="2"] [data-mark="hit"]')
    assert _in_leaves(board) == [0, 0, 1, 0]
    board.tap('[data-do="run"]', "Prüfen")
    board.see('[data-do="run"]', "Anhalten")
    board.see(SAID, "Treffer: 4 von 4. Rund 2 von 2, eckig 2 von 2.")
    board.see('[data-do="run"]', "Prüfen")
    assert _scores(board) == ["8 von 8", "2 von 2", "2 von 2"]
    _ask(board, "tail")  # all places are taken: nothing changes
    assert _scores(board)[1:] == ["2 von 2", "2 von 2"]
    board.tap('[data-node="0"]')
    _ask(board, "tail")
    assert _scores(board)[1:] == ["–", "–"]  # another tree has not been tried


def test_one_sided_examples_fit_and_yet_miss_one_group(board: Device) -> None:
    _ask(board, *RIGHT)
    for _ in range(NEW):
        board.tap('[data-do="step"]')
    board.tap('[data-level="1"]')
    board.see(".act__task", "Alle Beispiele sind rund.")
    _ask(board, "horns")
    board.see(SAID, "Oben: Hörner? 4 von 4 Beispielen passen.")
    board.tap('[data-do="step"]')
    board.tap('[data-do="step"]')
    board.see(SAID, "Wesen 2: Lumo. Noch nicht, es ist Pix.")
    board.see('[data-leaf="2"] [data-mark="miss"]')
    colour = board.ask("getComputedStyle(document.querySelector('.bmain .act__say')).color")
    assert colour == board.ask("getComputedStyle(document.querySelector('.bmain .act__task')).color")  # never red
    for _ in range(NEW - 2):
        board.tap('[data-do="step"]')
    board.see(SAID, "Treffer: 2 von 4. Rund 2 von 2, eckig 0 von 2.")
    board.tap('[data-level="0"]')
    assert _scores(board) == ["8 von 8", "2 von 2", "2 von 2"]  # what was tried stays, to compare
    board.tap('[data-level="1"]')
    assert _scores(board) == ["4 von 4", "2 von 2", "0 von 2"]


def test_a_leaf_without_examples_says_that_it_does_not_know(board: Device) -> None:
    board.tap('[data-level="1"]')
    _ask(board, "square")
    board.tap('[data-do="step"]')
    board.tap('[data-do="step"]')
    board.see(SAID, "Wesen 2: Das weiß der Baum nicht.")


@pytest.mark.parametrize("size", [BOARD, {"width": 1280, "height": 720}, HALF_BOARD], ids=["full", "small", "half"])
def test_a_whole_tree_has_room(board: Device, size: dict[str, int]) -> None:
    board.page.set_viewport_size({**size})
    found = []
    for questions in (RIGHT, ("horns", "square", "tail")):
        _ask(board, *questions)
        found += board.ask(OVER)
        for _ in range(NEW):
            board.tap('[data-do="step"]')
        found += board.ask(OVER) + axe.findings(board.page, board=True)
        board.tap('[data-do="vote"]')
        found += board.ask(OVER)
        board.tap('[data-do="vote"]')
        board.tap('[data-do="restart"]')
    assert found == []


def test_by_keyboard_alone(board: Device) -> None:
    board.page.locator('.bmain [data-ask="square"]').focus()
    board.press("Enter")
    board.press("ArrowRight")
    board.press("ArrowRight")
    assert board.ask("document.activeElement.dataset.ask") == "stripes"
    board.press(" ")
    board.press("ArrowLeft")
    board.press("Enter")
    board.see(SAID, "Bei nein: Hörner? 8 von 8 Beispielen passen.")
    board.press("Shift+Tab")
    assert board.ask("document.activeElement.dataset.node") == "0"  # the tree is one stop, the arrows go on
    board.press("ArrowDown")
    board.press("Enter")
    board.see(SAID, "Gewählt: die Frage bei ja.")
    board.page.locator('.bmain [data-do="run"]').focus()
    board.press("ArrowRight")
    board.press("Enter")
    board.see(SAID, "Wesen 1: Pix. Stimmt.")


def test_two_people_ask_at_the_same_moment(board: Device) -> None:
    glass = Glass(board)
    for finger, question in enumerate(("square", "horns")):
        glass.put(finger, glass.middle(f'[data-ask="{question}"]'))
    for finger in (0, 1):
        glass.lift(finger)
    board.see('[data-node="0"]', "eckig?")
    board.see('[data-node="1"]', "Hörner?")


def test_the_class_decides_question_by_question(board: Device) -> None:
    board.tap('[data-do="vote"]')
    board.see(SAID, "Welche Frage kommt oben?")
    board.miss("[data-tray]")
    for letter in "ABA":
        board.tap(f'[data-letter="{letter}"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see(SAID, "Oben: eckig?")
    for letter in "CB":
        board.tap(f'[data-letter="{letter}"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see(SAID, "Gleichstand: B und C.")
    board.tap('[data-letter="C"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.tap('[data-letter="D"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see(SAID, "Bei nein: Schwanz?")
    board.see('[data-letter="B"]', "bei ja")  # all are chosen: which one is to go?
    board.tap('[data-letter="C"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.tap('[data-letter="B"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see(SAID, "Bei nein: Hörner? 8 von 8 Beispielen passen.")
    board.tap('[data-do="vote"]')
    board.see("[data-tray]")


@pytest.mark.parametrize("size", [NARROWEST, LAPTOP], ids=["phone", "laptop"])
def test_at_home_it_is_played(active: House, device: DeviceMaker, size: dict[str, int]) -> None:
    home = device(active, size, "pupil")
    home.go(step_of("tree"))
    _ask(home, *RIGHT)
    home.tap('[data-do="run"]')
    home.see(SAID, "Treffer: 4 von 4.")
    top = home.ask("document.querySelector('[data-node=\"0\"]').getBoundingClientRect().top")
    assert 0 <= top <= size["height"]  # where they go is in sight, wherever the button stands
