"""A module while it is read and checked: its value, and where in the files each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.content.errors import Place, Problem
from app.content.formats.activities import Written
from app.content.formats.asking import AskingEntry
from app.content.formats.lesson import SlideDraft
from app.content.yaml import Document
from app.domain.content import Competence, Fact, Module, Track, Word
from app.domain.questions import Question


@dataclass(frozen=True)
class Shared:
    """The lists beside the modules. None stands for a list that cannot be read: then nothing is held against it."""

    tracks: Mapping[str, Track] | None
    competences: Mapping[str, Competence] | None
    facts: Mapping[str, Fact] | None
    words: Mapping[str, Word] | None
    technical: Sequence[str] = ()
    """Words that not everybody knows: who uses one explains it in the glossary."""


@dataclass(frozen=True)
class Draft:
    """One module with its files."""

    module: Module
    head: Document
    quiz: Document
    lesson: str
    """The path of lesson.md for messages."""
    slides: Sequence[SlideDraft]
    numbers: Sequence[int]
    """Where in quiz.yaml each question of `module` stands."""
    entries: Sequence[AskingEntry]
    """Each question of `module` as it is written there."""
    ids: frozenset[str] | None
    """The ids of all questions, those that cannot be read too; None when quiz.yaml holds no list of them."""
    activities: Written
    pictures: Mapping[str, str]
    """For each picture its path for messages."""
    folder: str
    shared: Shared
    today: date

    def questions(self) -> Iterator[tuple[tuple[str | int, ...], Question]]:
        """Each question with its path in quiz.yaml."""
        for number, one in zip(self.numbers, self.module.questions, strict=True):
            yield ("questions", number), one

    def written(self) -> Iterator[tuple[tuple[str | int, ...], AskingEntry]]:
        """Each question as it is written, with its path in quiz.yaml."""
        for number, one in zip(self.numbers, self.entries, strict=True):
            yield ("questions", number), one

    def in_lesson(self, place: Place, message: str, hint: str = "") -> Problem:
        """A problem at `place` of lesson.md."""
        return Problem(self.lesson, place.line, place.column, message, hint)
