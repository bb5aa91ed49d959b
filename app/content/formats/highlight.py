"""Questions of kind highlight in quiz.yaml: the passages of a text and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake, Named, listed, named, unknown
from app.content.formats.base import Key, Strict, Text
from app.content.formats.mark import MeansEntry
from app.content.yaml import Path
from app.domain.questions import Highlight, Means, Passage

NONE = "none"
"""The ink of a passage that is left plain."""


class PassageEntry(Strict):
    """One passage; `ink` is what it is, null when it is nothing of that. `mis` is the misconception behind another."""

    id: Key
    text: Text
    ink: Key | None
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> Passage:
        """As a value."""
        return Passage(self.id, self.text, self.ink or NONE, self.mis, self.name, self.feedback)


class HighlightEntry(AskingEntry):
    """Highlight the passages of a text. `none` names the ink of those that are left plain."""

    kind: Literal["highlight"]
    inks: Annotated[list[MeansEntry], Field(min_length=2, max_length=3)]
    none: Text = "Nichts davon"
    passages: Annotated[list[PassageEntry], Field(min_length=2, max_length=6)]

    def to_domain(self) -> Highlight:
        """As a value."""
        return Highlight(
            **self.shared(),
            inks=(*(one.to_domain() for one in self.inks), Means(NONE, self.none)),
            passages=tuple(one.to_domain() for one in self.passages),
        )

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Inks and passages."""
        yield ("inks",), "name", listed(self.inks, "name")
        yield ("passages",), "text", listed(self.passages)

    def mistakes(self) -> Iterator[Mistake]:
        """One for each passage."""
        return named(("passages",), self.passages)

    def faults(self) -> Iterator[Fault]:
        """Passages are of an ink that is there; not all of the same."""
        known = [one.id for one in self.inks]
        message = "'{}' steht nicht unter den inks dieser Frage"
        for n, ink in enumerate(self.inks):
            if ink.id == NONE:
                yield Fault(("inks", n, "id"), f"'{NONE}' gibt es schon", "ink: null schreiben, den Namen bei none")
        for n, one in enumerate(self.passages):
            if one.ink is not None:
                yield from unknown(("passages", n, "ink"), one.ink, known, message)
        if len({one.ink for one in self.passages}) == 1:
            yield Fault(("passages",), "alle Stellen sind dasselbe", "mindestens zwei verschiedene")
