"""Questions of kind match in quiz.yaml: pairs to find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named, unknown
from app.content.formats.base import Key, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Half, Match, Partner


class PartnerEntry(Strict):
    """What stands on the right."""

    id: Key
    text: Text

    def to_domain(self) -> Partner:
        """As a value."""
        return Partner(self.id, self.text)


class HalfEntry(Strict):
    """What stands on the left, its partner, and the misconception behind another one."""

    id: Key
    text: Text
    partner: Key
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> Half:
        """As a value."""
        return Half(self.id, self.text, self.partner, self.mis, self.name, self.feedback)


class MatchEntry(AskingEntry):
    """Match pairs."""

    kind: Literal["match"]
    items: Annotated[list[HalfEntry], Field(min_length=2, max_length=5)]
    partners: Annotated[list[PartnerEntry], Field(min_length=2, max_length=5)]

    def to_domain(self) -> Match:
        """As a value."""
        return Match(
            **self.shared(),
            items=tuple(one.to_domain() for one in self.items),
            partners=tuple(one.to_domain() for one in self.partners),
        )

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Both sides."""
        yield ("items",), "text", listed(self.items)
        yield ("partners",), "text", listed(self.partners)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each item."""
        return named(("items",), self.items)

    def faults(self) -> Iterator[Fault]:
        """Each item has a partner of its own, and no id tells which."""
        known = [one.id for one in self.partners]
        taken: set[str] = set()
        for n, item in enumerate(self.items):
            where: Path = ("items", n, "partner")
            yield from unknown(where, item.partner, known, "diese Frage hat kein partner '{}'")
            if item.partner in taken:
                yield Fault(where, f"'{item.partner}' ist schon vergeben", "jeder Teil rechts passt zu einem links")
            taken.add(item.partner)
            if item.partner == item.id:
                message = f"die Id '{item.id}' steht links und rechts und verrät das Paar"
                yield Fault(where, message, "dem Teil rechts eine andere Id geben")
