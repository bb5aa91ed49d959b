"""Questions of kind gap in quiz.yaml: a text with gaps to fill, typed or chosen from a list of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Mistake
from app.content.formats.base import Key, Strict, Text
from app.content.yaml import Path
from app.domain.grading.gap import BLANK, LONGEST
from app.domain.grading.wording import folded
from app.domain.questions import Filling, Gap, Gaps

Word = Annotated[Text, Field(max_length=LONGEST)]


class FillingEntry(Strict):
    """A known wrong text and the misconception behind it."""

    text: Word
    mis: Key
    name: Text
    feedback: Text

    def to_domain(self) -> Filling:
        """As a value."""
        return Filling(self.text, self.mis, self.name, self.feedback)


class GapEntry(Strict):
    """One gap: the accepted texts, best first, and known wrong ones. `exact` forgives nothing."""

    id: Key
    accepts: Annotated[list[Word], Field(min_length=1, max_length=12)]
    exact: bool = False
    slips: list[FillingEntry] = []

    def to_domain(self) -> Gap:
        """As a value."""
        return Gap(self.id, tuple(self.accepts), self.exact, tuple(one.to_domain() for one in self.slips))

    def key(self, text: str) -> str:
        """What two texts have in common that are the same in this gap."""
        return text.strip() if self.exact else folded(text)


class GapsEntry(AskingEntry):
    """Fill the gaps of a text. With `words` they are chosen from this list, else typed."""

    kind: Literal["gap"]
    text: Text
    gaps: Annotated[list[GapEntry], Field(min_length=1, max_length=4)]
    words: Annotated[list[Word], Field(max_length=6)] = []

    def to_domain(self) -> Gaps:
        """As a value."""
        return Gaps(
            **self.shared(),
            text=self.text,
            gaps=tuple(one.to_domain() for one in self.gaps),
            words=tuple(self.words),
        )

    def mistakes(self) -> Iterator[Mistake]:
        """One for each known wrong text."""
        for n, gap in enumerate(self.gaps):
            for m, slip in enumerate(gap.slips):
                yield Mistake(("gaps", n, "slips", m, "name"), slip.mis, slip.name)

    def faults(self) -> Iterator[Fault]:
        """As many gaps as the text has, each of which can be filled in one way or the other, but not in both."""
        holes = self.text.count(BLANK)
        if holes != len(self.gaps):
            yield Fault(("text",), f"der Text hat {holes} Lücken, unter gaps stehen {len(self.gaps)}", f"so: {BLANK}")
        yield from self._twice()
        for n, gap in enumerate(self.gaps):
            where: Path = ("gaps", n)
            yield from _texts(gap, where)
            if self.words and not {gap.key(one) for one in self.words} & {gap.key(one) for one in gap.accepts}:
                yield Fault(("words",), f"für die Lücke '{gap.id}' steht hier kein passendes Wort")
            for slip in gap.slips:
                if self.words and slip.text not in self.words:
                    yield Fault(("words",), f"'{slip.text}' fehlt hier", "so kann es niemand wählen")

    def _twice(self) -> Iterator[Fault]:
        told: set[str] = set()
        for n, gap in enumerate(self.gaps):
            if gap.id in told:
                yield Fault(("gaps", n, "id"), f"die Id '{gap.id}' steht hier zweimal")
            told.add(gap.id)
        for n, word in enumerate(self.words):
            if word in self.words[:n]:
                yield Fault(("words", n), f"'{word}' steht hier zweimal")


def _texts(gap: GapEntry, where: Path) -> Iterator[Fault]:
    """No text stands twice in a gap, none is left of nothing but signs, and the gap's id is none of them."""
    if folded(gap.id) in map(folded, gap.accepts):
        yield Fault((*where, "id"), f"die Id '{gap.id}' verrät die Lösung", "der Lücke einen anderen Namen geben")
    places = [((*where, "accepts", n), one) for n, one in enumerate(gap.accepts)]
    places += [((*where, "slips", n, "text"), one.text) for n, one in enumerate(gap.slips)]
    told: set[str] = set()
    for place, text in places:
        if gap.key(text) in told:
            yield Fault(place, f"'{text}' steht hier zweimal", "" if gap.exact else "Groß und Klein zählen nicht")
        told.add(gap.key(text))
        if not gap.key(text):
            yield Fault(place, f"von '{text}' bleibt kein Buchstabe", "'exact: true' dazuschreiben")
