"""Markdown to safe HTML: a small part of CommonMark, no HTML, no links, with a cap on size and depth."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.container import container_plugin

from app.content.pictures import size_of
from app.content.sanitize import clean
from app.domain.content import Fact, Module

LARGEST: Final = 8_000
DEEPEST: Final = 8
HIDDEN: Final = "Diese Angabe wird gerade neu geprüft."
MORE = ". Die Titel stehen in der Stunde zu Hause."
"""What stands in the place of a fact that nobody has looked at again in time."""


class TooMuch(ValueError):
    """A text that is too long or nested too deeply."""


def render(text: str, module: Module, hidden: Set[str] = frozenset()) -> str:
    """The Markdown `text` of `module` as safe HTML, with its pictures and its facts but those that are `hidden`.

    Raises TooMuch, and KeyError for a fact or picture that the module does not have.
    """
    return clean(unsafe(text, module, hidden))


def unsafe(text: str, module: Module, hidden: Set[str] = frozenset()) -> str:
    """The same before it was cleaned; only the checks look at this."""
    if len(text) > LARGEST:
        raise TooMuch(f"dieser Text hat mehr als {LARGEST} Zeichen")
    facts = {one.id: one for one in module.facts}
    env = {"facts": facts, "hidden": hidden, "media": module.media, "version": module.version}
    tokens = _markdown.parse(text, env)
    if any(one.level > DEEPEST for one in tokens):
        raise TooMuch("Listen und Zitate sind hier zu tief verschachtelt")
    return str(_markdown.renderer.render(tokens, _markdown.options, env))


def sources(facts: Sequence[Fact], hidden: Set[str] = frozenset(), *, titles: bool = True) -> str:
    """The sources of `facts` as a safe list, each once; the ones of `hidden` facts only say so.

    Without `titles` each says who and when: as many as a lesson has find room on the board.
    """
    if not facts:
        return ""
    said: dict[str, list[str]] = {}
    for one in facts:
        said.setdefault(HIDDEN if one.id in hidden else _source(one, titles=titles), []).append(one.id)
    lines = (f"{', '.join(ids)}: {source}" for source, ids in said.items())
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    days = sorted({one.source.read for one in facts})
    read = " bis ".join(f"{day:%d.%m.%Y}" for day in dict.fromkeys((days[0], days[-1])))
    return clean(f'<ul>{items}</ul><p class="fact__source">Gelesen: {read}{"" if titles else MORE}</p>')


def _source(fact: Fact, *, titles: bool) -> str:
    source = fact.source
    return f"{source.body}: {source.title}, {source.year}" if titles else f"{source.body}, {source.year}"


def _picture(self: RendererProtocol, tokens: Sequence[Token], n: int, options: OptionsDict, env: EnvType) -> str:
    name, alt = str(tokens[n].attrGet("src")), tokens[n].content
    width, height = size_of(env["media"][name])
    address = escape(f"/m/{env['version']}/{name}")
    return f'<img src="{address}" alt="{escape(alt)}" width="{width}" height="{height}">'


def _fact(self: RendererProtocol, tokens: Sequence[Token], n: int, options: OptionsDict, env: EnvType) -> str:
    if tokens[n].nesting != 1:
        return "</div>\n"
    facts: Mapping[str, Fact] = env["facts"]
    fact = facts[tokens[n].info.split()[1]]
    if fact.id in env["hidden"]:
        return f'<div class="fact"><p>{HIDDEN}</p>'
    source = f"Quelle: {fact.source.body}, {fact.source.year}"
    return f'<div class="fact"><p>{escape(fact.text)}</p><p class="fact__source">{escape(source)}</p>'


def _names_fact(info: str, *ignored: object) -> bool:
    return re.fullmatch(r"\s*fact\s+\S+\s*", info) is not None


def _made() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False, "maxNesting": 2 * DEEPEST})
    markdown.enable(["emphasis", "image", "list", "blockquote", "newline", "escape", "entity", "backticks"])
    markdown.use(container_plugin, name="fact", validate=_names_fact, render=_fact)
    markdown.add_render_rule("image", _picture)
    return markdown


_markdown: Any = _made()
