"""Words that not everybody knows are explained, and a lesson brings few new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules import FILES, GLOSSARY, LESSON, MODULE, QUIZ, changed, found

TECHNICAL = "technical.txt"
HINT = "in glossary.yaml erklären oder ein anderes Wort nehmen"
FEWER = "das andere mit bekannten Wörtern sagen"
NAMES = ("Ahorn", "Birke", "Buche", "Eiche", "Fichte", "Linde")


def told(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    """The errors in these files."""
    return [str(one).removeprefix("modules/") for one in found(folder, files).errors]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Komet\n", []),
        ("Mond\nStern\n", []),  # both are in the glossary
        ("Geschichte\n", [f"{LESSON}:80:1: das Fachwort 'Geschichte' wird nicht erklärt ({HINT})"]),
        ("Ecke\nWürfel\n", [
            f"{QUIZ}:41:29: das Fachwort 'Würfel' wird nicht erklärt ({HINT})",
            f"{QUIZ}:41:98: das Fachwort 'Ecke' wird nicht erklärt ({HINT})",
        ]),
        ("Jemand\n", []),  # stands in notes only
    ],
)  # fmt: skip
def test_a_technical_word_is_explained(listed: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, {**FILES, TECHNICAL: listed}) == expected


def trees(number: int, slug: str = "s9-test") -> dict[str, str | bytes]:
    """The glossary with six trees, and a lesson that uses so many of them."""
    lines = "".join(f'  - {{key: {one.lower()}, word: {one}, text: "Ein Baum."}}\n' for one in NAMES)
    said = " ".join(f"{one}." for one in NAMES[:number])
    lesson = FILES[LESSON].replace("Lies es **noch** einmal.", said)
    own = {name.replace("s9-test", slug): text for name, text in FILES.items() if name.startswith("s9-test/")}
    own[f"{slug}/module.yaml"] = own[f"{slug}/module.yaml"].replace("s9-test", slug)
    return {**FILES, **own, GLOSSARY: FILES[GLOSSARY] + lines, LESSON.replace("s9-test", slug): lesson}


def test_a_lesson_brings_three_new_words_at_most(tmp_path: Path) -> None:
    # the moon stands in it too
    assert told(tmp_path / "two", trees(2)) == []
    assert told(tmp_path / "three", trees(3)) == [
        f"{LESSON}:1:1: diese Stunde hat 4 neue Wörter: Ahorn, Birke, Buche, Mond (höchstens 3; {FEWER})"
    ]


def test_a_word_of_two_lessons_is_new_in_neither(tmp_path: Path) -> None:
    both = {**trees(4), **{name: text for name, text in trees(4, "s8-alt").items() if name.startswith("s8-alt/")}}
    assert told(tmp_path / "both", both) == []
    more = {**trees(5), **{name: text for name, text in trees(4, "s8-alt").items() if name.startswith("s8-alt/")}}
    words = "Ahorn, Birke, Buche, Eiche, Fichte, Mond"
    assert told(tmp_path / "more", more) == [
        f"{LESSON}:1:1: diese Stunde hat 6 erklärte Wörter: {words} (höchstens 5; {FEWER})"
    ]


def test_without_a_list_nothing_is_technical(tmp_path: Path) -> None:
    assert TECHNICAL not in FILES
    assert told(tmp_path, changed(MODULE, "Alles passt.", "Alles ist immersiv.")) == []
