"""Questions of kind free in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from app.content.formats.asking import AskingEntry, Fault, only_live
from app.domain.questions import Free


class FreeEntry(AskingEntry):
    """Write what you think."""

    kind: Literal["free"]

    def to_domain(self) -> Free:
        """As a value."""
        return Free(**self.shared())

    def faults(self) -> Iterator[Fault]:
        """It has no right answer, so it is for the hour alone."""
        return only_live(self.use)
