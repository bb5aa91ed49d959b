"""Activities of kind tree in activities.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.activities.base import DoingEntry, Task, at_most
from app.content.formats.asking import Fault
from app.content.formats.base import Strict, Text
from app.content.yaml import Path
from app.domain.activities import tree

Feature = Literal["square", "horns", "stripes", "tail"]
Home = Annotated[Text, at_most(5)]
"""On the board it stands in each leaf."""
FEWEST, MOST = 4, 8
ROOM = 4
"""So many creatures have room in one leaf on the board, where both sides ask a question."""


class CreatureEntry(Strict):
    """One creature: `has` may be empty."""

    home: Text
    has: list[Feature]

    def to_domain(self) -> tree.Creature:
        """As a value."""
        return tree.Creature(tuple(self.has), self.home)

    def faults(self, path: Path, homes: list[str]) -> Iterator[Fault]:
        """A home that is none of `homes`, a feature that stands there twice."""
        if self.home not in homes:
            yield Fault((*path, "home"), f"'{self.home}' steht nicht in homes", "möglich: " + ", ".join(homes))
        for number, one in enumerate(self.has):
            if one in self.has[:number]:
                yield Fault((*path, "has", number), f"'{one}' steht hier zweimal")


Creatures = Annotated[list[CreatureEntry], Field(min_length=FEWEST, max_length=MOST)]


class LevelEntry(Strict):
    """One level."""

    task: Task
    examples: Creatures

    def to_domain(self) -> tree.Level:
        """As a value."""
        return tree.Level(self.task, tuple(one.to_domain() for one in self.examples))


class TreeEntry(DoingEntry):
    """A decision tree for the creatures of two homes."""

    kind: Literal["tree"]
    homes: Annotated[list[Home], Field(min_length=2, max_length=2)]
    levels: Annotated[list[LevelEntry], Field(min_length=1, max_length=4)]
    new: Creatures

    def to_domain(self) -> tree.Tree:
        """As a value."""
        first, second = self.homes
        levels = tuple(one.to_domain() for one in self.levels)
        new = tuple(one.to_domain() for one in self.new)
        return tree.Tree(**self.shared(), homes=(first, second), levels=levels, new=new)

    def faults(self) -> Iterator[Fault]:
        """What does not fit together; and then whether each level can be done and shows what it should."""
        found = [*self._homes(), *self._creatures()]
        yield from found
        if not found:
            for number, _ in enumerate(self.levels):
                yield from self._level(number)

    def _homes(self) -> Iterator[Fault]:
        if self.homes[0][0] == self.homes[1][0]:
            message = "beide Namen beginnen mit demselben Buchstaben"
            yield Fault(("homes",), message, "am Buchstaben erkennt man an der Tafel, wohin ein Beispiel gehört")

    def _creatures(self) -> Iterator[Fault]:
        for number, level in enumerate(self.levels):
            for place, one in enumerate(level.examples):
                yield from one.faults(("levels", number, "examples", place), self.homes)
        for place, one in enumerate(self.new):
            yield from one.faults(("new", place), self.homes)
        groups = [one.to_domain().square for one in self.new]
        for square, name in ((True, "eckige"), (False, "runde")):
            if square not in groups:
                yield Fault(("new",), f"{name} Wesen fehlen", "für beide Gruppen werden die Treffer gezählt")
        together: list[tuple[Path, list[CreatureEntry]]] = [(("new",), self.new)]
        together += [(("levels", number, "examples"), one.examples) for number, one in enumerate(self.levels)]
        for where, creatures in together:
            most = tree.crowd([one.to_domain() for one in creatures])
            if most > ROOM:
                message = f"in einem Blatt können sich {most} Wesen treffen, höchstens {ROOM} haben dort Platz"
                yield Fault(where, message, "die Wesen verschiedener machen")

    def _level(self, number: int) -> Iterator[Fault]:
        level, new = self.levels[number].to_domain(), self.to_domain().new
        where: Path = ("levels", number, "examples")
        trees = list(tree.perfect(level.examples))
        if not trees:
            hint = "in zwei Stufen von Fragen müssen sich alle trennen lassen"
            yield Fault(where, "kein Baum ordnet alle diese Beispiele richtig ein", hint)
            return
        all_right = [tree.hits(one, level.examples, new) == len(new) for one in trees]
        if level.one_sided and any(all_right):
            hint = "die andere Gruppe bei new nach einer anderen Regel einteilen"
            yield Fault(where, "die Beispiele sind einseitig, und trotzdem trifft ein Baum alle neuen", hint)
        elif not level.one_sided and not any(all_right):
            yield Fault(where, "kein Baum, der hier alles trifft, trifft auch alle neuen", "Beispiele oder new ändern")
