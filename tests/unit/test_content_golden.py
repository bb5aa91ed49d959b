"""A module in which something is wrong for every check: all of it is told at once, in the order of files and lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content import check
from app.content.check import index, lists
from app.content.check.glossary import check_new
from app.content.reading import Found, read
from tests.support.activities import ACTIVITIES, FILE, active_files, only
from tests.support.modules import FACTS, FILES, GLOSSARY, INDEX, LESSON, MODULE, PICTURE, QUIZ, TODAY, index_of, write

GOLDEN = Path(__file__).parent / "golden" / "broken-module.txt"
WORDS = ("Ahorn", "Birke", "Buche")
MORE = """\
  - id: {id}
    kind: choice
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was ist es?
    options:
      - {{id: gut, text: Ein runder voller Mond, right: true, feedback: Stimmt.}}
      - {{id: a, text: Ein Stern, mis: zu-schnell, name: Zu schnell, feedback: Viele raten.}}
    reason: So ist es.
    advice: Sieh hin.
"""
BREAKS = (
    (MODULE, "{45: 12,", "{45: 13,"),  # minutes
    (MODULE, "[F-10]", "[F-10, F-11]"),  # references
    (QUIZ, "id: schlecht", "id: gut"),  # ids
    (QUIZ, "{first: zwei, second: eins,", "{first: eins, second: zwei,"),  # answers
    (QUIZ, "trustworthy: true", "trustworthy: false"),  # trust
    (QUIZ, "text: Ball, group: rund", "text: Ein Ball aus Leder mit schwarzen Flecken am Rand, group: rund"),  # budget
    (LESSON, "::: activity roboter\n:::\n\n", ""),  # activities
    (LESSON, "Sag: Seht hin.\n", ""),  # slides
    (LESSON, "Wir fangen an.", "Alle Schüler_innen fangen an."),  # words
    (LESSON, "Jemand im Raum zählt.", f"Jemand zählt {'und zählt ' * 8}weiter."),  # sentences
    (LESSON, "Lies es **noch** einmal.", "Informationssicherheit braucht Verantwortung. " * 14),  # readability
    (LESSON, "Eine Geschichte.", "Ein Ahorn. Eine Birke. Eine Buche."),  # glossary: new words, and a technical one
    (LESSON, "![Ein Punkt]", "![]"),  # pictures
    (LESSON, "Was war der Mond?", "| Mond |"),  # texts
    (PICTURE, "<circle", '<circle onclick="x"'),  # pictures
    (FACTS, "2027-11-30", "2026-11-26"),  # facts
    (FACTS, "Der Mond ist rund.", f"Der Mond ist {'sehr ' * 14}rund."),  # lists
)


def broken() -> dict[str, str]:
    """The files of the small module, broken in all these ways."""
    files = {name: str(text) for name, text in only("robot").items()}
    trees = "".join(f'  - {{key: {one.lower()}, word: {one}, text: "Ein Baum."}}\n' for one in WORDS)
    files |= {GLOSSARY: files[GLOSSARY] + trees, "technical.txt": "Leder\n"}
    files[INDEX] = index_of(files).replace("s9-test/folge order", "s9-test/folge groups")  # index
    for file, old, new in BREAKS:
        assert files[file].count(old) >= 1, old
        files[file] = files[file].replace(old, new, 1)
    files[QUIZ] = (
        files[QUIZ].replace("    case: true\n", "") + MORE.format(id="lang-eins") + MORE.format(id="lang-zwei")
    )
    return files


@pytest.fixture
def found(tmp_path: Path) -> Found:
    return read(write(tmp_path, broken()), TODAY)


def test_all_of_it_is_told(found: Found) -> None:
    told = [*(f"{one}" for one in found.errors), *(f"{one} [Hinweis]" for one in found.warnings)]
    assert told == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_each_check_finds_something(found: Found) -> None:
    [draft] = found.drafts
    silent = [one.__module__ for one in (*check.CHECKS, *check.WARNINGS) if not list(one(draft))]
    assert silent == []
    assert found.index is not None
    assert list(index.check(found.index, found.drafts, {draft.folder}))
    assert list(lists.check(found.lists))
    assert list(check_new(found.drafts))


def test_every_file_of_checks_is_in_the_table() -> None:
    used = {one.__module__ for one in (*check.CHECKS, *check.WARNINGS)} | {index.__name__, lists.__name__}
    spelling = "app.content.check.spelling"  # asks hunspell: tests/house/test_spelling.py
    there = {f"{check.__name__}.{one.stem}" for one in Path(str(check.__file__)).parent.glob("[a-z]*.py")}
    assert there == used | {spelling}


def test_nothing_of_it_is_told_of_the_whole_module(tmp_path: Path) -> None:
    whole = read(write(tmp_path, active_files(FILE)), TODAY)
    assert (whole.errors, whole.warnings) == ((), ())
    assert set(broken()) >= {*FILES, ACTIVITIES}
