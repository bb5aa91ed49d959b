"""What `content check` says about questions that are written in the wrong way, kind by kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules import FILES, MAP, QUIZ, changed, found

BROKEN = {
    "multiple: one right": (
        "{id: mond, text: Der Mond, right: true, feedback: Stimmt.}",
        "{id: mond, text: Der Mond, mis: fern, name: Zu fern, feedback: Doch.}",
        "1 von 3 Antworten sind richtig (mindestens zwei richtige und eine falsche; eine richtige ist ein choice)",
    ),
    "multiple: no misconception": (
        "{id: buch, text: Ein Buch, mis: verwechselt, name: Verwechselt, feedback: Ein Buch hat Ecken.}",
        "{id: buch, text: Ein Buch, feedback: Ein Buch hat Ecken.}",
        "die falsche Antwort 'buch' nennt keinen Denkfehler (mis und name dazuschreiben oder die Antwort streichen)",
    ),
    "truth: one side": (
        "says: false, right: true, feedback: Stimmt.}",
        "says: true, right: true, feedback: Stimmt.}",
        "eine Seite hat keine Begründung (mindestens eine für und eine gegen den Satz)",
    ),
    "truth: none right": (
        "says: false, right: true, feedback: Stimmt.}",
        "says: false, mis: licht, name: Licht, feedback: Nein.}",
        "0 Begründungen sind richtig (genau eine muss es sein)",
    ),
    "number: steps": (
        "steps: [4, 8, 12]",
        "steps: [8, 4]",
        "die Stufen steigen nicht (von der kleinsten zur größten Zahl)",
    ),
    "number: estimate": (
        "right: 8",
        "right: 8\n    estimate: true",
        "eine Schätzung braucht eine tolerance (wie weit sie daneben liegen darf)",
    ),
    "number: the right one is a mistake": (
        "{low: 6, high: 6,",
        "{low: 6,",
        "die richtige Zahl liegt in diesem Bereich (die Grenzen enger ziehen)",
    ),
    "number: no end": ("{low: 6, high: 6, mis", "{mis", "dieser Bereich hat kein Ende (low oder high angeben)"),
    "short: none right": (
        "texts: [Mond, der Mond], right: true}",
        "texts: [Mond, der Mond], mis: kein-mond, name: Kein Mond, feedback: Doch.}",
        "keine Antwort ist richtig (mindestens eine muss es sein)",
    ),
    "short: twice": (
        "texts: [Sonne]",
        "texts: [Sonne, MOND]",
        "'MOND' steht hier zweimal (Groß und Klein zählen nicht)",
    ),
    "short: no misconception": (
        "texts: [Sonne], mis: sonne-kreist, name: Die Sonne kreist, feedback: Viele sehen sie wandern.}",
        "texts: [Sonne]}",
        "die falsche Antwort 'sonne' nennt keinen Denkfehler"
        " (mis, name und feedback dazuschreiben oder die Antwort streichen)",
    ),
    "match: nobody": (
        "partner: hell, mis",
        "partner: grau, mis",
        "diese Frage hat kein partner 'grau' (möglich: dunkel, hell)",
    ),
    "match: taken": (
        "partner: dunkel, mis",
        "partner: hell, mis",
        "'hell' ist schon vergeben (jeder Teil rechts passt zu einem links)",
    ),
    "match: the id tells": (
        "- {id: tag, text: Am Tag",
        "- {id: hell, text: Am Tag",
        "die Id 'hell' steht links und rechts und verrät das Paar (dem Teil rechts eine andere Id geben)",
    ),
    "gap: one more": ("Das dauert ein ___.", "Das dauert.", "der Text hat 1 Lücken, unter gaps stehen 2 (so: ___)"),
    "gap: no word": (
        "words: [Sonne, Jahr, Stunde]",
        "words: [Mond, Jahr, Stunde]",
        "für die Lücke 'erste' steht hier kein passendes Wort",
    ),
    "gap: nobody can choose": (
        "words: [Sonne, Jahr, Stunde]",
        "words: [Sonne, Jahr, Tag]",
        "'Stunde' fehlt hier (so kann es niemand wählen)",
    ),
    "gap: twice": (
        "accepts: [Jahr]",
        "accepts: [Jahr, jahr]",
        "'jahr' steht hier zweimal (Groß und Klein zählen nicht)",
    ),
    "gap: right and wrong": (
        "text: Stunde, mis",
        "text: Jahr, mis",
        "'Jahr' steht hier zweimal (Groß und Klein zählen nicht)",
    ),
    "gap: word twice": ("words: [Sonne, Jahr,", "words: [Sonne, Sonne, Jahr,", "'Sonne' steht hier zweimal"),
    "gap: id twice": ("id: zweite", "id: erste", "die Id 'erste' steht hier zweimal"),
    "gap: the id tells": (
        "{id: erste, accepts",
        "{id: sonne, accepts",
        "die Id 'sonne' verrät die Lösung (der Lücke einen anderen Namen geben)",
    ),
    "gap: signs": (
        "accepts: [Jahr]",
        "accepts: [Jahr, '&']",
        "von '&' bleibt kein Buchstabe ('exact: true' dazuschreiben)",
    ),
    "highlight: no ink": (
        "ink: meinung, mis",
        "ink: laune, mis",
        "'laune' steht nicht unter den inks dieser Frage (möglich: meinung, tatsache)",
    ),
    "highlight: none is there": (
        "- {id: tatsache, name: Tatsache}",
        "- {id: none, name: Leer}\n      - {id: tatsache, name: Tatsache}",
        "'none' gibt es schon (ink: null schreiben, den Namen bei none)",
    ),
    "spots: outside": (
        "box: [30, 20, 40, 60]",
        "box: [30, 20, 80, 60]",
        "die Stelle 'mitte' ragt aus dem Bild (links, oben, Breite, Höhe in Prozent des Bildes)",
    ),
    "spots: too small": (
        "box: [30, 20, 40, 60]",
        "box: [30, 20, 40, 6]",
        "die Stelle 'mitte' ist zu klein (mindestens 10 Prozent)",
    ),
    "spots: no means": (
        "mark: punkt, name: Übersehen",
        "mark: strich, name: Übersehen",
        "'strich' steht nicht unter den marks dieser Frage (möglich: punkt)",
    ),
    "spots: no mistake": (
        "mark: punkt, name: Übersehen, feedback: Da ist er.",
        "mark: punkt, feedback: Da ist er.",
        "die Stelle 'mitte' nennt keinen Denkfehler (einen name dazuschreiben: was übersehen oder verwechselt wird)",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_kind_says_what_is_wrong_in_it(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN[name]
    [problem] = found(tmp_path, changed(QUIZ, old, new)).errors
    assert str(problem).split(": ", 1)[1] == expected
    start = FILES[QUIZ].index(old)
    first, last = (FILES[QUIZ].count("\n", 0, at) + 1 for at in (FILES[QUIZ].rindex("  - id: ", 0, start), start))
    assert first <= problem.line <= last + 1


def test_a_question_shows_a_picture_of_the_module(tmp_path: Path) -> None:
    unused, missing = found(tmp_path, changed(QUIZ, "file: karte.svg", "file: strich.svg")).errors
    assert str(unused).endswith("karte.svg:1:1: keine Folie und keine Frage zeigt dieses Bild (verwenden oder löschen)")
    assert str(missing).endswith("das Bild 'strich.svg' liegt nicht in media (möglich: karte.svg, punkt.svg)")
    assert FILES[QUIZ].split("\n")[missing.line - 1].strip().startswith("picture:")


def test_a_text_of_one_ink_is_no_question(tmp_path: Path) -> None:
    files = {**FILES, QUIZ: FILES[QUIZ].replace("ink: meinung", "ink: tatsache").replace("ink: null", "ink: tatsache")}
    [problem] = found(tmp_path, files).errors
    assert str(problem).endswith("alle Stellen sind dasselbe (mindestens zwei verschiedene)")


def test_a_picture_that_is_asked_about_fits_on_the_board(tmp_path: Path) -> None:
    [problem] = found(tmp_path, changed(MAP, "0 0 400 240", "0 0 300 240")).errors
    assert str(problem).endswith("'karte.svg' ist zu hoch für die Tafel (breiter zeichnen, mindestens 4 zu 3)")
