"""Broken modules: every error with file, line, column and words that help, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.errors import ContentErrors
from app.content.loader import load
from tests.support.modules import FACTS, FILES, GLOSSARY, LESSON, MODULE, PICTURE, QUIZ, TODAY, changed, found, write

GUESS = "write both forms or a neutral word: Schülerinnen und Schüler, Jugendliche"
PHASES = "abruf, einstieg, input, tafel, abstimmen, beruf, exit"
BLOCKS = "home, notes, question, fact, job, dark, sources"

BROKEN = {
    # module.yaml
    "missing": (MODULE, "title: Ein Test\n", "", ["1:1: 'title' is missing"]),
    "misspelt": (
        MODULE,
        "subtitle: Nur",
        "subtitel: Nur",
        ["1:1: 'subtitle' is missing", "2:1: 'subtitel' is not known here (is 'subtitle' meant?)"],
    ),
    "no text": (MODULE, "title: Ein Test", "title: 12", ["1:8: this must be text (put it in quotes)"]),
    "empty": (MODULE, "title: Ein Test", "title: ''", ["1:8: this is empty"]),
    "status": (MODULE, "status: geprüft", "status: fertig", ["7:9: only 'Entwurf' or 'geprüft' can stand here"]),
    "grade": (MODULE, "[7, 8]", "[7, 14]", ["6:13: this must be at most 13"]),
    "list": (MODULE, "[7, 8]", "7", ["6:9: this must be a list"]),
    "twice": (MODULE, "lang: de\n", "lang: de\ntrack: s\n", ["6:1: 'track' stands here twice"]),
    "no yaml": (
        MODULE,
        "Ein Test",
        "Ein Test: mehr",
        [
            "1:16: this is not YAML: mapping values are not allowed in this context"
            " (text with a colon, a # or a quotation mark in it needs quotes)"
        ],
    ),
    "star": (
        MODULE,
        "Frag jemanden.",
        "Frag Mitschüler*innen.",
        [f"13:10: 'Mitschüler*innen' has a special character inside the word ({GUESS})"],
    ),
    "slug": (
        MODULE,
        "slug: s9-test",
        "slug: s9-anders",
        ["3:7: the slug 's9-anders' is not the name of the folder 's9-test'"],
    ),
    "no slug": (
        MODULE,
        "slug: s9-test",
        "slug: S9 Test",
        ["3:7: 'S9 Test' cannot stand here (needed: small letters without umlauts, digits and single hyphens)"],
    ),
    "track": (MODULE, "track: s", "track: b", ["4:8: the track 'b' is not in tracks.yaml"]),
    "competence": (MODULE, '"kmk:4.1"]', '"kmk:4.1", "kmk:9.9"]', ["10:26: 'kmk:9.9' is not in competences.yaml"]),
    "fact": (MODULE, "[F-10]", "[F-10, F-11]", ["11:15: 'F-11' is not in facts.yaml"]),
    "minutes 45": (MODULE, "{45: 12,", "{45: 13,", ["15:3: the minutes for 45 add up to 46"]),
    "minutes 90": (
        MODULE,
        "minutes: 33",
        "minutes: 30",
        ["15:3: the minutes for 90 add up to 87: phases 57, extra_90 30"],
    ),
    "minutes short": (
        MODULE,
        "short: 5}",
        "short: 9}",
        ["15:3: the short hour has 34 minutes (at most 30)"],
    ),
    "not dropped": (
        MODULE,
        "may_drop: true",
        "may_drop: false",
        ["15:49: the phase 'abruf' has no minutes but may not be dropped"],
    ),
    "phases": (MODULE, "key: input", "key: tafel", [f"15:3: the phases do not stand in their order ({PHASES})"]),
    # quiz.yaml
    "kind": (
        QUIZ,
        "kind: choice",
        "kind: guess",
        ["3:11: this kind is not known: guess (choice, order, groups, mark)"],
    ),
    "no kind": (QUIZ, "    kind: choice\n", "", ["2:5: this kind is not known: None (choice, order, groups, mark)"]),
    "two ids": (
        QUIZ,
        "id: folge",
        "id: wahl",
        ["16:9: the id 'wahl' stands here twice", "lesson 65:14: there is no question 'folge' in quiz.yaml"],
    ),
    "two options": (QUIZ, "id: schlecht", "id: gut", ["13:14: the id 'gut' stands here twice"]),
    "two right": (
        QUIZ,
        "text: Glauben, ",
        "text: Glauben, right: true, ",
        ["12:7: 2 options are right (exactly one must be)", "13:57: a right option has no misconception"],
    ),
    "no misconception": (
        QUIZ,
        "mis: zu-schnell, name: Zu schnell, ",
        "",
        ["13:9: the wrong option 'schlecht' names no misconception (give it mis and name, or drop it)"],
    ),
    "misconception": (
        QUIZ,
        "mis: zu-schnell",
        "mis: Zu schnell",
        ["13:44: 'Zu schnell' cannot stand here (needed: small letters without umlauts, digits and single hyphens)"],
    ),
    "name of a misconception": (
        QUIZ,
        "name: Zu schnell",
        "name: Schüler*innen",
        [f"13:62: 'Schüler*innen' has a special character inside the word ({GUESS})"],
    ),
    "no feedback": (QUIZ, ", feedback: Stimmt.", "", ["12:9: 'feedback' is missing"]),
    "competence of a question": (
        QUIZ,
        'competence: "kmk:4.1"',
        'competence: "kmk:1.2"',
        ["5:17: the competence 'kmk:1.2' is not among those of module.yaml"],
    ),
    "fact of a question": (QUIZ, "[F-10]", "[F-12]", ["7:13: the fact 'F-12' is not among those of module.yaml"]),
    "slip": (QUIZ, "second: eins", "second: vier", ["27:31: there is no item 'vier' in this question"]),
    "group": (QUIZ, "group: eckig", "group: oval", ["41:44: there is no group 'oval' in this question"]),
    "mark": (QUIZ, "mark: eile", "mark: angst", ["55:51: there is no 'angst' among the marks of this question"]),
    "missed": (
        QUIZ,
        "name: Eile übersehen, ",
        "",
        ["55:11: the line 'jetzt' does not name what was missed (give it a name)"],
    ),
    "trust": (
        QUIZ,
        "trustworthy: true",
        "trustworthy: false",
        ["2:3: 0 of 1 questions that judge something show something trustworthy (at least 40 of 100 are needed)"],
    ),
    "trust alone": (QUIZ, "judging: true", "judging: false", ["10:18: this counts only with 'judging: true'"]),
    "prompt": (
        QUIZ,
        "prompt: Was machst du?",
        f"prompt: {'Donaudampfschifffahrt ' * 4}?",
        ["6:13: this prompt is too long (89 characters, at most 80)"],
    ),
    "words of a question": (
        QUIZ,
        "text: Erstens",
        "text: a b c d e f g h i j k l m n o p q r s t u",
        ["20:13: there is too much on the slide of this question (26 words, at most 25 with the title)"],
    ),
    "long line": (
        QUIZ,
        "text: Nachsehen",
        f"text: {'Nachsehen' * 6}",
        [f"2:5: '{'Nachsehen' * 6}' is too long for a line (54 characters, at most 45)"],
    ),
    # lesson.md
    "capital I": (
        LESSON,
        "Was war",
        "SchülerInnen fragen",
        [f"5:1: 'SchülerInnen' has a capital I inside the word ({GUESS})"],
    ),
    "underscore": (
        LESSON,
        "Wir fangen",
        "Schüler_innen fangen",
        [f"12:6: 'Schüler_innen' has a special character inside the word ({GUESS})"],
    ),
    "link": (
        LESSON,
        "Was war der Mond?",
        "Sieh auf [Seite](https://mond.example) nach.",
        [
            "5:10: '[Seite](https://mond.example)' is a link"
            " (sources stand in facts.yaml; invented addresses go without https, such as paket.example)",
        ],
    ),
    "html": (
        LESSON,
        "**noch**",
        "<b>noch</b>",
        [
            "8:9: '<b>' is HTML, which is shown as it stands (write Markdown)",
            "8:16: '</b>' is HTML, which is shown as it stands (write Markdown)",
        ],
    ),
    "invisible": (LESSON, "Was war", "Was\u200b war", ["5:4: a character stands here that nobody sees (delete it)"]),
    "words": (
        LESSON,
        "Was war der Mond?",
        "eins " * 24,
        ["3:1: there is too much on this slide (26 words, at most 25 with the title)"],
    ),
    "lines": (
        LESSON,
        "Was war der Mond?",
        "- eins\n" * 6,
        ["3:1: there is too much on this slide (7 lines, at most 6 with the title)"],
    ),
    "no title": (LESSON, "## Noch da?\n", "", ["4:1: this slide has no title (begin it with '## Title')"]),
    "no notes": (
        LESSON,
        "::: notes\nSag: Seht hin.\nAus der Ferne: Jemand zeigt darauf.\n:::\n",
        "",
        ["22:1: this slide has no notes (add a block '::: notes')"],
    ),
    "no remote line": (
        LESSON,
        "Aus der Ferne: Jemand zählt.",
        "",
        ["49:1: the notes of this slide have no line 'Aus der Ferne:'"],
    ),
    "no say": (LESSON, "Sag: Wählt.\n", "", ["49:1: the notes of this slide have no line 'Sag:'"]),
    "question": (LESSON, "question wahl", "question qual", ["51:14: there is no question 'qual' in quiz.yaml"]),
    "question twice": (
        LESSON,
        "question folge",
        "question wahl",
        ["65:14: the question 'wahl' stands in the lesson twice"],
    ),
    "not live": (
        LESSON,
        "question folge",
        "question zeilen",
        ["65:14: the question 'zeilen' is not for the hour (add 'live' to its use)"],
    ),
    "fact on a slide": (LESSON, "fact F-10", "fact F-77", ["37:10: the fact 'F-77' is not among those of module.yaml"]),
    "phase": (
        LESSON,
        "phase: tafel",
        "phase: pause",
        [
            f"47:10: the phase 'pause' is not known ({PHASES})",
            "1:1: the phase 'tafel' has no slide",
        ],
    ),
    "phase late": (
        LESSON,
        "phase: beruf",
        "phase: input",
        [
            f"77:1: the phase 'input' comes too late ({PHASES})",
            "1:1: the phase 'beruf' has no slide",
        ],
    ),
    "phase in a slide": (
        LESSON,
        "---\n\n# phase: einstieg\n\n## Ein Punkt\n",
        "# phase: einstieg\n",
        [
            "18:1: a phase begins in the middle of a slide (put --- before it)",
            "1:1: the phase 'einstieg' has no slide",
            "22:1: this slide has a block 'notes' already",
        ],
    ),
    "heading": (
        LESSON,
        "## Rund",
        "### Rund",
        [
            "35:1: '### Rund' is no heading of a lesson ('# phase: key' or '## Title')",
            "37:1: this slide has no title (begin it with '## Title')",
        ],
    ),
    "two titles": (
        LESSON,
        "## Rund\n",
        "## Rund\n## Eckig\n",
        ["36:1: this slide has a title already (divide slides by ---)"],
    ),
    "unknown block": (
        LESSON,
        "::: home",
        "::: haus",
        [f"7:1: '::: haus' opens no block that is known here ({BLOCKS})"],
    ),
    "open block": (LESSON, "einmal.\n:::", "einmal.", ["7:1: the block 'home' is not closed (put ::: before line 10)"]),
    "open at the end": (
        LESSON,
        "Die Folie bleibt stehen.\n:::\n",
        "Die Folie bleibt stehen.\n",
        ["97:1: the block 'notes' is never closed (close it with :::)"],
    ),
    "no id": (
        LESSON,
        "::: question wahl",
        "::: question",
        [
            "51:1: the block 'question' needs an id",
            "51:1: there is no question '' in quiz.yaml",
        ],
    ),
    "id too many": (LESSON, "::: dark", "::: dark jetzt", ["79:1: the block 'dark' takes nothing behind its name"]),
    "text in a question": (
        LESSON,
        "::: question wahl\n",
        "::: question wahl\nSo ein Text\n",
        ["52:1: the block 'question' holds no text"],
    ),
    "two kinds": (LESSON, "::: dark\n", "::: job\n:::\n\n::: dark\n", ["82:1: this slide is a 'job' already"]),
    "hidden fact": (LESSON, "Was war der Mond?", "- ::: fact F-77", ["5:1: 'F-77' cannot be named here"]),
    "deep": (
        LESSON,
        "Was war der Mond?",
        "> > > > > > > > > > Tief",
        ["5:1: lists and quotations are nested too deeply here"],
    ),
    "long": (LESSON, "Lies es", "Lies " * 1700, ["8:1: this text is longer than 8000 characters"]),
    "no sources": (
        LESSON,
        "::: sources\n:::\n",
        "",
        ["1:1: no slide shows the sources (add a slide with '::: sources')"],
    ),
    # pictures
    "picture": (
        LESSON,
        "(punkt.svg)",
        "(strich.svg)",
        [
            "24:14: there is no picture 'strich.svg' in media",
            "picture 1:1: no slide shows this picture (use it or delete it)",
        ],
    ),
    "no alt": (LESSON, "![Ein Punkt]", "![]", ["24:1: this picture has no words for those who do not see it"]),
    "no title of a picture": (
        PICTURE,
        '<title id="t">Ein Punkt</title>',
        "",
        ["1:1: this picture has no <title> (say in words what it shows)"],
    ),
    # the lists
    "fact without a source": (FACTS, "title: Der Mond, ", "", ["4:13: 'title' is missing"]),
    "day": (FACTS, "2027-11-30", '"2027-11-30"', ["6:15: this must be a day (written as 2026-11-24, without quotes)"]),
    "no day": (FACTS, "2027-11-30", "2027-13-30", ["6:15: '2027-13-30' cannot be read (put text in quotes)"]),
    "word twice": (GLOSSARY, "key: stern", "key: mond", ["3:11: 'mond' stands here twice"]),
    "long word": (
        GLOSSARY,
        "Ein Stern leuchtet selbst.",
        "a b c d e f g h i j k l m",
        ["3:37: a word is explained in at most 12 words, here are 13"],
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
    assert [one.kind for one in module.questions] == ["choice", "order", "groups", "mark"]


def test_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = {**changed(MODULE, "lang: de", "lang: en"), QUIZ: "questions: []\n", LESSON: "", FACTS: "- 1\n"}
    with pytest.raises(ContentErrors) as caught:
        load(write(tmp_path, files), TODAY)
    assert caught.value.lines == (
        "modules/facts.yaml:1:1: this must be a mapping of keys and values",
        "modules/s9-test/lesson.md:1:1: there is no slide",
        "modules/s9-test/module.yaml:5:7: only 'de' can stand here",
        "modules/s9-test/quiz.yaml:1:12: at least 1 are needed, here are 0",
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
        "modules/leer/lesson.md:1:1: this file is missing",
        "modules/leer/module.yaml:1:1: the file is empty",
        "modules/leer/quiz.yaml:1:1: this file is missing",
        "modules/s9-test/media/Foto.PNG:1:1: only pictures named like paket.svg belong here"
        " (small letters, digits, hyphens)",
        "modules/s9-test/quiz.yaml:1:1: this file is missing",
        "modules/s9-test/quizz.yaml:1:1: this does not belong into a module"
        " (a module has module.yaml, lesson.md, quiz.yaml, media)",
        "modules/tracks.yaml:3:1: this file is not UTF-8 text (save it as UTF-8)",
    ]


def test_an_old_fact_and_few_cases_are_warnings(tmp_path: Path) -> None:
    files = {**changed(FACTS, "2027-11-30", "2026-11-23"), QUIZ: FILES[QUIZ].replace("case: true", "case: false")}
    read = found(tmp_path, files)
    assert read.errors == ()
    assert [str(one) for one in read.warnings] == [
        "modules/s9-test/module.yaml:11:9: the fact 'F-10' was to be checked by 2026-11-23"
        " (read the source again, then change facts.yaml)",
        "modules/s9-test/quiz.yaml:2:3: 0 of 4 questions are cases (at least half should be)",
    ]


def test_a_day_of_reading_to_come_is_a_warning(tmp_path: Path) -> None:
    read = found(tmp_path, changed(FACTS, "read: 2026-11-01", "read: 2026-11-25"))
    assert [str(one) for one in read.warnings] == [
        "modules/s9-test/module.yaml:11:9: the source of 'F-10' was read on a day to come"
    ]


def test_an_empty_folder_holds_no_module(tmp_path: Path) -> None:
    shared = {name: text for name, text in FILES.items() if "/" not in name}
    assert [str(one) for one in found(tmp_path, shared).errors] == [
        "modules/tracks.yaml:1:1: there is no module in this folder"
    ]


def _full(file: str, expected: str) -> str:
    name, _, rest = expected.partition(" ")
    return f"modules/{SHORT[name]}:{rest}" if name in SHORT else f"modules/{file}:{expected}"
