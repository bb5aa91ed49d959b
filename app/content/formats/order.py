"""Questions of kind order in quiz.yaml. The items are written in their right order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry
from app.content.formats.base import Key, Strict, Text
from app.domain.content import Item, Order, Slip


class ItemEntry(Strict):
    """One thing to put in order."""

    id: Key
    text: Text

    def to_domain(self) -> Item:
        """As a value."""
        return Item(self.id, self.text)


class SlipEntry(Strict):
    """The misconception behind putting `first` before `second`."""

    first: Key
    second: Key
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> Slip:
        """As a value."""
        return Slip(self.first, self.second, self.mis, self.name, self.feedback)


class OrderEntry(AskingEntry):
    """Put items in order."""

    kind: Literal["order"]
    items: Annotated[list[ItemEntry], Field(min_length=3, max_length=6)]
    slips: list[SlipEntry] = []

    def to_domain(self) -> Order:
        """As a value."""
        return Order(
            **self.shared(),
            items=tuple(one.to_domain() for one in self.items),
            right=tuple(one.id for one in self.items),
            slips=tuple(one.to_domain() for one in self.slips),
        )
