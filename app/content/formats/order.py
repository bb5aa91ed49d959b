"""Questions of kind order in quiz.yaml. The items are written in their right order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named, unknown
from app.content.formats.base import Key, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Item, Order, Slip


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

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The items."""
        yield ("items",), "text", listed(self.items)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each slip."""
        return named(("slips",), self.slips)

    def faults(self) -> Iterator[Fault]:
        """A slip names two items and is one: what comes first should come later."""
        items = [one.id for one in self.items]
        told: set[tuple[str, str]] = set()
        for n, slip in enumerate(self.slips):
            where: Path = ("slips", n)
            for end, name in (("first", slip.first), ("second", slip.second)):
                yield from unknown((*where, end), name, items, "diese Frage hat kein item '{}'")
            pair = (slip.first, slip.second)
            if pair in told:
                yield Fault(where, f"'{slip.first}' vor '{slip.second}' steht hier zweimal")
            told.add(pair)
            if {*pair} <= {*items} and items.index(slip.first) <= items.index(slip.second):
                message = f"'{slip.first}' vor '{slip.second}' ist kein Fehler"
                yield Fault(where, message, "first ist, was zu früh kommt; die items stehen richtig")
