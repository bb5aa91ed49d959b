"""The next word, played: by tap, by keyboard, by two at once, by show of hands, on a phone at home."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.support.activity import board_at, hour_at, slide_of, step_of
from tests.browser.support.devices import LAPTOP, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import NARROWEST
from tests.support.activities import KINDS

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

LEADS_ON = "Kurz prüfen" if list(KINDS)[-1] == "next-word" else "Weiter"

SAID = ".act__say"
SENTENCE = "[data-sentence]"
HITS = "[...document.querySelectorAll('.bmain [data-texts]:not([hidden]) [data-hit]')].map((one) => one.textContent)"
COUNTS = """[...document.querySelectorAll('.bmain [data-row]:not([hidden])')]
  .map((one) => one.textContent + (one.hasAttribute('data-top') ? '!' : ''))"""


@pytest.fixture(scope="module")
def active(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The hour of an active house, at the next word."""
    with hour_at("next-word", template, tmp_path_factory.mktemp("word")) as made:
        yield made


@pytest.fixture
def board(active: House, chromium: Browser) -> Iterator[Device]:
    """The board at the next word, as nobody has touched it yet."""
    with board_at("next-word", active, chromium) as one:
        yield one


def _guess(one: Device, word: str) -> None:
    """Guess, count, and let the machine take its word."""
    one.tap("[data-word]", word)
    one.tap('[data-do="count"]')
    one.tap('[data-do="add"]')


def test_it_is_guessed_counted_and_goes_on(board: Device) -> None:
    assert board.ask(COUNTS) == ["fressen", "schwimmen"]
    assert board.ask(HITS) == []  # before the guess nothing gives it away
    board.tap("[data-word]", "fressen")
    board.see('[data-word][aria-pressed="true"]', "fressen")
    board.see(SAID, "Geraten: fressen. Jetzt zählen.")
    board.tap('[data-do="count"]')
    board.see(SAID, "Nach „Enten“ kommt meistens „schwimmen“.")
    assert board.ask(COUNTS) == ["fressen1-mal", "schwimmen2-mal!"]
    assert board.ask(HITS) == ["Enten", "schwimmen"] * 2 + ["Enten", "fressen"]
    board.tap('[data-do="add"]')
    board.see(SAID, "Angehängt: schwimmen im.")  # what only one word can follow goes on by itself
    board.see(SENTENCE, "Enten schwimmen im")
    assert board.ask(COUNTS) == ["Fluss", "Teich", "Wasser"]


def test_first_guess_then_count_then_go_on(board: Device) -> None:
    for what in ("count", "add"):
        board.tap(f'[data-do="{what}"]')
        board.see(SAID, "Rate zuerst. Tippe ein Wort an.")
    board.tap("[data-word]", "schwimmen")
    board.tap('[data-do="add"]')
    board.see(SAID, "Zähle zuerst.")
    assert board.read(SENTENCE) == "Enten"


def test_true_texts_make_a_true_sentence_or_a_false_one(board: Device) -> None:
    _guess(board, "schwimmen")
    _guess(board, "Wasser")
    board.see(SENTENCE, "Enten schwimmen im Wasser.")
    board.see(SAID, "Fertig. Stimmt dieser Satz?")
    board.see("[data-task]", "Stimmt dieser Satz?")
    board.miss("[data-truth]")
    board.tap('[data-verdict="true"]')
    board.see(SAID, "Gut geprüft.")
    board.see("[data-truth]", "Der Satz stimmt. Kein Text sagt ihn so.")
    board.tap('[data-level="1"]')
    board.miss("[data-truth]")
    _guess(board, "leben")
    _guess(board, "groß")
    board.see(SENTENCE, "Wale sind Fische.")  # whatever is guessed, the machine takes what followed most often
    board.tap('[data-verdict="true"]')
    board.see(SAID, "Noch nicht. Schau auf den ganzen Satz.")
    board.see("[data-truth]", "Wale sind Säugetiere.")
    colour = board.ask("getComputedStyle(document.querySelector('.bmain .act__say')).color")
    assert colour == board.ask("getComputedStyle(document.querySelector('.bmain .act__task')).color")  # never red
    board.tap('[data-do="count"]')
    board.see(SAID, "Fertig. Stimmt dieser Satz?")
    board.tap('[data-do="restart"]')
    assert board.read(SENTENCE) == "Wale"


def test_the_hour_goes_on_and_back(board: Device) -> None:
    _guess(board, "schwimmen")
    _guess(board, "Wasser")
    board.tap('[data-way="next"]')
    board.miss(".act--next-word")
    board.tap('[data-way="back"]')
    board.see(".act--next-word")


def test_a_keyboard_alone_plays_it(board: Device) -> None:
    for _ in range(40):
        board.press("Tab")
        if board.ask("document.activeElement.dataset.word") == "0":
            break
    assert board.ask("document.activeElement.matches(':focus-visible')")
    board.press("ArrowDown")
    assert board.read("[data-word]:focus") == "schwimmen"
    board.press("Enter")
    board.press("Tab")
    assert board.ask("document.activeElement.dataset.do") == "count"
    board.press(" ")
    board.see(SAID, "Nach „Enten“ kommt meistens „schwimmen“.")
    board.press("ArrowRight")
    board.press("Enter")
    board.see(SENTENCE, "Enten schwimmen im")
    board.press("Shift+Tab")
    board.press("End")
    assert board.read("[data-word]:focus") == "Wasser"
    board.press("Enter")
    board.press("Tab")
    board.press("Home")
    board.press("Enter")
    board.press("ArrowRight")
    board.press("Enter")
    board.see(SAID, "Fertig. Stimmt dieser Satz?")
    board.press("Shift+Tab")
    assert board.ask("document.activeElement.dataset.verdict") == "true"
    board.press("Enter")
    board.see("[data-truth]", "Der Satz stimmt.")
    board.see(f'.board[data-position="{slide_of("next-word")}"]')  # no key has left the slide


def test_two_people_tap_at_the_same_moment(board: Device) -> None:
    glass = Glass(board)
    board.tap("[data-word]", "schwimmen")
    words, count = board.page.locator(".bmain [data-word]"), board.page.locator('.bmain [data-do="count"]')
    for finger, one in enumerate((words.nth(0), count)):
        box = one.bounding_box()
        assert box is not None
        glass.put(finger, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    for finger in (0, 1):
        glass.lift(finger)
    board.see(SAID, "Nach „Enten“ kommt meistens „schwimmen“.")
    board.see('[data-word][aria-pressed="true"]', "fressen")


def test_the_class_decides_word_by_word(board: Device) -> None:
    board.tap('[data-do="vote"]')
    board.see(SAID, "Welches Wort kommt jetzt?")
    board.miss("[data-choices]")
    board.miss('[data-do="count"]')
    for letter in "AAB":
        board.tap(f'[data-letter="{letter}"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see('[data-word][aria-pressed="true"]', "fressen")
    board.see(SAID, "Geraten: fressen. Jetzt zählen.")
    board.tap('[data-do="count"]')
    board.tap('[data-do="add"]')
    board.see('[data-letter="C"] [data-vote-text]', "Wasser")  # the class goes on deciding
    board.see('[data-letter="A"] [data-vote-count]', "0")
    board.tap('[data-letter="C"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.tap('[data-do="count"]')
    board.tap('[data-do="add"]')
    board.see(SAID, "Fertig. Stimmt dieser Satz?")
    board.miss("[data-judge]")
    board.see('[data-letter="B"] [data-vote-text]', "Stimmt nicht")
    board.tap('[data-letter="A"] [data-vote-by="1"]')
    board.tap("[data-vote-take]")
    board.see("[data-truth]", "Der Satz stimmt.")
    board.see('[data-verdict="true"][aria-pressed="true"]')


@pytest.mark.parametrize("size", [NARROWEST, LAPTOP], ids=["phone", "laptop"])
def test_at_home_it_is_played_and_leads_on(active: House, device: DeviceMaker, size: dict[str, int]) -> None:
    home = device(active, size, "pupil")
    home.go(step_of("next-word"))
    home.tap('[data-level="1"]')
    _guess(home, "sind")
    home.page.locator("[data-word]").first.press("Enter")  # a keyboard does too
    home.tap('[data-do="count"]')
    home.tap('[data-do="add"]')
    home.see(SENTENCE, "Wale sind Fische.")
    home.tap('[data-verdict="false"]')
    home.see(SAID, "Gut geprüft.")
    home.tap("main a", LEADS_ON)


def test_on_paper_there_are_gaps_and_the_sentences_to_compare(active: House, device: DeviceMaker) -> None:
    laptop = device(active, LAPTOP, "mentor")
    laptop.go(f"/present/{active.cast.keys['hour']}/material")
    assert laptop.page.locator(".nword__round").count() == 2
    assert laptop.page.locator(".nword__round").first.locator(".nword__blank").count() == 3
    laptop.see(".paper__cut", "„Wale sind Fische.“ Wale sind Säugetiere. Dabei stimmt jeder Text.")
