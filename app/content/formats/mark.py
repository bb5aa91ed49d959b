"""Questions of kind mark in quiz.yaml: lines of a message to mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Named, listed, unknown
from app.content.formats.base import Key, NoText, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Line, Mark, Means


class MeansEntry(Strict):
    """What a line can be marked for."""

    id: Key
    name: Text

    def to_domain(self) -> Means:
        """As a value."""
        return Means(self.id, self.name)


class LineEntry(Strict):
    """One line; `mark` is the means it uses, null when it is harmless."""

    id: Key
    text: Text
    mark: Key | None
    name: NoText = ""
    feedback: Text

    def to_domain(self) -> Line:
        """As a value."""
        return Line(self.id, self.text, self.mark, self.name, self.feedback)


class MessageEntry(Strict):
    """The message."""

    sender: Text = Field(alias="from")
    lines: Annotated[list[LineEntry], Field(min_length=2, max_length=6)]


class MarkEntry(AskingEntry):
    """Mark the lines of a message that use some means."""

    kind: Literal["mark"]
    marks: Annotated[list[MeansEntry], Field(min_length=1, max_length=6)]
    message: MessageEntry

    def to_domain(self) -> Mark:
        """As a value."""
        return Mark(
            **self.shared(),
            sender=self.message.sender,
            lines=tuple(one.to_domain() for one in self.message.lines),
            marks=tuple(one.to_domain() for one in self.marks),
        )

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Means and lines. Lines have no misconceptions of their own to name twice: a line's name is its mistake."""
        yield ("marks",), "name", listed(self.marks, "name")
        yield ("message", "lines"), "text", listed(self.message.lines)

    def faults(self) -> Iterator[Fault]:
        """Lines use means that are there, and say what it means to overlook or suspect them."""
        known = [one.id for one in self.marks]
        for n, line in enumerate(self.message.lines):
            where: Path = ("message", "lines", n)
            if line.mark is not None:
                message = "'{}' steht nicht unter den marks dieser Frage"
                yield from unknown((*where, "mark"), line.mark, known, message)
            if not line.name:
                message = f"die Zeile '{line.id}' nennt keinen Denkfehler"
                yield Fault(where, message, "einen name dazuschreiben: was übersehen oder verwechselt wird")
