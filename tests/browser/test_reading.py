"""Reading is no hurdle: words explain themselves by tap, and the device reads aloud where it can do so by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.browser.support import axe, steer
from tests.browser.support.activity import active_house
from tests.browser.support.devices import LAPTOP, PHONE
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.layout import probe
from tests.browser.support.pages import NARROWEST
from tests.support.activities import KINDS, SLUG

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

STEP = f"/learn/{SLUG}/1"
"""A step to read with a word of the glossary."""
QUESTION = f"/learn/{SLUG}/question/wahl"
MEANING = "Er kreist um die Erde."
VOICES = """(voices) => {
  const said = window.said = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const speech = { getVoices: () => voices, pending: true, addEventListener() {}, cancel() { said.length = 0; },
    speak(one) { said.push([one.text, one.voice.name]); } };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
}"""
"""A device with these voices: the machine of the tests has none."""
OWN = {"name": "own", "lang": "de-DE", "localService": True}
FAR = {"name": "far", "lang": "de-DE", "localService": False}
ENGLISH = {"name": "english", "lang": "en-US", "localService": True}


@pytest.fixture(scope="module")
def house(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An hour about the small module, on its first question."""
    with active_house(template, tmp_path_factory.mktemp("reading")) as made:
        steer.move(made, "start")
        steer.move(made, "step", to=3 + len(KINDS))
        steer.move(made, "ask")
        yield made


@pytest.mark.parametrize("size", [NARROWEST, LAPTOP], ids=["phone", "laptop"])
def test_a_word_opens_and_closes_by_tap_and_by_key(house: House, device: DeviceMaker, size: dict[str, int]) -> None:
    home = device(house, size, "pupil")
    home.go(STEP)
    home.see("a.word[role=button][aria-expanded=false]", "Mond")
    home.miss(".words")  # the list is for those without a script
    home.tap("a.word")
    home.see(".word__text", MEANING)
    home.see(".word__text [lang=ar][dir=rtl]", "قمر")
    assert home.ask("getComputedStyle(document.querySelector('.word__text [lang=ar]')).direction") == "rtl"
    assert "#" not in home.page.url
    found = axe.findings(home.page) + probe(home.page, "wide") + probe(home.page, "cut")
    assert not found, "\n".join(found)
    home.tap("a.word")
    home.miss(".word__text")
    for key in ("Enter", " "):
        home.page.locator("a.word").press(key)
        home.see(".word__text", MEANING)
        home.page.locator("a.word").press(key)
        home.miss(".word__text")


def test_without_a_script_the_word_leads_to_the_list(house: House, device: DeviceMaker) -> None:
    home = device(house, NARROWEST, "pupil", java_script_enabled=False)
    home.go(STEP)
    home.tap("a.word", "Mond")
    assert home.page.url.endswith("#wort-mond")
    home.tap(".words summary", "Mond")
    home.see(".words p", MEANING)


def test_the_words_of_a_question_are_explained_below_it(house: House, device: DeviceMaker) -> None:
    home, seat, board = device(house, PHONE, "pupil"), device(house, PHONE, "phone"), device(house, LAPTOP, "board")
    home.go(QUESTION)
    seat.go("/join/seat")
    for one in (home, seat):
        one.tap(".words summary", "Nachsehen")
        one.see(".words p", "Selbst hinschauen statt glauben.")
    steer.move(house, "present", count=11)  # a frame closes nothing
    seat.see(".words p", "Selbst hinschauen statt glauben.")
    found = axe.findings(seat.page) + axe.findings(home.page)
    assert not found, "\n".join(found)
    board.go("/board/show")
    board.see("h1", "Was machst du?")
    board.miss(".words")


@pytest.mark.parametrize("voices", [[], [FAR], [ENGLISH], [FAR, ENGLISH]], ids=["none", "far", "english", "both"])
def test_without_an_own_german_voice_nothing_offers_to_read(
    house: House, device: DeviceMaker, voices: list[dict[str, object]]
) -> None:
    for path, who in ((STEP, "pupil"), (QUESTION, "pupil"), ("/join/seat", "phone_2")):
        one = device(house, PHONE, who)
        one.page.add_init_script(f"({VOICES})({_json(voices)})")
        one.go(path)
        one.see("h1, h2, legend")
        one.page.wait_for_load_state("load")
        one.miss("[data-speak]")


def test_an_own_voice_reads_what_is_on_screen(house: House, device: DeviceMaker) -> None:
    home = device(house, PHONE, "pupil")
    home.page.add_init_script(f"({VOICES})({_json([FAR, ENGLISH, OWN])})")
    home.go(STEP)
    home.tap("[data-speak] button", "Vorlesen")
    home.see("[data-speak] button[aria-pressed=true]", "Anhalten")
    assert home.ask("said") == [["Was war der Mond?", "own"], ["Lies es noch einmal.", "own"]]
    home.tap("[data-speak] button", "Anhalten")
    home.see("[data-speak] button[aria-pressed=false]", "Vorlesen")
    assert home.ask("said") == []
    home.go(QUESTION)
    home.tap("[data-speak] button", "Vorlesen")
    said = [text for text, _ in home.ask("said")]
    assert said[0] == "Was machst du?"
    assert sorted(one.split()[-1] for one in said[1:]) == ["Glauben", "Nachsehen"]


def test_a_phone_in_the_hour_reads_the_question_and_stops_with_it(house: House, device: DeviceMaker) -> None:
    seat = device(house, PHONE, "phone_3")
    seat.page.add_init_script(f"({VOICES})({_json([OWN])})")
    seat.go("/join/seat")
    seat.tap("[data-speak] button", "Vorlesen")
    assert seat.ask("said[0]") == ["Was machst du?", "own"]
    steer.move(house, "close")
    seat.see("main", "Die Frage ist zu.")
    seat.miss("[data-speak]")
    assert seat.ask("said") == []
    steer.move(house, "show")
    steer.move(house, "reveal")
    seat.see("[data-speak] button[aria-pressed=false]", "Vorlesen")
    seat.tap("[data-speak] button", "Vorlesen")
    assert "Wer nachsieht, weiß mehr." in [text for text, _ in seat.ask("said")]


def _json(value: object) -> str:
    return json.dumps(value)
