"""Sentences, syllables and the two formulas of readability, on texts that were counted by hand."""

from __future__ import annotations

import pytest
import textstat

from app.content.language.plain import paragraphs, sentences, words
from app.content.language.readability import Limits, flesch_amstad, heaviest, limits, measure, wiener
from app.content.language.syllables import count

SYLLABLES = {
    1: "Haus Schloss sie wie Knie See echt Typ zwei Geist Uhr App Code ja Team Chat",
    2: "Passwort viele Idee neue bauen Feuer Frauen Quelle Reise geehrt Beere Handy KI Technik Beispiel ruhig spielen",
    3: "Nachrichten Energie Batterie Theater Museum Radio Medien Ferien Linie beenden beeilen Datenschutz eigene BSI",
    4: "Familie Redaktion Verschlüsselung Algorithmus offiziell Umweltpapier",
    5: "Information Passwort-Manager Nachrichten-Seite Datenfolie",
}
EASY = "Du hast ein Handy. Es klingelt. Wer ist dran? Du weißt es nicht. Also sagst du nur: Hallo!"
HARD = (
    "Die Bundesbeauftragte veröffentlichte Empfehlungen zur datenschutzkonformen Verarbeitung personenbezogener "
    "Informationen. Verantwortliche Einrichtungen dokumentieren entsprechende Verarbeitungstätigkeiten."
)


@pytest.mark.parametrize(("number", "word"), [(n, word) for n, line in SYLLABLES.items() for word in line.split()])
def test_syllables_are_counted_as_people_do(number: int, word: str) -> None:
    assert count(word) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stopp. Anderer Weg! Melden?", ["Stopp.", "Anderer Weg!", "Melden?"]),
        ("Am 3. Mai ist Schluss. Dann nicht.", ["Am 3. Mai ist Schluss.", "Dann nicht."]),
        ("Er sagt: „Komm!“ und geht.", ["Er sagt: „Komm!“ und geht."]),
        ("„Komm mit!“ Das sagt er.", ["„Komm mit!", "Das sagt er."]),
        ("Beim nächsten Mal: Ruf an.", ["Beim nächsten Mal: Ruf an."]),
        ("Ein Titel", ["Ein Titel"]),
        ("…", []),
    ],
)
def test_a_sentence_ends_with_its_mark(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_paragraphs_are_read_without_markdown() -> None:
    lines = ["", "**Fett** und", "*schräg*.", "", "- eins", "- zwei", "> Hallo", "::: fact F-10", ":::", "![x](y.svg)"]
    assert list(paragraphs(enumerate(lines, start=1))) == [
        (2, "Fett und schräg."),
        (5, "eins"),
        (6, "zwei"),
        (7, "Hallo"),
        (10, ""),
    ]
    assert words("Passwort-Manager, 116 111 und F-10.") == ["Passwort-Manager", "116", "111", "und", "F-10"]


def test_the_formulas_give_what_a_calculator_gives() -> None:
    text = measure(["Das Wetter ist gut. Wir gehen baden."])  # 7 words, 2 sentences, 10 syllables, none heavy or long
    assert text is not None
    assert (text.words, text.sentences, sum(text.syllables)) == (7, 2, 10)
    assert flesch_amstad(text) == pytest.approx(180 - 3.5 - 58.5 * 10 / 7)
    assert wiener(text) == pytest.approx(0.1672 * 3.5 - 0.0327 * 100 * 4 / 7 - 0.875)
    assert measure(["…"]) is None


@pytest.mark.parametrize("text", [EASY, HARD])
def test_another_program_measures_nearly_the_same(text: str) -> None:
    textstat.set_lang("de_DE")
    ours = measure([text])
    assert ours is not None
    assert sum(ours.syllables) == pytest.approx(textstat.syllable_count(text), rel=0.1)
    assert wiener(ours) == pytest.approx(textstat.wiener_sachtextformel(text, 1), abs=1.5)
    assert flesch_amstad(ours) == pytest.approx(textstat.flesch_reading_ease(text), abs=15)


def test_the_lowest_grade_decides() -> None:
    assert limits((8, 7, 9)) == Limits(7, 4, 60, 70)
    assert limits((5,)) == Limits(5, 2, 70, 80)
    assert limits((11, 12)) == Limits(11, 8, 50, 60)


def test_the_heaviest_words_are_named() -> None:
    assert heaviest(["Ein Amt prüft Informationssicherheit.", "Das Amt ist Aufsicht."], most=2) == [
        "Informationssicherheit",
        "Aufsicht",
    ]
