"""Broken modules: every error with file, line, column and words that help, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.errors import ContentErrors
from app.content.formats.quiz import KINDS
from app.content.loader import load
from app.content.reading import read
from tests.support.modules import (
    FACTS,
    FILES,
    GLOSSARY,
    LESSON,
    MODULE,
    PICTURE,
    QUIZ,
    TODAY,
    changed,
    found,
    write,
)

GUESS = "beide Formen oder ein neutrales Wort schreiben: Schülerinnen und Schüler, Jugendliche"
PHASES = "abruf, einstieg, input, tafel, abstimmen, beruf, exit"
MARKDOWN = "möglich: Absätze, **fett**, *kursiv*, Listen mit -, Nachrichten mit >, Bilder"
BLOCKS = "home, notes, question, activity, fact, job, dark, sources"


def others(*without: str) -> str:
    """The ids that a hint lists: all of the small folder without these."""
    ids = (line.partition("- id: ")[2] for line in FILES[QUIZ].split("\n") if line.startswith("  - id: "))
    return ", ".join(sorted({*ids} - {*without}))


TWO_SENTENCES = "höchstens 16; zwei Sätze schreiben, ein Doppelpunkt zählt nicht"

BROKEN = {
    # module.yaml
    "missing": (MODULE, "title: Ein Test\n", "", ["1:1: 'title' fehlt"]),
    "misspelt": (
        MODULE,
        "subtitle: Nur",
        "subtitel: Nur",
        ["1:1: 'subtitle' fehlt", "2:1: 'subtitel' gibt es hier nicht (ist 'subtitle' gemeint?)"],
    ),
    "no text": (MODULE, "title: Ein Test", "title: 12", ["1:8: hier muss Text stehen (in Anführungszeichen setzen)"]),
    "empty": (MODULE, "title: Ein Test", "title: ''", ["1:8: hier steht nichts"]),
    "status": (
        MODULE,
        "status: geprüft",
        "status: fertig",
        ["7:9: hier darf nur 'Entwurf', 'geprüft' oder 'erprobt' stehen"],
    ),
    "grade": (MODULE, "[7, 8]", "[7, 14]", ["6:13: die Zahl darf höchstens 13 sein"]),
    "list": (
        MODULE,
        "[7, 8]",
        "7",
        ["6:9: hier muss eine Liste stehen (in eckigen Klammern oder Zeile für Zeile mit -)"],
    ),
    "twice": (MODULE, "lang: de\n", "lang: de\ntrack: s\n", ["6:1: 'track' steht hier zweimal"]),
    "no yaml": (
        MODULE,
        "Ein Test",
        "Ein Test: mehr",
        [
            "1:16: das ist kein YAML: hier steht ein Doppelpunkt zu viel, oder die Einrückung stimmt nicht"
            " (Text mit Doppelpunkt, # oder Anführungszeichen in Anführungszeichen setzen)"
        ],
    ),
    "star": (
        MODULE,
        "Frag jemanden.",
        "Frag Mitschüler*innen.",
        [f"13:10: 'Mitschüler*innen' hat ein Sonderzeichen im Wort ({GUESS})"],
    ),
    "slug": (
        MODULE,
        "slug: s9-test",
        "slug: s9-anders",
        ["3:7: der Slug 's9-anders' heißt anders als der Ordner 's9-test' (eines von beiden ändern)"],
    ),
    "no slug": (
        MODULE,
        "slug: s9-test",
        "slug: S9 Test",
        ["3:7: 'S9 Test' passt hier nicht (nötig: kleine Buchstaben ohne Umlaute, Ziffern, einzelne Bindestriche)"],
    ),
    "track": (MODULE, "track: s", "track: b", ["4:8: der Bereich 'b' steht nicht in tracks.yaml (möglich: s)"]),
    "competence": (
        MODULE,
        '"kmk:4.1"]',
        '"kmk:4.1", "kmk:9.9"]',
        ["10:26: 'kmk:9.9' steht nicht in competences.yaml (dort eintragen oder hier berichtigen)"],
    ),
    "fact": (
        MODULE,
        "[F-10]",
        "[F-10, F-11]",
        ["11:15: 'F-11' steht nicht in facts.yaml (dort eintragen oder hier berichtigen)"],
    ),
    "minutes 45": (MODULE, "{45: 12,", "{45: 13,", ["15:3: die Minuten für 45 ergeben 46"]),
    "minutes 90": (
        MODULE,
        "minutes: 33",
        "minutes: 30",
        ["15:3: die Minuten für 90 ergeben 87: Phasen 57, extra_90 30"],
    ),
    "minutes short": (
        MODULE,
        "short: 5}",
        "short: 9}",
        ["15:3: die kurze Stunde hat 34 Minuten (höchstens 30)"],
    ),
    "not dropped": (
        MODULE,
        "may_drop: true",
        "may_drop: false",
        ["15:49: die Phase 'abruf' hat keine Minuten und darf doch nicht wegfallen"],
    ),
    "phases": (MODULE, "key: input", "key: tafel", ["15:3: hier fehlt eine Phase: input"]),
    "order of phases": (
        MODULE,
        "key: abruf, minutes: {45: 5, 90: 5, short: 0}, may_drop: true}\n  - {key: einstieg",
        "key: einstieg, minutes: {45: 5, 90: 5, short: 0}, may_drop: true}\n  - {key: abruf",
        [f"15:3: die Phasen stehen nicht in ihrer Reihenfolge ({PHASES})"],
    ),
    "misspelt inside": (
        MODULE,
        "may_drop: true",
        "may_dropp: true",
        ["15:5: 'may_drop' fehlt", "15:53: 'may_dropp' gibt es hier nicht (ist 'may_drop' gemeint?)"],
    ),
    # quiz.yaml
    "kind": (
        QUIZ,
        "kind: choice",
        "kind: guess",
        [f"3:11: die Art 'guess' gibt es nicht (möglich: {', '.join(KINDS)})"],
    ),
    "no kind": (QUIZ, "    kind: choice\n", "", [f"2:5: 'kind' fehlt (möglich: {', '.join(KINDS)})"]),
    "two ids": (
        QUIZ,
        "id: folge",
        "id: wahl",
        [
            "16:9: die Id 'wahl' steht hier zweimal",
            f"lesson 65:14: die Frage 'folge' steht nicht in quiz.yaml (möglich: {others('folge')})",
        ],
    ),
    "two options": (QUIZ, "id: schlecht", "id: gut", ["13:14: die Id 'gut' steht hier zweimal"]),
    "two right": (
        QUIZ,
        "text: Glauben, ",
        "text: Glauben, right: true, ",
        [
            "12:7: 2 Antworten sind richtig (genau eine muss es sein)",
            "13:57: eine richtige Antwort hat keinen Denkfehler",
        ],
    ),
    "no misconception": (
        QUIZ,
        "mis: zu-schnell, name: Zu schnell, ",
        "",
        [
            "13:9: die falsche Antwort 'schlecht' nennt keinen Denkfehler"
            " (mis und name dazuschreiben oder die Antwort streichen)"
        ],
    ),
    "misconception": (
        QUIZ,
        "mis: zu-schnell",
        "mis: Zu schnell",
        [
            "13:44: 'Zu schnell' passt hier nicht"
            " (nötig: kleine Buchstaben ohne Umlaute, Ziffern, einzelne Bindestriche)"
        ],
    ),
    "name of a misconception": (
        QUIZ,
        "name: Zu schnell",
        "name: Schüler*innen",
        [f"13:62: 'Schüler*innen' hat ein Sonderzeichen im Wort ({GUESS})"],
    ),
    "no feedback": (QUIZ, ", feedback: Stimmt.", "", ["12:9: 'feedback' fehlt"]),
    "misspelt in an option": (
        QUIZ,
        "right: true, feedback",
        "right: true, feedbak",
        ["12:9: 'feedback' fehlt", "12:49: 'feedbak' gibt es hier nicht (ist 'feedback' gemeint?)"],
    ),
    "strange in an option": (
        QUIZ,
        "{id: gut,",
        "{farbe: rot, id: gut,",
        ["12:10: 'farbe' gibt es hier nicht (möglich: id, text, right, mis, name, feedback)"],
    ),
    "two texts": (QUIZ, "text: Glauben", "text: Nachsehen", ["13:30: der Text 'Nachsehen' steht hier zweimal"]),
    "two names of a misconception": (
        QUIZ,
        "mis: zu-frueh, name: Zu früh",
        "mis: zu-schnell, name: Zu früh",
        ["27:60: der Denkfehler 'zu-schnell' heißt weiter oben 'Zu schnell' (ein Denkfehler hat einen Namen)"],
    ),
    "right slip": (
        QUIZ,
        "{first: zwei, second: eins,",
        "{first: eins, second: zwei,",
        ["27:9: 'eins' vor 'zwei' ist kein Fehler (first ist, was zu früh kommt; die items stehen richtig)"],
    ),
    "slip with itself": (
        QUIZ,
        "{first: zwei, second: eins,",
        "{first: eins, second: eins,",
        ["27:9: 'eins' vor 'eins' ist kein Fehler (first ist, was zu früh kommt; die items stehen richtig)"],
    ),
    "slip twice": (
        QUIZ,
        "    slips:\n",
        "    slips:\n      - {first: zwei, second: eins, mis: zu-frueh, name: Zu früh, feedback: Nein.}\n",
        ["28:9: 'zwei' vor 'eins' steht hier zweimal"],
    ),
    "competence of a question": (
        QUIZ,
        'competence: "kmk:4.1"',
        'competence: "kmk:1.2"',
        ["5:17: die Kompetenz 'kmk:1.2' fehlt in module.yaml (dort unter competences eintragen)"],
    ),
    "fact of a question": (
        QUIZ,
        "[F-10]",
        "[F-12]",
        ["7:13: der Fakt 'F-12' fehlt in module.yaml (dort unter facts eintragen)"],
    ),
    "slip": (
        QUIZ,
        "second: eins",
        "second: vier",
        ["27:31: diese Frage hat kein item 'vier' (möglich: drei, eins, zwei)"],
    ),
    "group": (
        QUIZ,
        "group: eckig",
        "group: oval",
        ["41:44: diese Frage hat keine Gruppe 'oval' (möglich: eckig, rund)"],
    ),
    "mark": (
        QUIZ,
        "mark: eile",
        "mark: angst",
        ["55:51: 'angst' steht nicht unter den marks dieser Frage (möglich: eile)"],
    ),
    "missed": (
        QUIZ,
        "name: Eile übersehen, ",
        "",
        [
            "55:11: die Zeile 'jetzt' nennt keinen Denkfehler"
            " (einen name dazuschreiben: was übersehen oder verwechselt wird)"
        ],
    ),
    "false alarm": (
        QUIZ,
        "name: Gruß verdächtigt, ",
        "",
        [
            "54:11: die Zeile 'gruss' nennt keinen Denkfehler"
            " (einen name dazuschreiben: was übersehen oder verwechselt wird)"
        ],
    ),
    "trust": (
        QUIZ,
        "trustworthy: true",
        "trustworthy: false",
        ["2:3: 0 von 1 Fragen mit judging zeigen etwas Vertrauenswürdiges (nötig sind mindestens 40 von 100)"],
    ),
    "trust alone": (QUIZ, "judging: true", "judging: false", ["10:18: das zählt nur mit 'judging: true'"]),
    "prompt": (
        QUIZ,
        "prompt: Was machst du?",
        f"prompt: {'Donaudampfschifffahrt ' * 4}?",
        ["6:13: diese Frage ist zu lang (89 Zeichen, höchstens 80)"],
    ),
    "words of a question": (
        QUIZ,
        "prompt: Ordne die Schritte.",
        "prompt: A b c d e f g h i j k l. M n o p q r s t u v w.",
        ["20:13: auf der Folie dieser Frage steht zu viel (26 Wörter, höchstens 25 mit dem Titel)"],
    ),
    "long line": (
        QUIZ,
        "text: Nachsehen",
        f"text: {'Nachsehen' * 6}",
        [f"2:5: '{'Nachsehen' * 6}' ist zu lang für eine Zeile (54 Zeichen, höchstens 45)"],
    ),
    # lesson.md
    "capital I": (
        LESSON,
        "Was war",
        "SchülerInnen fragen",
        [f"5:1: 'SchülerInnen' hat ein großes I im Wort ({GUESS})"],
    ),
    "underscore": (
        LESSON,
        "Wir fangen",
        "Schüler_innen fangen",
        [f"12:6: 'Schüler_innen' hat ein Sonderzeichen im Wort ({GUESS})"],
    ),
    "link": (
        LESSON,
        "Was war der Mond?",
        "Sieh auf [Seite](https://mond.example) nach.",
        [
            "5:10: '[Seite](https://mond.example)' ist ein Link"
            " (Quellen stehen in facts.yaml; erfundene Adressen ohne https schreiben, etwa paket.example)",
        ],
    ),
    "html": (
        LESSON,
        "**noch**",
        "<b>noch</b>",
        [
            "8:9: '<b>' ist HTML und würde so dastehen (Markdown schreiben)",
            "8:16: '</b>' ist HTML und würde so dastehen (Markdown schreiben)",
        ],
    ),
    "invisible": (LESSON, "Was war", "Was\u200b war", ["5:4: hier steht ein Zeichen, das niemand sieht (löschen)"]),
    "words": (
        LESSON,
        "Was war der Mond?",
        "Eins. " * 24,
        ["3:1: auf dieser Folie steht zu viel (26 Wörter, höchstens 25 mit dem Titel)"],
    ),
    "lines": (
        LESSON,
        "Was war der Mond?",
        "- eins\n" * 6,
        ["3:1: auf dieser Folie steht zu viel (7 Zeilen, höchstens 6 mit dem Titel)"],
    ),
    "sentence": (
        LESSON,
        "Wir fangen an.",
        "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf eins zwei drei: vier fünf.",
        [f"12:1: der Satz 'Eins zwei drei vier …' hat 17 Wörter ({TWO_SENTENCES})"],
    ),
    "sentence in a question": (
        QUIZ,
        "Eins kommt vor zwei.",
        f"{'eins ' * 17}.",
        [f"28:13: der Satz 'eins eins eins eins …' hat 17 Wörter ({TWO_SENTENCES})"],
    ),
    "sentences": (
        LESSON,
        "Lies es **noch** einmal.",
        f"Lies. {'Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf eins zwei drei vier. ' * 8}",
        ["1:1: die Sätze dieser Stunde haben im Schnitt 12,3 Wörter (höchstens 11)"],
    ),
    "hard slide": (
        LESSON,
        "Lies es **noch** einmal.",
        "Informationssicherheit ist wichtig. " * 12,
        [
            f"{place}: {what} ist schwer zu lesen für Klasse 7: {formula}"
            f" (kürzere Sätze und Wörter; schwer sind: Informationssicherheit, {second})"
            for place, what, formula, second in (
                ("3:1", "diese Folie", "Wiener Sachtextformel 11,9, höchstens 7,0", "wichtig, Mond"),
                ("3:1", "diese Folie", "Flesch-Amstad -22,0, mindestens 60,0", "wichtig, Mond"),
                ("1:1", "die ganze Stunde", "Wiener Sachtextformel 10,7, höchstens 4,0", "Geschichte, wichtig"),
                ("1:1", "die ganze Stunde", "Flesch-Amstad -7,5, mindestens 70,0", "Geschichte, wichtig"),
            )
        ],
    ),
    "no title": (LESSON, "## Noch da?\n", "", ["4:1: diese Folie hat keinen Titel (mit '## Titel' anfangen)"]),
    "no notes": (
        LESSON,
        "::: notes\nSag: Seht hin.\nAus der Ferne: Jemand zeigt darauf.\n:::\n",
        "",
        ["22:1: diese Folie hat keine Notizen (einen Block '::: notes' schreiben)"],
    ),
    "no remote line": (
        LESSON,
        "Aus der Ferne: Jemand zählt.",
        "",
        ["54:1: den Notizen fehlt eine Zeile, die mit 'Aus der Ferne:' anfängt"],
    ),
    "no say": (LESSON, "Sag: Wählt.\n", "", ["54:1: den Notizen fehlt eine Zeile, die mit 'Sag:' anfängt"]),
    "question": (
        LESSON,
        "question wahl",
        "question qual",
        [f"51:14: die Frage 'qual' steht nicht in quiz.yaml (möglich: {others()})"],
    ),
    "misspelt question": (
        LESSON,
        "question folge",
        "question folgen",
        ["65:14: die Frage 'folgen' steht nicht in quiz.yaml (ist 'folge' gemeint?)"],
    ),
    "question twice": (
        LESSON,
        "question folge",
        "question wahl",
        ["65:14: die Frage 'wahl' steht zweimal in der Stunde"],
    ),
    "not live": (
        LESSON,
        "question folge",
        "question zeilen",
        ["65:14: die Frage 'zeilen' ist nicht für die Stunde ('live' zu ihrem use schreiben)"],
    ),
    "fact on a slide": (
        LESSON,
        "fact F-10",
        "fact F-77",
        ["37:10: der Fakt 'F-77' fehlt in module.yaml (dort unter facts eintragen)"],
    ),
    "phase": (
        LESSON,
        "phase: tafel",
        "phase: pause",
        [
            f"47:10: die Phase 'pause' gibt es nicht (möglich: {PHASES})",
            "1:1: die Phase 'tafel' hat keine Folie",
        ],
    ),
    "phase late": (
        LESSON,
        "phase: beruf",
        "phase: input",
        [
            f"77:1: die Phase 'input' kommt zu spät ({PHASES})",
            "1:1: die Phase 'beruf' hat keine Folie",
        ],
    ),
    "phase in a slide": (
        LESSON,
        "---\n\n# phase: einstieg\n\n## Ein Punkt\n",
        "# phase: einstieg\n",
        [
            "18:1: eine Phase beginnt mitten in einer Folie (--- davor setzen)",
            "1:1: die Phase 'einstieg' hat keine Folie",
            "22:1: diese Folie hat schon einen Block 'notes'",
        ],
    ),
    "heading": (
        LESSON,
        "## Rund",
        "### Rund",
        [
            "35:1: '### Rund' ist keine Überschrift einer Stunde (möglich: '# phase: key' oder '## Titel')",
            "37:1: diese Folie hat keinen Titel (mit '## Titel' anfangen)",
        ],
    ),
    "two titles": (
        LESSON,
        "## Rund\n",
        "## Rund\n## Eckig\n",
        ["36:1: diese Folie hat schon einen Titel (Folien mit --- trennen)"],
    ),
    "nearly a line": (
        LESSON,
        "---\n\n# phase: einstieg",
        "----\n\n# phase: einstieg",
        ["18:1: '----' trennt keine Folien (--- schreiben)"],
    ),
    "capital block": (
        LESSON,
        "::: home",
        "::: Home",
        ["7:1: '::: Home' öffnet keinen Block, den es gibt (ist 'home' gemeint?)"],
    ),
    "unknown block": (
        LESSON,
        "::: home",
        "::: haus",
        [f"7:1: '::: haus' öffnet keinen Block, den es gibt (möglich: {BLOCKS})"],
    ),
    "open block": (
        LESSON,
        "einmal.\n:::",
        "einmal.",
        ["7:1: der Block 'home' ist nicht geschlossen (::: vor Zeile 10 setzen)"],
    ),
    "open at the end": (
        LESSON,
        "Die Folie bleibt stehen.\n:::\n",
        "Die Folie bleibt stehen.\n",
        ["97:1: der Block 'notes' wird nie geschlossen (mit ::: schließen)"],
    ),
    "no id": (
        LESSON,
        "::: question wahl",
        "::: question",
        ["51:1: hinter '::: question' fehlt die Id"],
    ),
    "id too many": (LESSON, "::: dark", "::: dark jetzt", ["79:1: hinter '::: dark' darf nichts stehen"]),
    "text in a question": (
        LESSON,
        "::: question wahl\n",
        "::: question wahl\nSo ein Text\n",
        ["52:1: im Block 'question' darf kein Text stehen"],
    ),
    "two kinds": (
        LESSON,
        "::: dark\n",
        "::: job\n:::\n\n::: dark\n",
        ["82:1: diese Folie hat schon einen Block 'job'"],
    ),
    "hidden fact": (LESSON, "Was war der Mond?", "- ::: fact F-77", ["5:1: 'F-77' kann hier nicht stehen"]),
    "table": (LESSON, "Was war der Mond?", "| Mond | rund |", [f"5:1: '|' würde so dastehen ({MARKDOWN})"]),
    "heading at home": (LESSON, "Lies es", "## Lies es", [f"8:1: '##' würde so dastehen ({MARKDOWN})"]),
    "deep": (
        LESSON,
        "Was war der Mond?",
        "> > > > > > > > > > Tief",
        ["5:1: Listen und Zitate sind hier zu tief verschachtelt"],
    ),
    "long": (LESSON, "Lies es", "Lies es.\n" * 1000, ["8:1: dieser Text hat mehr als 8000 Zeichen"]),
    "no sources": (
        LESSON,
        "::: sources\n:::\n",
        "",
        ["1:1: keine Folie zeigt die Quellen (eine Folie mit '::: sources' schreiben)"],
    ),
    # pictures
    "picture": (
        LESSON,
        "(punkt.svg)",
        "(strich.svg)",
        [
            "24:14: das Bild 'strich.svg' liegt nicht in media (möglich: karte.svg, punkt.svg)",
            "picture 1:1: keine Folie und keine Frage zeigt dieses Bild (verwenden oder löschen)",
        ],
    ),
    "no picture": (
        LESSON,
        "](punkt.svg)",
        "] (punkt.svg)",
        [
            "24:1: das wird kein Bild (so: ![was es zeigt](name.svg), alles in einer Zeile)",
            "picture 1:1: keine Folie und keine Frage zeigt dieses Bild (verwenden oder löschen)",
        ],
    ),
    "no alt": (LESSON, "![Ein Punkt]", "![]", ["24:1: dem Bild fehlen die Worte für alle, die es nicht sehen"]),
    "no title of a picture": (
        PICTURE,
        '<title id="t">Ein Punkt</title>',
        "",
        ["1:1: dem Bild fehlt <title> (in Worten sagen, was es zeigt)"],
    ),
    "words in a picture": (
        PICTURE,
        "Ein schwarzer Punkt.",
        "Ein Punkt für Schüler*innen.",
        [f"3:30: 'Schüler*innen' hat ein Sonderzeichen im Wort ({GUESS})"],
    ),
    # the lists
    "long fact": (
        FACTS,
        "Der Mond ist rund.",
        f"Der Mond {'ist ' * 15}rund.",
        [f"3:11: der Satz 'Der Mond ist ist …' hat 18 Wörter ({TWO_SENTENCES})"],
    ),
    "fact without a source": (FACTS, "title: Der Mond, ", "", ["4:13: 'title' fehlt"]),
    "day": (
        FACTS,
        "2027-11-30",
        '"2027-11-30"',
        ["6:15: hier muss ein Tag stehen (so: 2026-11-24, ohne Anführungszeichen)"],
    ),
    "no day": (
        FACTS,
        "2027-11-30",
        "2027-13-30",
        ["6:15: '2027-13-30' ist nicht zu lesen (Text in Anführungszeichen setzen)"],
    ),
    "word twice": (GLOSSARY, "key: stern", "key: mond", ["3:11: 'mond' steht hier zweimal"]),
    "long word": (
        GLOSSARY,
        "Ein Stern leuchtet selbst.",
        "a b c d e f g h i j k l m",
        ["3:37: ein Wort wird mit höchstens 12 Wörtern erklärt, hier sind es 13"],
    ),
}

SHORT = {"lesson": LESSON, "picture": PICTURE}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    file, old, new, expected = BROKEN[name]
    lines = [str(one) for one in found(tmp_path, changed(file, old, new)).errors]
    assert sorted(lines) == sorted(_full(file, one) for one in expected)


def test_the_small_folder_is_in_order(tmp_path: Path) -> None:
    read = found(tmp_path)
    assert [*read.errors, *read.warnings] == []
    module = read.library.modules["s9-test"]
    assert [one.key for one in module.words] == ["mond"]
    assert sorted(one.kind for one in module.questions) == sorted(KINDS)


def test_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = {**changed(MODULE, "lang: de", "lang: en"), QUIZ: "questions: []\n", LESSON: "", FACTS: "- 1\n"}
    with pytest.raises(ContentErrors) as caught:
        load(write(tmp_path, files), TODAY)
    assert caught.value.lines == (
        "modules/facts.yaml:1:1: hier müssen Namen mit Werten stehen (so: name: Wert)",
        "modules/s9-test/lesson.md:1:1: hier ist keine Folie",
        "modules/s9-test/module.yaml:5:7: hier darf nur 'de' stehen",
        "modules/s9-test/quiz.yaml:1:12: hier stehen 0, nötig sind mindestens 1",
    )
    assert str(caught.value) == "\n".join(caught.value.lines)


def test_files_that_are_missing_or_strange(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {one: text for one, text in FILES.items() if one != QUIZ}
    files |= {
        "s9-test/quizz.yaml": "",
        "s9-test/media/Foto.PNG": b"\x89PNG",
        "tracks.yaml": b"tracks:\n  - {key: s, name: Spur}\n\xff",
        "leer/module.yaml": "",
    }
    assert [str(one) for one in found(tmp_path, files).errors] == [
        "modules/leer/lesson.md:1:1: diese Datei fehlt",
        "modules/leer/module.yaml:1:1: die Datei ist leer",
        "modules/leer/quiz.yaml:1:1: diese Datei fehlt",
        "modules/s9-test/media/Foto.PNG:1:1: hierher gehören nur Bilder mit Namen wie paket.svg"
        " (kleine Buchstaben, Ziffern, Bindestriche)",
        "modules/s9-test/quiz.yaml:1:1: diese Datei fehlt",
        "modules/s9-test/quizz.yaml:1:1: das gehört nicht in ein Modul"
        " (ein Modul hat module.yaml, lesson.md, quiz.yaml, activities.yaml, media)",
        "modules/tracks.yaml:3:1: diese Datei ist kein UTF-8-Text (als UTF-8 speichern)",
    ]


def test_a_quiz_without_a_list_is_told_once(tmp_path: Path) -> None:
    read = found(tmp_path, {**FILES, QUIZ: "questions:\n"})
    assert [str(one) for one in read.errors] == [
        "modules/s9-test/quiz.yaml:1:11: hier muss eine Liste stehen (in eckigen Klammern oder Zeile für Zeile mit -)"
    ]


def test_what_an_editor_adds_is_no_fault(tmp_path: Path) -> None:
    files = {name: f"\ufeff{text}".replace("\n", "\r\n") if "svg" not in name else text for name, text in FILES.items()}
    assert found(tmp_path, files).errors == ()


def test_an_old_fact_and_few_cases_are_warnings(tmp_path: Path) -> None:
    files = {**changed(FACTS, "2027-11-30", "2026-11-23"), QUIZ: FILES[QUIZ].replace("case: true", "case: false")}
    read = found(tmp_path, files)
    assert read.errors == ()
    assert [str(one) for one in read.warnings] == [
        "modules/s9-test/module.yaml:11:9: der Fakt 'F-10' war bis 23.11.2026 zu prüfen"
        " (die Quelle neu lesen, dann facts.yaml ändern)",
        f"modules/s9-test/quiz.yaml:2:3: 0 von {len(KINDS)} Fragen sind Fälle (mindestens die Hälfte sollte es sein)",
    ]


def test_a_day_of_reading_to_come_is_a_warning(tmp_path: Path) -> None:
    read = found(tmp_path, changed(FACTS, "read: 2026-11-01", "read: 2026-11-28"))
    assert [str(one) for one in read.warnings] == [
        "modules/s9-test/module.yaml:11:9: die Quelle von 'F-10' wurde an einem Tag gelesen, der noch kommt"
    ]


def test_an_empty_folder_holds_no_module(tmp_path: Path) -> None:
    shared = {name: text for name, text in FILES.items() if "/" not in name}
    assert [str(one) for one in found(tmp_path, shared).errors] == [
        "modules/tracks.yaml:1:1: in diesem Ordner ist kein Modul"
    ]


@pytest.mark.parametrize("path", ["modules/s9-test", "modules/tracks.yaml", "nowhere"])
def test_another_folder_than_that_of_the_modules_is_told(path: str, tmp_path: Path) -> None:
    write(tmp_path)
    read_ = read(tmp_path / path, TODAY)
    assert [str(one) for one in read_.errors] == [
        f"{Path(path).name}:1:1: das ist nicht der Ordner mit den Modulen (den Ordner angeben, in dem facts.yaml liegt)"
    ]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, {name: text for name, text in FILES.items() if name != QUIZ})
    (folder / QUIZ).mkdir()
    told = [str(one) for one in read(folder, TODAY).errors]
    assert told == [f"modules/{QUIZ}:1:1: diese Datei ist nicht zu lesen: Is a directory"]


def _full(file: str, expected: str) -> str:
    name, _, rest = expected.partition(" ")
    return f"modules/{SHORT[name]}:{rest}" if name in SHORT else f"modules/{file}:{expected}"
