"""A start reads only the modules that changed since the last one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.config import MODULES
from app.content import kept, loader, yaml
from app.content.errors import ContentErrors
from app.content.formats import lesson
from app.content.loader import load
from app.domain.content import Library
from tests.support.modules import FACTS, INDEX, TODAY

SLUGS = sorted(one.name for one in MODULES.iterdir() if one.is_dir())
ONE = SLUGS[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real modules, where they can be changed."""
    return Path(shutil.copytree(MODULES, tmp_path / "modules"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files that are parsed, by the real parsers."""
    seen: list[str] = []

    def noting(real):  # type: ignore[no-untyped-def]
        return lambda file, *rest: (seen.append(file), real(file, *rest))[1]

    monkeypatch.setattr(yaml, "parse", noting(yaml.parse))
    monkeypatch.setattr(lesson, "parse", noting(lesson.parse))
    yield seen
    loader._loaded.clear()


def start(folder: Path, parsed: list[str], days: int = 0) -> tuple[Library, set[str]]:
    """What a new process has, and the modules it parsed for that."""
    loader._loaded.clear()
    parsed.clear()
    library = load(folder, TODAY + timedelta(days=days), folder.parent / "cache")
    return library, {one.split("/")[1] for one in parsed if one.count("/") == 2}


def test_a_warm_start_parses_no_module(folder: Path, parsed: list[str]) -> None:
    cold, read = start(folder, parsed)
    assert read == {*SLUGS}
    warm, read = start(folder, parsed)
    assert read == set()
    assert warm == cold
    assert list(warm.modules) == list(cold.modules)
    assert warm == load(folder, TODAY), "what was kept is what is read"
    _, read = start(folder, parsed, days=1)
    assert read == set(), "the next day"


def test_what_changed_is_parsed_and_nothing_else(folder: Path, parsed: list[str]) -> None:
    start(folder, parsed)
    file = folder / ONE / "lesson.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Sag: ", "Sag: Ja. ", 1), encoding="utf-8")
    library, read = start(folder, parsed)
    assert read == {ONE}
    assert any(one.say.startswith("Ja. ") for one in library.modules[ONE].slides)
    assert start(folder, parsed)[1] == set()


def test_a_change_of_a_list_reads_all(folder: Path, parsed: list[str]) -> None:
    start(folder, parsed)
    facts = folder / FACTS
    facts.write_text(facts.read_text(encoding="utf-8").replace("year: 2020", "year: 2021"), encoding="utf-8")
    assert start(folder, parsed)[1] == {*SLUGS}


def test_other_code_reads_all(folder: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    start(folder, parsed)
    monkeypatch.setattr(kept, "_code", lambda: b"newer")
    assert start(folder, parsed)[1] == {*SLUGS}


def test_what_is_spoilt_is_read_again(folder: Path, parsed: list[str]) -> None:
    start(folder, parsed)
    for one in (folder.parent / "cache").iterdir():
        one.write_bytes(one.read_bytes()[:-9])
    assert start(folder, parsed)[1] == {*SLUGS}


def test_an_error_is_told_with_its_place_beside_modules_that_are_kept(folder: Path, parsed: list[str]) -> None:
    start(folder, parsed)
    index = folder / INDEX
    lines = index.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = next(one for one in lines if one.startswith(f"{ONE}/"))
    index.write_text("".join(one for one in lines if one != gone), encoding="utf-8")
    with pytest.raises(ContentErrors) as caught:
        start(folder, parsed)
    [line] = caught.value.lines
    assert line.startswith(f"modules/{ONE}/quiz.yaml:")
    assert line.endswith("steht nicht in ids.txt (techteens content index ausführen)")
    index.write_text("".join(lines), encoding="utf-8")
    assert start(folder, parsed)[1] == set()


def test_a_broken_module_stops_every_start(folder: Path, parsed: list[str]) -> None:
    start(folder, parsed)
    (folder / ONE / "lesson.md").write_text("", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ContentErrors):
            start(folder, parsed)
