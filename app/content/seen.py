"""Every text of a module that people read, with its place. What is read is known by its type: Text in a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from app.content.draft import Draft
from app.content.errors import Place, Problem
from app.content.formats.base import WORDED, Strict
from app.content.formats.lesson import REMOTE, SAY, SlideDraft
from app.content.formats.module import ModuleFile
from app.content.language.plain import paragraphs, plain
from app.content.yaml import Document, Path

PARTS = ("body", "home", "notes")
LABEL = re.compile(r"^\*\*([^*]+)(?::\*\*|\*\*:)\s+")
"""How a note begins: **Dauer:**. It is a heading, no part of the sentence behind it."""
ALT = re.compile(r"!\[([^\[\]]+)\]")
DRAWN = re.compile(r">([^<>]*\w[^<>]*)<")
"""What is written in a picture, or said of it."""
WORDINGS = {"texts", "accepts"}
"""Lists of what may be typed: only the first, the usual wording, is ever shown."""


@dataclass(frozen=True)
class Seen:
    """One text, and where it stands."""

    file: str
    place: Place
    text: str

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem with it."""
        return Problem(self.file, self.place.line, self.place.column, message, hint)


def everything(draft: Draft) -> Iterator[Seen]:
    """All texts of a module: what is read, and what is said of the pictures."""
    yield from read(draft)
    for slide in draft.slides:
        yield from said_of_pictures(draft, slide)
    yield from pictures(draft)


def read(draft: Draft) -> Iterator[Seen]:
    """The texts of module.yaml, of slides, questions and activities."""
    yield from head(draft)
    for slide in draft.slides:
        yield from of_slide(draft, slide)
    for path, question in draft.written():
        yield from of_entry(draft.quiz, path, question)
    if draft.activities.document is not None:
        for path, activity in draft.activities.entries():
            yield from of_entry(draft.activities.document, path, activity)


def head(draft: Draft) -> Iterator[Seen]:
    """What module.yaml says, without the names of its authors."""
    for path, text in texts(ModuleFile.model_validate(draft.head.value)):
        if path[0] not in {"authors", "licence"}:
            yield Seen(draft.head.file, draft.head.at(*path), text)


def of_slide(draft: Draft, slide: SlideDraft) -> Iterator[Seen]:
    """Title, what the board shows, what is read at home, what is said and noted."""
    if slide.title:
        yield Seen(draft.lesson, slide.place, slide.title)
    for part in PARTS:
        yield from of_part(draft, slide, part)
        for place, found in slide.text(part).find(LABEL):
            yield Seen(draft.lesson, place, found[1])
    for number, line in slide.spoken:
        label = next(one for one in (SAY, REMOTE) if line.startswith(one))
        yield Seen(draft.lesson, Place(number), plain(line.removeprefix(label)))


def said_of_pictures(draft: Draft, slide: SlideDraft) -> Iterator[Seen]:
    """The words for those who do not see a picture."""
    for part in PARTS:
        for place, found in slide.text(part).find(ALT):
            yield Seen(draft.lesson, place, found[1])


def of_part(draft: Draft, slide: SlideDraft, part: str) -> Iterator[Seen]:
    """The paragraphs of "body", "home" or "notes", without labels and pictures."""
    lines = [(number, LABEL.sub("", line)) for number, line in slide.text(part).lines]
    for number, text in paragraphs(lines):
        if text:
            yield Seen(draft.lesson, Place(number), text)


def of_entry(document: Document, path: Path, entry: Strict) -> Iterator[Seen]:
    """The texts of a question or an activity that stands at `path` of `document`, as they follow each other there."""
    found = [Seen(document.file, document.at(*path, *below), text) for below, text in texts(entry)]
    yield from sorted(found, key=lambda one: (one.place.line, one.place.column))


def pictures(draft: Draft) -> Iterator[Seen]:
    """Words in and about the pictures."""
    for name, file in draft.pictures.items():
        svg = draft.module.media[name]
        for match in DRAWN.finditer(svg):
            line = svg.count("\n", 0, match.start(1)) + 1
            yield Seen(file, Place(line), " ".join(match[1].split()))


def texts(entry: Strict) -> Iterator[tuple[Path, str]]:
    """Each text for people in `entry` with its path below it, whatever kind of entry it is."""
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        shown = value[:1] if name in WORDINGS else value
        yield from _values((field.alias or name,), shown, worded=_worded(field))


def _values(path: Path, value: Any, *, worded: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Strict):
        for below, text in texts(value):
            yield (*path, *below), text
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _values((*path, number), one, worded=worded)
    elif isinstance(value, str) and worded and value:
        yield path, value


def _worded(field: FieldInfo) -> bool:
    """Whether a field holds words for people: Text, NoText, or a list of them."""
    return WORDED in field.metadata or _has(field.annotation)


def _has(annotation: Any) -> bool:
    return WORDED in getattr(annotation, "__metadata__", ()) or any(_has(one) for one in get_args(annotation))
