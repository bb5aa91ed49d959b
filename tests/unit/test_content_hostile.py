"""Files made to keep a reader busy, to reach outside, or to hide something: they are told, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.support.modules import FILES, LESSON, PICTURE, QUIZ, changed, found, index_of

PIECES = (
    "a",
    "**a ",
    "a.",
    "> ",
    "![",
    "![a](",
    "[](",
    "](",
    "1.",
    "<a ",
    "a-",
    "a:",
    "aI",
    "@",
    "/",
    "- ",
    "| ",
    "„a",
)
SECONDS = 5
"""Of the processor, not of the clock. Each takes less than one; with a pattern that goes back, it is minutes."""


def spent(folder: Path, files: dict[str, str | bytes]) -> tuple[float, list[str]]:
    """How long it takes, and what is told."""
    before = time.process_time()
    errors = found(folder, files).errors
    return time.process_time() - before, [str(one) for one in errors]


@pytest.mark.parametrize("piece", PIECES)
def test_long_lines_take_no_longer_than_others(piece: str, tmp_path: Path) -> None:
    line = (piece * 2_000)[:1_990]
    seconds, told = spent(tmp_path / "lesson", changed(LESSON, "Was war der Mond?", "\n".join([line] * 100)))
    assert told
    assert seconds < SECONDS
    long = (piece * 40_000)[:39_000].replace("<", "&lt;").replace("&", "+")
    seconds, _ = spent(tmp_path / "picture", changed(PICTURE, "Ein schwarzer Punkt.", long))
    assert seconds < SECONDS


@pytest.mark.parametrize("name", [LESSON, QUIZ, "facts.yaml"])
def test_a_line_that_nobody_writes_is_refused(name: str, tmp_path: Path) -> None:
    files = {**FILES, name: f"# {'a' * 2_000}\n{FILES[name]}"}
    told = [one for one in spent(tmp_path, files)[1] if name in one]
    assert told == [f"modules/{name}:1:1: diese Zeile hat mehr als 2000 Zeichen (Absätze machen)"]


@pytest.mark.parametrize("name", [LESSON, QUIZ, PICTURE, "facts.yaml", "ids.txt", "technical.txt"])
def test_a_file_that_is_too_large_is_refused(name: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**FILES, "ids.txt": index_of(), "technical.txt": ""}
    files[name] = str(files[name]) + "# a\n" * 130_000
    assert f"modules/{name}:1:1: diese Datei ist größer als 500 kB" in spent(tmp_path, files)[1]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (QUIZ, "prompt: Was machst du?", "prompt: &a Was?\n    advice: *a", "hier steht ein Verweis"),
        (QUIZ, "prompt: Was machst du?", "prompt: !!python/object:os.system x", "ist nicht erlaubt"),
        (QUIZ, "    prompt: Was machst du?\n", "    prompt: Was?\n    prompt: Wie?\n", "'prompt' steht hier zweimal"),
        (QUIZ, "prompt: Was machst du?", f"prompt: {'[' * 1_900}", "zu tief verschachtelt"),
        (PICTURE, "<circle", "<image href='file:///etc/passwd'/><circle", "<image> darf nicht in einem Bild stehen"),
        (PICTURE, "<svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg', "ein Dokumenttyp darf nicht"),
        (PICTURE, "<circle", f"{'<g>' * 9_000}<circle", "hier wird etwas geschlossen, das nicht offen ist"),
        (PICTURE, "<circle", "<a href='//evil.example'><circle", "<a> darf nicht in einem Bild stehen"),
        (LESSON, "(punkt.svg)", "(../../facts.yaml)", "das Bild '../../facts.yaml' liegt nicht in media"),
        (LESSON, "question wahl", "question ../wahl", "die Frage '../wahl' steht nicht in quiz.yaml"),
        (LESSON, "Was war", "Was\u202ewar", "hier steht ein Zeichen, das niemand sieht"),
    ],
)
def test_what_is_hostile_is_told(name: str, old: str, new: str, told: str, tmp_path: Path) -> None:
    seconds, errors = spent(tmp_path, changed(name, old, new))
    assert any(told in one for one in errors), errors
    assert seconds < SECONDS
