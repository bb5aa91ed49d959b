"""German as people read it, in templates, the words of the code and the modules: the rules are the table below."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, nodes
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CODE = sorted((ROOT / "app").rglob("*.py"))
CONTENT = sorted(one for one in (ROOT / "modules").rglob("*") if one.suffix in {".yaml", ".md"})
FOR_PUPILS = ("join/", "learn/", "board/", "question/", "auth/card.html")

TRANSLATED = ("_", "_l", "gettext", "lazy_gettext", "ngettext")
READ_ALOUD = {"aria-label", "alt", "title", "placeholder"}
VALUES = re.compile(r"%\(\w+\)[ds]|\{\w+\}")
"""What is filled in later: %(num)d, {item}."""
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
"""Stands outside a tag where the tag's name or its opening is in another template."""
NOT_WORDS = {"key", "id", "url", "mis", "kind", "slug", "source"}
"""Keys of YAML whose values nobody reads; the titles of sources are the words of others."""

RULES = {
    "a star, colon, underscore, dot or slash inside a word": r"[^\W\d_](?:[*:_·]|/-?)[^\W\d_]",
    "a capital I inside a word": r"[a-zäöüß]I[a-zäöüß]",
    "a quote that is not „ and “": r"[\"”«»‚]|'\w+'|„[^“]*(?:„|$)|^[^„]*“",
    "two marks where one is enough": r"[!?]{2}",
    "a placeholder": r"(?i)\b(?:todo|fixme|tbd|xxx|lorem|ipsum|foo|placeholder)\b",
    "formal address inside a sentence": r"[a-zäöüß,] (?:Sie|Ihnen|Ihre?[mnrs]?)\b",
}
AT_A_START = r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b"
"""In what pupils read also at the start of a sentence, where it could mean "they" or "all of you"."""


def of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class Reader(HTMLParser):
    """Collects what a page says: its text, and the attributes that are read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(ATTRIBUTE.sub("", data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attrs if name in READ_ALOUD and value]


def in_template(path: Path) -> Iterator[str]:
    """What is marked as a text, and what stands in the page as it is."""
    tree = Environment(extensions=["jinja2.ext.do"], autoescape=True).parse(path.read_text(encoding="utf-8"))
    for _, _, found in extract_from_ast(tree, TRANSLATED):
        yield from (one for one in (found if isinstance(found, tuple) else (found,)) if one)
    reader = Reader()
    reader.feed("".join(one.data for one in tree.find_all(nodes.TemplateData)))
    yield from reader.said


def in_code(path: Path) -> Iterator[str]:
    """What is marked as a text."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TRANSLATED:
            yield from (one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def in_content(path: Path) -> Iterator[str]:
    """Every value of YAML but names of things; every line of Markdown but its directives and pictures' files."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        yield from values(yaml.safe_load(text))
        return
    for line in text.splitlines():
        if not line.startswith((":::", "# phase:")):
            yield re.sub(r"\]\([^)]*\)", "]", line)


def values(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from values(one)
    elif isinstance(node, dict):
        for name, one in node.items():
            if name not in NOT_WORDS:
                yield from values(one)


def faults(text: str, rules: dict[str, str]) -> list[tuple[str, str]]:
    """The rules that `text` breaks, with the place."""
    text = VALUES.sub("1", " ".join(text.split()))
    found = [(name, re.search(rule, text)) for name, rule in rules.items()]
    return [(name, text[max(0, one.start() - 20) : one.end() + 20]) for name, one in found if one]


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_pages_are_in_plain_german(path: Path) -> None:
    rules = dict(RULES)
    if path.relative_to(ROOT / "templates").as_posix().startswith(FOR_PUPILS):
        rules["formal address"] = AT_A_START
    assert [one for text in in_template(path) for one in faults(text, rules)] == []


@pytest.mark.parametrize("path", [one for one in CODE if any(in_code(one))], ids=of)
def test_messages_are_in_plain_german(path: Path) -> None:
    assert [one for text in in_code(path) for one in faults(text, RULES)] == []


@pytest.mark.parametrize("path", CONTENT, ids=of)
def test_modules_are_in_plain_german(path: Path) -> None:
    assert [one for text in in_content(path) for one in faults(text, RULES)] == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Alle Schüler*innen antworten.", "a star, colon, underscore, dot or slash inside a word"),
        ("Frag deine Lehrer/-in.", "a star, colon, underscore, dot or slash inside a word"),
        ("Alle SchülerInnen antworten.", "a capital I inside a word"),
        ('Tippe auf "Weiter".', "a quote that is not „ and “"),
        ("Tippe auf „Weiter”.", "a quote that is not „ and “"),
        ("Tippe auf „Weiter.", "a quote that is not „ and “"),
        ("Geschafft!!", "two marks where one is enough"),
        ("TODO", "a placeholder"),
        ("Bitte geben Sie den Code ein.", "formal address inside a sentence"),
    ],
)
def test_each_rule_finds_what_it_names(text: str, broken: str) -> None:
    assert [name for name, _ in faults(text, RULES)] == [broken]


def test_good_words_break_no_rule() -> None:
    good = "Noch {n} von %(all)s offen: „Weiter“ und „Zurück“. Ihr seid dran! Sie zählt, TechTeens, 18/19, 10:05?"
    assert faults(good, RULES) == []
    assert [name for name, _ in faults("Ihr Code ist da.", {"formal address": AT_A_START})] == ["formal address"]
