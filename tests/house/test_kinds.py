"""Adding a kind of question is a known list of files: docs/how-to/add-a-question-kind.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.content import canonical
from app.content.formats import quiz
from app.domain.grading import KINDS
from app.web.responses import READERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-a-question-kind.md").read_text(encoding="utf-8")
EXAMPLE = "jigsaw"


def listed() -> set[str]:
    """Every file the page names, the new ones with the example's name for the kind."""
    found: set[str] = set()
    for line in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE):
        names = re.findall(r"`([^`]+)`", line)
        folder = names[0].rpartition("/")[0]
        found |= {one if "/" in one else f"{folder}/{one}" for one in names}
    return found


def new_files(kind: str) -> set[str]:
    """The files that are made for `kind`, without its looks: a kind may do with the blocks that are there."""
    return {one.replace(EXAMPLE, kind) for one in listed() if EXAMPLE in one and not one.endswith(".css")}


def code_files() -> list[str]:
    """All files of the product's own code."""
    found = (file for top in ("app", "templates", "static/js") for file in (ROOT / top).rglob("*") if file.is_file())
    return sorted(one.relative_to(ROOT).as_posix() for one in found if one.suffix in {".py", ".html", ".js"})


def test_every_table_knows_the_same_kinds() -> None:
    assert set(KINDS) == set(quiz.KINDS) == set(canonical._QUESTIONS) == set(READERS)


def test_the_table_of_the_scripts_knows_them() -> None:
    script = (ROOT / "static" / "js" / "question" / "kinds.js").read_text(encoding="utf-8")
    table = re.search(r"^const LOAD = \{([^}]*)\};", script, re.MULTILINE)
    assert table is not None
    assert sorted(re.findall(r'^  (\w+): \(\) => import\("\./\1\.js"\),$', table[1], re.MULTILINE)) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_the_files_that_are_listed(kind: str) -> None:
    assert len(new_files(kind)) == 9
    assert [one for one in sorted(new_files(kind)) if not (ROOT / one).is_file()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_of_templates_holds_nothing_else(kind: str) -> None:
    there = {one.relative_to(ROOT).as_posix() for one in (ROOT / "templates" / "question" / kind).iterdir()}
    assert there == {one for one in new_files(kind) if one.startswith("templates/")}


def test_the_other_files_are_there() -> None:
    assert [one for one in listed() if EXAMPLE not in one and not (ROOT / one).is_file()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_with_lines_for_a_kind_has_lines_for_this_one(kind: str) -> None:
    tables = {one for one in listed() if EXAMPLE not in one} - {"templates/learn/question.html"}
    name = KINDS[kind].__class__.__name__.removesuffix("Kind")
    lacks = [one for one in sorted(tables) if not re.search(rf"\b({kind}|{name})", (ROOT / one).read_text("utf-8"))]
    assert lacks == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_code_knows_the_kind(kind: str) -> None:
    name = KINDS[kind].__class__.__name__.removesuffix("Kind")
    says = re.compile(rf"(kind|question) [!=]=+ [\"']{kind}[\"']|isinstance\([^)]*\b{name}\b|case {name}\(")
    allowed = new_files(kind) | listed() | {"app/features/learn/forms.py"}  # arrows of an order without a script
    assert [one for one in code_files() if one not in allowed and says.search((ROOT / one).read_text("utf-8"))] == []
