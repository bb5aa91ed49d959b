"""The slides of a module version as safe HTML, rendered once and kept in a folder that may be deleted at any time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Final

from markupsafe import Markup

from app.content import glossary, markdown
from app.content.files import digest_of, read_whole, write_whole
from app.domain.content import Module, Slide

MOST_KEPT: Final = 200
AHEAD: Final = timedelta(days=366)
WORDS: Final = "words of "
"""Before the id of a question: the explanations of its words stand beside the slides."""

Pages = dict[str, dict[str, str]]

_kept: dict[tuple[Path, str], Pages] = {}


class Rendered:
    """The texts of `module`'s slides by id. Cheap to make: what was rendered before is read, not made again.

    Facts that were to be looked at again before `day` are hidden, so `day` is the one of the hour, or today at home.
    """

    def __init__(self, module: Module, cache_folder: Path, day: date = date.min) -> None:
        self._module = module
        self._hidden = frozenset(one.id for one in module.facts if one.check_by < day)
        self._file = cache_folder / f"{_name_of(module, self._hidden)}.json"

    def body(self, slide: str) -> Markup:
        """What the board shows below the title. KeyError for an id the module does not have."""
        return self._text(slide, "body")

    def home(self, slide: str) -> Markup:
        """What is read at home."""
        return self._text(slide, "home")

    def notes(self, slide: str) -> Markup:
        """What only the mentor sees."""
        return self._text(slide, "notes")

    def reading(self, slide: str) -> Markup:
        """What is read at home: body and home, with the words of the glossary marked once and explained below."""
        return self._text(slide, "reading")

    def explained(self, question: str) -> Markup:
        """The words of the glossary that this question uses, folded; nothing where it uses none."""
        return self._text(f"{WORDS}{question}", "words")

    def keep(self) -> None:
        """Render now what is not in the folder yet."""
        if read_whole(self._file) is None:
            self._render()

    def _text(self, slide: str, part: str) -> Markup:
        return Markup(self._pages()[slide][part])  # noqa: S704 - cleaned when it was rendered

    def _pages(self) -> Pages:
        key = (self._file, self._module.version)
        pages = _kept.get(key)
        if pages is None:
            pages = self._read()
            if pages is None:
                pages = self._render()
            if len(_kept) >= MOST_KEPT:
                _kept.pop(next(iter(_kept)), None)
            _kept[key] = pages
        return pages

    def _read(self) -> Pages | None:
        text = read_whole(self._file)
        pages: Pages | None = None if text is None else json.loads(text)
        return pages

    def _render(self) -> Pages:
        pages = _rendered(self._module, self._hidden)
        write_whole(self._file, json.dumps(pages, ensure_ascii=False))
        return pages


def prepare(modules: Iterable[Module], cache_folder: Path, today: date) -> None:
    """Render at the start what requests will want for a year, on each day on which another fact is hidden."""
    for module in modules:
        ends = {one.check_by for one in module.facts if today <= one.check_by < today + AHEAD}
        for day in (today, *sorted(one + timedelta(days=1) for one in ends)):
            Rendered(module, cache_folder, day).keep()


def _rendered(module: Module, hidden: Set[str]) -> Pages:
    pages = {one.id: _render(one, module, hidden) for one in module.slides}
    for question in module.questions:
        pages[f"{WORDS}{question.id}"] = {"words": glossary.explained(glossary.helpful(question, module.words))}
    return pages


def _render(slide: Slide, module: Module, hidden: Set[str]) -> dict[str, str]:
    if slide.kind == "sources":
        body, at_home = (markdown.sources(module.facts, hidden, titles=one) for one in (False, True))
    else:
        body = at_home = markdown.render(slide.body, module, hidden)
    home = markdown.render(slide.home, module, hidden)
    reading, words = glossary.marked(f"{at_home}{home}", module.words)
    notes = markdown.render(slide.notes, module, hidden)
    return {"body": body, "home": home, "notes": notes, "reading": reading + glossary.explained(words, linked=True)}


def _name_of(module: Module, hidden: Set[str]) -> str:
    return digest_of(" ".join((_RENDERER, module.version, *sorted(hidden))))


def _renderer() -> str:
    """Changes with whatever decides how a text is rendered, so that an upgrade never shows old HTML."""
    here = Path(__file__).parent
    parts = [
        (here / name).read_text(encoding="utf-8")
        for name in ("markdown.py", "sanitize.py", "pictures.py", "glossary.py")
    ]
    parts += [f"{name} {version(name)}" for name in ("markdown-it-py", "mdit-py-plugins", "bleach")]
    return digest_of("\n".join(parts))


_RENDERER: Final = _renderer()
