"""module.yaml: what a module is about, and the minutes of its seven phases."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.base import CompetenceKey, FactId, Key, Strict, Text
from app.domain.content import Phase

PHASES = {
    "abruf": "Abruf",
    "einstieg": "Einstieg",
    "input": "Input",
    "tafel": "Tafel",
    "abstimmen": "Abstimmen",
    "beruf": "Beruf",
    "exit": "Exit",
}
"""The phases of every lesson in their order, with their German names."""

PhaseKey = Literal["abruf", "einstieg", "input", "tafel", "abstimmen", "beruf", "exit"]
Minutes = Annotated[int, Field(ge=0, le=90)]
Grade = Annotated[int, Field(ge=5, le=13)]


class MinutesEntry(Strict):
    """The minutes of a phase in the three forms of an hour."""

    long: Minutes = Field(alias="90")
    usual: Minutes = Field(alias="45")
    short: Minutes


class PhaseEntry(Strict):
    """One phase."""

    key: PhaseKey
    minutes: MinutesEntry
    may_drop: bool

    def to_domain(self) -> Phase:
        """As a value."""
        times = self.minutes
        return Phase(self.key, PHASES[self.key], times.usual, times.long, times.short, self.may_drop)


class ExtraEntry(Strict):
    """What a double hour has besides the phases."""

    name: Text
    minutes: Minutes


class ModuleFile(Strict):
    """module.yaml."""

    title: Text
    subtitle: Text
    slug: Key
    track: Literal["m", "r", "s", "b"]
    lang: Literal["de"]
    grades: Annotated[list[Grade], Field(min_length=1)]
    status: Literal["Entwurf", "geprüft", "erprobt"]
    goals: Annotated[list[Text], Field(min_length=1, max_length=6)]
    competences: Annotated[list[CompetenceKey], Field(min_length=1)]
    facts: list[FactId] = []
    fascinating: Text
    at_home: Text
    phases: Annotated[list[PhaseEntry], Field(min_length=1)]
    extra_90: list[ExtraEntry] = []
    authors: Annotated[list[Text], Field(min_length=1)]
    licence: Literal["CC BY 4.0"]
