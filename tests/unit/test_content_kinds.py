"""What `content check` says about questions that are written in the wrong way, kind by kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules import FILES, QUIZ, changed, found

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
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_kind_says_what_is_wrong_in_it(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN[name]
    [problem] = found(tmp_path, changed(QUIZ, old, new)).errors
    assert str(problem).split(": ", 1)[1] == expected
    start = FILES[QUIZ].index(old)
    first, last = (FILES[QUIZ].count("\n", 0, at) + 1 for at in (FILES[QUIZ].rindex("  - id: ", 0, start), start))
    assert first <= problem.line <= last + 1
