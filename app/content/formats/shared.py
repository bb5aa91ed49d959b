"""The files beside the modules: tracks.yaml, competences.yaml, facts.yaml and glossary.yaml."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from app.content.formats.base import CompetenceKey, FactId, Key, Strict, Text
from app.content.wording import count
from app.domain.content import Competence, Fact, Source, Track, Translation, Word

MOST_WORDS = 12
Year = Annotated[int, Field(ge=1900, le=2200)]


def _short(text: str) -> str:
    if count(text) > MOST_WORDS:
        message = f"ein Wort wird mit höchstens {MOST_WORDS} Wörtern erklärt, hier sind es {count(text)}"
        raise PydanticCustomError("wording", "{message}", {"message": message, "hint": ""})
    return text


class TrackEntry(Strict):
    """One track."""

    key: Literal["m", "r", "s", "b"]
    name: Text

    def to_domain(self) -> Track:
        """As a value."""
        return Track(self.key, self.name)


class TracksFile(Strict):
    """tracks.yaml."""

    tracks: list[TrackEntry]


class FrameworkEntry(Strict):
    """A framework that competences are taken from."""

    name: Text
    version: Text


class CompetenceEntry(Strict):
    """One competence of a framework."""

    key: CompetenceKey
    name: Text

    def to_domain(self) -> Competence:
        """As a value."""
        return Competence(self.key, self.name)


class CompetencesFile(Strict):
    """competences.yaml."""

    frameworks: dict[str, FrameworkEntry]
    competences: list[CompetenceEntry]


class SourceEntry(Strict):
    """Where a fact comes from."""

    body: Text
    title: Text
    year: Year
    read: date

    def to_domain(self) -> Source:
        """As a value."""
        return Source(self.body, self.title, self.year, self.read)


class FactEntry(Strict):
    """One fact."""

    id: FactId
    text: Text
    source: SourceEntry
    status: Literal["gut belegt", "Forschung läuft", "umstritten"]
    check_by: date

    def to_domain(self) -> Fact:
        """As a value."""
        return Fact(self.id, self.text, self.source.to_domain(), self.status, self.check_by)


class FactsFile(Strict):
    """facts.yaml."""

    facts: list[FactEntry]


class TranslationEntry(Strict):
    """A word and its explanation in another language."""

    word: Text
    text: Text


class WordEntry(Strict):
    """One word of the glossary."""

    key: Key
    word: Text
    text: Annotated[Text, AfterValidator(_short)]
    translations: dict[Literal["ar", "uk", "tr", "vi", "ro"], TranslationEntry] = {}

    def to_domain(self) -> Word:
        """As a value; the languages in their own order, however they are written down."""
        others = tuple(Translation(lang, one.word, one.text) for lang, one in sorted(self.translations.items()))
        return Word(self.key, self.word, self.text, others)


class GlossaryFile(Strict):
    """glossary.yaml."""

    words: list[WordEntry]
