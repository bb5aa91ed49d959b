"""Adding a kind of question is a known list of files: docs/how-to/question-kind.md."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.content import canonical
from app.content.formats import quiz
from app.domain.grading import KINDS
from app.web.responses import READERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "question-kind.md").read_text(encoding="utf-8")
CLASSES = {"Order", "Groups", "Mark"}  # of Choice others may know: votes and hands are for choices


def listed() -> set[str]:
    """Every file the page names, the new ones with `match` for the kind."""
    found: set[str] = set()
    for line in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE):
        names = re.findall(r"`([^`]+)`", line)
        folder = names[0].rpartition("/")[0]
        found |= {one if "/" in one else f"{folder}/{one}" for one in names}
    return found


def test_every_table_knows_the_same_kinds() -> None:
    assert set(KINDS) == set(quiz.KINDS) == set(canonical._QUESTIONS) == set(READERS)


@pytest.mark.parametrize(("file", "table"), [("enhance", "KINDS"), ("response", "READ"), ("response", "WRITE")])
def test_every_table_of_the_scripts_knows_them(file: str, table: str) -> None:
    script = (ROOT / "static" / "js" / "question" / f"{file}.js").read_text(encoding="utf-8")
    found = re.search(rf"^const {table} = \{{([^\n]+|\n.*?\n)\}};$", script, re.MULTILINE | re.DOTALL)
    assert found is not None
    names = re.findall(r"^  (\w+)" if "\n" in found[1] else r"\w+", found[1], re.MULTILINE)
    assert sorted(names) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_the_files_that_are_listed(kind: str) -> None:
    new = [one for one in listed() if "match" in one and not one.endswith(".css")]
    assert len(new) == 4
    for one in new:
        assert (ROOT / one.replace("match", kind)).is_file()


def test_the_other_files_are_there() -> None:
    assert [one for one in listed() if "match" not in one and not (ROOT / one).is_file()] == []


def test_no_other_code_knows_the_kinds() -> None:
    others = {f"app/content/formats/{kind}.py" for kind in KINDS} | {f"app/domain/grading/{kind}.py" for kind in KINDS}
    knows = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "app").rglob("*.py")
        if CLASSES & _imported(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert knows - others - listed() == set()


def _imported(tree: ast.Module) -> set[str]:
    """What a file takes from app.domain.content."""
    return {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "app.domain.content"
        for name in node.names
    }
