"""The docs lead where they say, and code says what it is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment, FileSystemLoader

from app.web import templating

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
CODE = sorted((ROOT / "app").rglob("*.py"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=of)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)  # code is no link
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    files = [one.partition("#")[0] for one in links if not re.match(r"[a-z]+:", one)]
    assert [one for one in files if one and not (page.parent / one).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(one.name[:4]) for one in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("page", DECISIONS, ids=of)
def test_a_decision_tells_context_choice_and_price(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(page.name[:4])}. ")
    assert re.findall(r"^\*\*(Context|Choice|Price)\.\*\*", text, re.MULTILINE) == ["Context", "Choice", "Price"]


@pytest.fixture(scope="module")
def environment() -> Environment:
    """With the filters of the application: an unknown one is an error here, not on the one page that uses it."""
    app = Flask("house", static_folder=None)
    templating.init_app(app)
    app.jinja_env.loader = FileSystemLoader(ROOT / "templates")
    return app.jinja_env


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_every_template_compiles(path: Path, environment: Environment) -> None:
    environment.get_template(path.relative_to(ROOT / "templates").as_posix())


@pytest.mark.parametrize("path", [one for one in CODE if "migrations" not in one.parts and one.stat().st_size], ids=of)
def test_what_others_use_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the file itself"
    assert [one.name for one in public(tree) if not ast.get_docstring(one)] == []


def public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Functions and classes without an underscore, and the methods of such classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)
