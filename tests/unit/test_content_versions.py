"""A module and its canonical JSON: the same module always has the same version, another one never."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from app.content.canonical import from_json, to_json, version_of, with_version
from app.content.loader import load
from app.domain.content import Module
from tests.support.activities import active_files
from tests.support.modules import (
    FACTS,
    FILES,
    GLOSSARY,
    MODULE,
    PICTURE,
    QUIZ,
    TODAY,
    changed,
    found,
    small_module,
    write,
)

FIRST_AND_SECOND = "title: Ein Test\nsubtitle: Nur zum Prüfen\n"


def version(folder: Path, files: dict[str, str | bytes]) -> str:
    """The version of the small module with these files."""
    read = found(folder, files)
    assert read.errors == ()
    return read.library.modules["s9-test"].version


def test_what_comes_back_is_the_same_module() -> None:
    module = small_module()
    assert from_json(to_json(module)) == module


def test_the_json_is_plain_and_small() -> None:
    text = to_json(small_module())
    data = json.loads(text)
    assert "version" not in data
    assert text == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert small_module().version == version_of(text)
    assert len(small_module().version) == 64


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MODULE, FIRST_AND_SECOND, "subtitle: Nur zum Prüfen\ntitle: Ein Test\n"),
        (MODULE, "title: Ein Test", 'title:   "Ein Test"   # a comment'),
        (GLOSSARY, FILES[GLOSSARY], "\n".join(["words:", *reversed(FILES[GLOSSARY].splitlines()[1:])])),
        (GLOSSARY, "Ein Stern leuchtet selbst.", "Ein Stern ist eine Sonne."),
        (QUIZ, "    kind: choice\n    use: [live, practice]\n", "    use: [live, practice]\n    kind: choice\n"),
    ],
)
def test_how_it_is_written_down_changes_nothing(file: str, old: str, new: str, tmp_path: Path) -> None:
    assert version(tmp_path, changed(file, old, new)) == small_module().version


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MODULE, "title: Ein Test", "title: Ein Versuch"),
        (FACTS, "Der Mond ist rund.", "Der Mond ist eine Kugel."),
        (GLOSSARY, "Der Mond kreist", "Der Mond dreht sich"),
        (QUIZ, "prompt: Sortiere.", "prompt: Ordne zu."),
        (PICTURE, 'r="5"', 'r="6"'),
    ],
)
def test_another_content_is_another_version(file: str, old: str, new: str, tmp_path: Path) -> None:
    assert version(tmp_path, changed(file, old, new)) != small_module().version


@pytest.mark.parametrize("name", [one.name for one in fields(Module) if one.name != "version"])
def test_every_field_is_part_of_the_version(name: str, tmp_path: Path) -> None:
    module = found(tmp_path, active_files()).library.modules["s9-test"]
    other: Any = {} if name == "media" else () if isinstance(getattr(module, name), tuple) else "anders"
    assert with_version(replace(module, **{name: other})).version != module.version


def test_what_is_no_module_is_refused() -> None:
    with pytest.raises(ValueError, match="slug"):
        from_json('{"questions": []}')
    with pytest.raises(ValueError, match="Expecting value"):
        from_json("nothing")


@pytest.mark.parametrize("text", ["{}", "[]", "1", '{"questions": [{}]}', '{"questions": [{"kind": "guess"}]}'])
def test_what_has_another_shape_is_no_module(text: str) -> None:
    with pytest.raises(ValueError, match="this is no module"):
        from_json(text)


def test_a_folder_that_did_not_change_is_read_once(tmp_path: Path) -> None:
    folder = write(tmp_path)
    first = load(folder, TODAY)
    assert load(folder, TODAY) is first
    (folder / MODULE).write_text(FILES[MODULE].replace("Ein Test", "Ein Ernst"), encoding="utf-8")
    assert load(folder, TODAY).modules["s9-test"].title == "Ein Ernst"
