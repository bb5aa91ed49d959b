"""Learning content as values: tracks, modules and slides. Read from disk by `app.content`, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.activities import Activity
from app.domain.errors import UnknownQuestion
from app.domain.questions import Question


@dataclass(frozen=True)
class Track:
    """A group of modules: m, r, s or b."""

    key: str
    name: str


@dataclass(frozen=True)
class Competence:
    """A code of a framework, such as kmk:4.1, and its German name."""

    key: str
    name: str


@dataclass(frozen=True)
class Source:
    """Where a fact comes from, and the day somebody read it there."""

    body: str
    title: str
    year: int
    read: date


@dataclass(frozen=True)
class Fact:
    """A sentence with its source. After `check_by` somebody has to look at it again."""

    id: str
    text: str
    source: Source
    status: str
    check_by: date


@dataclass(frozen=True)
class Translation:
    """A word of the glossary and its explanation in another language: ar, uk, tr, vi or ro."""

    lang: str
    word: str
    text: str


@dataclass(frozen=True)
class Word:
    """A word of the glossary, explained in at most twelve words."""

    key: str
    word: str
    text: str
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True)
class Phase:
    """One of the seven phases of a lesson, with its minutes in the three forms of an hour."""

    key: str
    name: str
    minutes_45: int
    minutes_90: int
    minutes_short: int
    may_drop: bool


@dataclass(frozen=True)
class Slide:
    """One slide. `body`, `notes` and `home` are Markdown; kind is text, question, activity, dark, job or sources."""

    id: str
    phase: str
    kind: str
    title: str
    body: str = ""
    say: str = ""
    remote: str = ""
    notes: str = ""
    home: str = ""
    question: str | None = None
    activity: str | None = None


@dataclass(frozen=True)
class Module:
    """One module at one version. `media` maps the names of its pictures to their SVG."""

    version: str
    slug: str
    title: str
    subtitle: str
    track: str
    lang: str
    grades: tuple[int, ...]
    status: str
    goals: tuple[str, ...]
    competences: tuple[str, ...]
    facts: tuple[Fact, ...]
    fascinating: str
    at_home: str
    phases: tuple[Phase, ...]
    slides: tuple[Slide, ...]
    questions: tuple[Question, ...]
    media: Mapping[str, str]
    words: tuple[Word, ...]
    authors: tuple[str, ...]
    licence: str
    activities: tuple[Activity, ...] = ()

    @property
    def draft(self) -> bool:
        """Nobody but its authors may see it: pupils do not find it, and no hour is planned with it."""
        return self.status == "Entwurf"

    def question(self, id_: str) -> Question:
        """The question with this id. Raises UnknownQuestion."""
        for one in self.questions:
            if one.id == id_:
                return one
        raise UnknownQuestion(id_)

    def activity(self, id_: str) -> Activity:
        """The activity with this id; KeyError for an id the module does not have."""
        for one in self.activities:
            if one.id == id_:
                return one
        raise KeyError(id_)

    def phase(self, key: str) -> Phase:
        """The phase with this key; KeyError for a key no lesson has."""
        for one in self.phases:
            if one.key == key:
                return one
        raise KeyError(key)


@dataclass(frozen=True)
class Library:
    """Everything the modules folder holds, by key, in the order of the files."""

    tracks: Mapping[str, Track]
    competences: Mapping[str, Competence]
    facts: Mapping[str, Fact]
    words: Mapping[str, Word]
    modules: Mapping[str, Module]
