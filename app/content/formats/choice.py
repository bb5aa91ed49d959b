"""Questions of kind choice in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named
from app.content.formats.base import Key, NoKey, NoText, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Choice, Option


class OptionEntry(Strict):
    """One option."""

    id: Key
    text: Text
    right: bool = False
    mis: NoKey = ""
    name: NoText = ""
    feedback: Text

    def to_domain(self) -> Option:
        """As a value."""
        return Option(self.id, self.text, self.right, self.mis, self.name, self.feedback)


class ChoiceEntry(AskingEntry):
    """Choose one option."""

    kind: Literal["choice"]
    options: Annotated[list[OptionEntry], Field(min_length=2, max_length=6)]

    def to_domain(self) -> Choice:
        """As a value."""
        return Choice(**self.shared(), options=tuple(one.to_domain() for one in self.options))

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The options."""
        yield ("options",), "text", listed(self.options)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each wrong option."""
        return named(("options",), self.options)

    def faults(self) -> Iterator[Fault]:
        """One option is right, each other one names a misconception."""
        right = sum(1 for one in self.options if one.right)
        if right != 1:
            yield Fault(("options",), f"{right} Antworten sind richtig", "genau eine muss es sein")
        yield from option_faults(self.options)


def option_faults(options: list[OptionEntry]) -> Iterator[Fault]:
    """A right option has no misconception, a wrong one has one."""
    for n, option in enumerate(options):
        where: Path = ("options", n)
        if option.right and option.mis:
            yield Fault((*where, "mis"), "eine richtige Antwort hat keinen Denkfehler")
        if not option.right and not (option.mis and option.name):
            message = f"die falsche Antwort '{option.id}' nennt keinen Denkfehler"
            yield Fault(where, message, "mis und name dazuschreiben oder die Antwort streichen")
