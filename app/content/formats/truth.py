"""Questions of kind truth in quiz.yaml: a statement, and reasons for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named
from app.content.formats.base import Key, NoKey, NoText, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Cause, Truth


class CauseEntry(Strict):
    """One reason; `says` is true where it speaks for the statement."""

    id: Key
    text: Text
    says: bool
    right: bool = False
    mis: NoKey = ""
    name: NoText = ""
    feedback: Text

    def to_domain(self) -> Cause:
        """As a value."""
        return Cause(self.id, self.text, self.says, self.right, self.mis, self.name, self.feedback)


class TruthEntry(AskingEntry):
    """Say whether a statement is true, and why."""

    kind: Literal["truth"]
    statement: Text
    causes: Annotated[list[CauseEntry], Field(min_length=2, max_length=6)]

    def to_domain(self) -> Truth:
        """As a value."""
        causes = tuple(one.to_domain() for one in self.causes)
        return Truth(**self.shared(), statement=self.statement, causes=causes)

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The reasons."""
        yield ("causes",), "text", listed(self.causes)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each wrong reason."""
        return named(("causes",), self.causes)

    def faults(self) -> Iterator[Fault]:
        """One reason is right, each other one names a misconception, and both sides have one."""
        right = sum(1 for one in self.causes if one.right)
        if right != 1:
            yield Fault(("causes",), f"{right} Begründungen sind richtig", "genau eine muss es sein")
        if len({one.says for one in self.causes}) < 2:
            yield Fault(("causes",), "eine Seite hat keine Begründung", "mindestens eine für und eine gegen den Satz")
        for n, cause in enumerate(self.causes):
            where: Path = ("causes", n)
            if cause.right and cause.mis:
                yield Fault((*where, "mis"), "eine richtige Begründung hat keinen Denkfehler")
            if not cause.right and not (cause.mis and cause.name):
                message = f"die falsche Begründung '{cause.id}' nennt keinen Denkfehler"
                yield Fault(where, message, "mis und name dazuschreiben oder die Begründung streichen")
