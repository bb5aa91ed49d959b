"""Questions of kind short in quiz.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, named
from app.content.formats.base import Key, NoKey, NoText, Strict, Text
from app.content.yaml import Path
from app.domain.grading.short import LONGEST
from app.domain.grading.wording import folded
from app.domain.questions import Short, Wording


class WordingEntry(Strict):
    """One answer in all its wordings, the usual one first."""

    id: Key
    texts: Annotated[list[Text], Field(min_length=1)]
    right: bool = False
    mis: NoKey = ""
    name: NoText = ""
    feedback: NoText = ""

    def to_domain(self) -> Wording:
        """As a value."""
        return Wording(self.id, tuple(self.texts), self.right, self.mis, self.name, self.feedback)


class ShortEntry(AskingEntry):
    """Write a word or a few."""

    kind: Literal["short"]
    answers: Annotated[list[WordingEntry], Field(min_length=1, max_length=5)]
    slips: Annotated[int, Field(ge=0, le=3)] = 1

    def to_domain(self) -> Short:
        """As a value."""
        return Short(**self.shared(), answers=tuple(one.to_domain() for one in self.answers), slips=self.slips)

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """The answers by their usual wording."""
        yield ("answers",), "texts", [Named(one.id, one.texts[0]) for one in self.answers]

    def mistakes(self) -> Iterator[Mistake]:
        """One for each known wrong answer."""
        return named(("answers",), self.answers)

    def faults(self) -> Iterator[Fault]:
        """One answer is right; each wrong one names a misconception; no wording is empty, too long, or means two."""
        if not any(one.right for one in self.answers):
            yield Fault(("answers",), "keine Antwort ist richtig", "mindestens eine muss es sein")
        told: set[str] = set()
        for n, answer in enumerate(self.answers):
            where: Path = ("answers", n)
            if answer.right and answer.mis:
                yield Fault((*where, "mis"), "eine richtige Antwort hat keinen Denkfehler")
            if not answer.right and not (answer.mis and answer.name and answer.feedback):
                message = f"die falsche Antwort '{answer.id}' nennt keinen Denkfehler"
                yield Fault(where, message, "mis, name und feedback dazuschreiben oder die Antwort streichen")
            for m, text in enumerate(answer.texts):
                if folded(text) in told:
                    yield Fault((*where, "texts", m), f"'{text}' steht hier zweimal", "Groß und Klein zählen nicht")
                if not folded(text) or len(text) > LONGEST:
                    yield Fault((*where, "texts", m), f"'{text}' kann niemand so schreiben", f"1 bis {LONGEST} Zeichen")
                told.add(folded(text))
