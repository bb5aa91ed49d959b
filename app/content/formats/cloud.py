"""Questions of kind cloud in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, only_live
from app.domain.questions import Cloud


class CloudEntry(AskingEntry):
    """Write up to `most` words."""

    kind: Literal["cloud"]
    most: Annotated[int, Field(ge=1, le=3)] = 3

    def to_domain(self) -> Cloud:
        """As a value."""
        return Cloud(**self.shared(), most=self.most)

    def faults(self) -> Iterator[Fault]:
        """It has no right answer, so it is for the hour alone."""
        return only_live(self.use)
