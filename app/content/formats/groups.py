"""Questions of kind groups in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named, unknown
from app.content.formats.base import Key, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Group, GroupItem, Groups


class GroupEntry(Strict):
    """A place that items are sorted into."""

    id: Key
    text: Text

    def to_domain(self) -> Group:
        """As a value."""
        return Group(self.id, self.text)


class GroupItemEntry(Strict):
    """One item, the group it belongs to, and the misconception behind another place."""

    id: Key
    text: Text
    group: Key
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> GroupItem:
        """As a value."""
        return GroupItem(self.id, self.text, self.group, self.mis, self.name, self.feedback)


class GroupsEntry(AskingEntry):
    """Sort items into groups."""

    kind: Literal["groups"]
    groups: Annotated[list[GroupEntry], Field(min_length=2, max_length=4)]
    items: Annotated[list[GroupItemEntry], Field(min_length=3, max_length=6)]

    def to_domain(self) -> Groups:
        """As a value."""
        return Groups(
            **self.shared(),
            groups=tuple(one.to_domain() for one in self.groups),
            items=tuple(one.to_domain() for one in self.items),
        )

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Groups and items."""
        yield ("groups",), "text", listed(self.groups)
        yield ("items",), "text", listed(self.items)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each item."""
        return named(("items",), self.items)

    def faults(self) -> Iterator[Fault]:
        """Each item belongs to a group that is there."""
        for n, item in enumerate(self.items):
            known = [one.id for one in self.groups]
            yield from unknown(("items", n, "group"), item.group, known, "diese Frage hat keine Gruppe '{}'")
