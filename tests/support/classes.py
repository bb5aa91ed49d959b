"""The names of classes that pages can have, read from where they are written."""

from __future__ import annotations

import re
from pathlib import Path

ATTRIBUTE = re.compile(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', re.DOTALL)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
NAMING = re.compile(r"\{% macro \w+_class\b.*?%\}(.*?)\{%-? endmacro", re.DOTALL)
"""A macro that only gives a class says so in its name."""
LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`")


class Classes:
    """Names of classes; one made of a fixed beginning and a value (`badge--{{ kind }}`) is there by its beginning."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._beginnings: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._names or any(name.startswith(one) for one in self._beginnings)

    def template(self, text: str) -> None:
        """Add what stands in attributes, and every literal in the code between them: it may reach an attribute."""
        text = COMMENT.sub("", text)
        for value in ATTRIBUTE.findall(text) + NAMING.findall(text):
            self._beginnings.update(re.findall(r"[\w-]+--(?=\{)", value))
            self._add(CODE.sub(" ", value))
        for code in CODE.findall(text):
            self._literals(code)

    def script(self, text: str) -> None:
        """Add every literal in a line that is about classes."""
        for line in text.splitlines():
            if "class" in line:
                self._literals(line)

    def _literals(self, code: str) -> None:
        for quoted in LITERAL.findall(code):
            self._add("".join(quoted))

    def _add(self, text: str) -> None:
        self._names.update(re.findall(r"[a-z][\w-]*", text))


def known(root: Path) -> Classes:
    """All classes of the project in the folder `root`. What is in a picture of a module is no part of the page."""
    classes = Classes()
    for path in [*root.glob("templates/**/*.html"), *root.glob("app/content/*.py")]:
        classes.template(path.read_text(encoding="utf-8"))
    for path in root.glob("static/js/**/*.js"):
        classes.script(path.read_text(encoding="utf-8"))
    return classes
