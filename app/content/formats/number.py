"""Questions of kind number in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, named
from app.content.formats.base import Key, NoText, Strict, Text
from app.domain.questions import Number, Span


class SpanEntry(Strict):
    """Numbers that show a misconception; an end that is left out is open."""

    low: float | None = None
    high: float | None = None
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> Span:
        """As a value."""
        return Span(self.low, self.high, self.mis, self.name, self.feedback)


class NumberEntry(AskingEntry):
    """Write a number."""

    kind: Literal["number"]
    right: float
    tolerance: Annotated[float, Field(ge=0)] = 0
    unit: NoText = ""
    estimate: bool = False
    steps: Annotated[list[float], Field(min_length=1, max_length=5)]
    slips: list[SpanEntry] = []

    def to_domain(self) -> Number:
        """As a value."""
        return Number(
            **self.shared(),
            right=float(self.right),
            tolerance=float(self.tolerance),
            unit=self.unit,
            estimate=self.estimate,
            steps=tuple(float(one) for one in self.steps),
            slips=tuple(one.to_domain() for one in self.slips),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """One for each range that shows one."""
        return named(("slips",), self.slips)

    def faults(self) -> Iterator[Fault]:
        """Steps rise; a slip is a range, and the right number is in none; an estimate may be off."""
        if any(low >= high for low, high in pairwise(self.steps)):
            yield Fault(("steps",), "die Stufen steigen nicht", "von der kleinsten zur größten Zahl")
        if self.estimate and not self.tolerance:
            yield Fault((), "eine Schätzung braucht eine tolerance", "wie weit sie daneben liegen darf")
        for n, slip in enumerate(self.slips):
            if slip.low is None and slip.high is None:
                yield Fault(("slips", n), "dieser Bereich hat kein Ende", "low oder high angeben")
            elif slip.low is not None and slip.high is not None and slip.low > slip.high:
                yield Fault(("slips", n), "low ist größer als high")
            elif _holds(slip, self.right):
                yield Fault(("slips", n), "die richtige Zahl liegt in diesem Bereich", "die Grenzen enger ziehen")


def _holds(slip: SpanEntry, value: float) -> bool:
    return (slip.low is None or slip.low <= value) and (slip.high is None or value <= slip.high)
