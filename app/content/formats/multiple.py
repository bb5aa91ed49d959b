"""Questions of kind multiple in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named
from app.content.formats.choice import OptionEntry, option_faults
from app.content.yaml import Path
from app.domain.questions import Multiple


class MultipleEntry(AskingEntry):
    """Choose all options that are right."""

    kind: Literal["multiple"]
    options: Annotated[list[OptionEntry], Field(min_length=3, max_length=6)]

    def to_domain(self) -> Multiple:
        """As a value."""
        return Multiple(**self.shared(), options=tuple(one.to_domain() for one in self.options))

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The options."""
        yield ("options",), "text", listed(self.options)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each wrong option."""
        return named(("options",), self.options)

    def faults(self) -> Iterator[Fault]:
        """Two options are right at least, and one is not."""
        right = sum(1 for one in self.options if one.right)
        if right < 2 or right == len(self.options):
            message = f"{right} von {len(self.options)} Antworten sind richtig"
            yield Fault(
                ("options",), message, "mindestens zwei richtige und eine falsche; eine richtige ist ein choice"
            )
        yield from option_faults(self.options)
