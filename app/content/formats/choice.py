"""Questions of kind choice in quiz.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry
from app.content.formats.base import Key, NoKey, NoText, Strict, Text
from app.domain.content import Choice, Option


class OptionEntry(Strict):
    """One option."""

    id: Key
    text: Text
    right: bool = False
    mis: NoKey = ""
    name: NoText = ""
    feedback: Text

    def to_domain(self) -> Option:
        """As a value."""
        return Option(self.id, self.text, self.right, self.mis, self.name, self.feedback)


class ChoiceEntry(AskingEntry):
    """Choose one option."""

    kind: Literal["choice"]
    options: Annotated[list[OptionEntry], Field(min_length=2, max_length=6)]

    def to_domain(self) -> Choice:
        """As a value."""
        return Choice(**self.shared(), options=tuple(one.to_domain() for one in self.options))
