"""Questions of kind poll in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Named, listed, only_live
from app.content.formats.order import ItemEntry
from app.content.yaml import Path
from app.domain.questions import Poll


class PollEntry(AskingEntry):
    """What do you think?"""

    kind: Literal["poll"]
    options: Annotated[list[ItemEntry], Field(min_length=2, max_length=6)]
    scale: bool = False

    def to_domain(self) -> Poll:
        """As a value."""
        return Poll(**self.shared(), options=tuple(one.to_domain() for one in self.options), scale=self.scale)

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The options."""
        yield ("options",), "text", listed(self.options)

    def faults(self) -> Iterator[Fault]:
        """It has no right answer, so it is for the hour alone."""
        return only_live(self.use)
