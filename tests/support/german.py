"""The German that people read, taken out of templates, code, scripts and the files of the modules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, nodes
from jinja2.ext import extract_from_ast

TRANSLATED = ("_", "_l", "gettext", "lazy_gettext", "ngettext")
READ_ALOUD = {"aria-label", "alt", "title", "placeholder"}
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
"""Stands outside a tag where the tag's name or its opening is in another template."""
NOT_WORDS = {"key", "id", "url", "mis", "kind", "slug", "source"}
"""Keys of YAML whose values nobody reads; the titles of sources are the words of others."""
ENGLISH = {"help", "metavar", "description", "prog"}
"""Arguments that tell the command's own help."""
IN_A_SCRIPT = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`')
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
GERMAN = re.compile(r"[äöüßÄÖÜ„]|\b[A-ZÄÖÜ][a-zäöü]+ [a-zäöü]+")


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


def in_messages(path: Path) -> Iterator[str]:
    """Sentences that a command or a check says: every string with a blank in it, but docstrings and English help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    others = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    others |= {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg in ENGLISH}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in others and " " in one.value:
            yield one.value


def in_script(path: Path) -> Iterator[str]:
    """Strings of a script that look like German."""
    for found in IN_A_SCRIPT.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
        text = re.sub(r"\$\{[^}]*\}", " ", found[0] or found[1])
        if GERMAN.search(text):
            yield text


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
    """The texts in a value of YAML."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from values(one)
    elif isinstance(node, dict):
        for name, one in node.items():
            if name not in NOT_WORDS:
                yield from values(one)
