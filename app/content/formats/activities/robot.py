"""Activities of kind robot in activities.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.activities.base import DoingEntry, Task
from app.content.formats.asking import Fault
from app.content.formats.base import Strict
from app.content.yaml import Path
from app.domain.activities import robot

Card = Literal["forward", "left", "right", "repeat-2", "repeat-3", "repeat-4", "open", "close"]
Row = Annotated[str, Field(min_length=1, max_length=20)]

SIGNS = re.compile(rf"[.{robot.WALL}{robot.GOAL}{re.escape(robot.FACINGS)}]+")
SIGNS_HINT = "möglich: . frei, # Wand, Z Ziel, ^ > v < Start und Blick"
MOST_WIDE, MOST_HIGH, MOST_SLOTS = 6, 5, 8
MOST_TO_FIX = 6
"""So many cards can have a letter when the class decides which one is wrong."""


class LevelEntry(Strict):
    """One level. `slots` belongs to "build", `programme` to "fix"."""

    kind: Literal["build", "fix"]
    task: Task
    grid: Annotated[list[Row], Field(min_length=1, max_length=MOST_HIGH)]
    cards: Annotated[list[Card], Field(min_length=1, max_length=6)]
    slots: Annotated[int, Field(ge=1, le=MOST_SLOTS)] | None = None
    programme: Annotated[list[Card], Field(max_length=MOST_TO_FIX)] = []

    def to_domain(self) -> robot.Level:
        """As a value; blanks in the grid only help to read it."""
        rows = tuple(one.replace(" ", "") for one in self.grid)
        slots = self.slots or len(self.programme)
        return robot.Level(self.kind, self.task, rows, tuple(self.cards), slots, tuple(self.programme))

    def faults(self, path: Path) -> Iterator[Fault]:
        """A grid that is none, cards that do not fit together; and then whether it can be solved."""
        found = [*self._grid(path), *self._cards(path)]
        yield from found
        if not found:
            yield from self._solved(path)

    def _grid(self, path: Path) -> Iterator[Fault]:
        rows = self.to_domain().rows
        for number, row in enumerate(rows):
            where: Path = (*path, "grid", number)
            if not SIGNS.fullmatch(row):
                yield Fault(where, f"'{row}' ist keine Reihe des Gitters", SIGNS_HINT)
            elif len(row) != len(rows[0]):
                yield Fault(where, f"diese Reihe hat {len(row)} Felder, die erste hat {len(rows[0])}")
            elif len(row) > MOST_WIDE:
                yield Fault(where, f"diese Reihe hat {len(row)} Felder, höchstens {MOST_WIDE} passen an die Tafel")
        signs = "".join(rows)
        for name, count in (("Start", sum(signs.count(one) for one in robot.FACINGS)), ("Ziel", signs.count("Z"))):
            if count != 1:
                yield Fault((*path, "grid"), f"das Gitter hat {count}-mal ein {name}, nötig ist eins", SIGNS_HINT)

    def _cards(self, path: Path) -> Iterator[Fault]:
        for number, card in enumerate(self.cards):
            if card in self.cards[:number]:
                yield Fault((*path, "cards", number), f"'{card}' steht hier zweimal", "jede Art von Karte einmal")
        if (robot.OPEN in self.cards) != (robot.CLOSE in self.cards):
            yield Fault((*path, "cards"), "hier steht nur eine Klammer", "open und close gehören zusammen")
        if self.kind == "build" and self.slots is None:
            yield Fault(path, "'slots' fehlt", "so viele Karten darf die Lösung haben")
        if self.kind == "build" and self.programme:
            yield Fault((*path, "programme"), "ein Programm steht nur in einem Level 'fix'")
        if self.kind == "fix" and self.slots is not None:
            yield Fault((*path, "slots"), "'slots' steht nur in einem Level 'build'")
        if self.kind == "fix" and not self.programme:
            yield Fault(path, "'programme' fehlt", "das Programm mit dem Fehler")

    def _solved(self, path: Path) -> Iterator[Fault]:
        level = self.to_domain()
        if self.kind == "build":
            if robot.solve(level) is None:
                hint = "Gitter öffnen, slots erhöhen oder eine Karte dazugeben"
                yield Fault(path, f"mit {level.slots} dieser Karten kommt der Roboter nicht ans Ziel", hint)
            return
        if robot.run(level, level.programme).end == "goal":
            yield Fault((*path, "programme"), "dieses Programm führt schon ans Ziel", "einen Fehler einbauen")
            return
        wrong = robot.repairs(level)
        if not wrong:
            message = "keine einzelne andere Karte führt ans Ziel"
            yield Fault((*path, "programme"), message, "genau eine Karte ist falsch, und die richtige steht in cards")
        elif len(wrong) > 1:
            places = ", ".join(str(one + 1) for one in wrong)
            yield Fault(
                (*path, "programme"), f"der Fehler kann an mehreren Karten liegen: {places}", "ihn eindeutig machen"
            )


class RobotEntry(DoingEntry):
    """A robot on a grid."""

    kind: Literal["robot"]
    levels: Annotated[list[LevelEntry], Field(min_length=1, max_length=4)]

    def to_domain(self) -> robot.Robot:
        """As a value."""
        return robot.Robot(**self.shared(), levels=tuple(one.to_domain() for one in self.levels))

    def faults(self) -> Iterator[Fault]:
        """Those of each level."""
        for number, level in enumerate(self.levels):
            yield from level.faults(("levels", number))
