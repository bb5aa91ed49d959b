"""quiz.yaml: the questions of a module, each read by the schema of its kind."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from app.content.errors import Problem
from app.content.formats.asking import AskingEntry
from app.content.formats.base import Strict, by_kind, validate
from app.content.formats.choice import ChoiceEntry
from app.content.formats.cloud import CloudEntry
from app.content.formats.free import FreeEntry
from app.content.formats.gap import GapsEntry
from app.content.formats.groups import GroupsEntry
from app.content.formats.highlight import HighlightEntry
from app.content.formats.mark import MarkEntry
from app.content.formats.match import MatchEntry
from app.content.formats.multiple import MultipleEntry
from app.content.formats.number import NumberEntry
from app.content.formats.order import OrderEntry
from app.content.formats.poll import PollEntry
from app.content.formats.short import ShortEntry
from app.content.formats.spots import SpotsEntry
from app.content.formats.truth import TruthEntry
from app.content.yaml import Document

KINDS: dict[str, type[AskingEntry]] = {
    "choice": ChoiceEntry,
    "multiple": MultipleEntry,
    "truth": TruthEntry,
    "number": NumberEntry,
    "short": ShortEntry,
    "poll": PollEntry,
    "free": FreeEntry,
    "cloud": CloudEntry,
    "order": OrderEntry,
    "groups": GroupsEntry,
    "match": MatchEntry,
    "gap": GapsEntry,
    "mark": MarkEntry,
    "highlight": HighlightEntry,
    "spots": SpotsEntry,
}


class QuizFile(Strict):
    """quiz.yaml."""

    questions: Annotated[list[dict[str, Any]], Field(min_length=1)]


def questions(document: Document, problems: list[Problem]) -> list[tuple[int, AskingEntry]]:
    """The questions as they are written, with their place in the list; what is broken is left out and told."""
    quiz = validate(QuizFile, document, problems)
    return by_kind(KINDS, document, "questions", quiz.questions if quiz else [], problems)
