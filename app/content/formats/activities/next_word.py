"""Activities of kind next-word in activities.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.activities.base import DoingEntry, at_most
from app.content.formats.asking import Fault
from app.content.formats.base import Strict, Text
from app.content.yaml import Path
from app.domain.activities import next_word

SENTENCE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+\.")
BEGINNING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
MOST_LETTERS = 26
"""So long a text, or the sentence that comes out, fits into one line of its half of the board."""
Truth = Annotated[Text, at_most(60)]
"""Two lines of that half."""
MOST_TO_GUESS = 3
LEAST_TO_GUESS = 2


class RoundEntry(Strict):
    """One sentence to go on with."""

    start: Text
    texts: Annotated[list[Text], Field(min_length=2, max_length=5)]
    right: bool
    truth: Truth

    def to_domain(self) -> next_word.Round:
        """As a value."""
        return next_word.Round(self.start, tuple(self.texts), self.right, self.truth)

    def faults(self, path: Path) -> Iterator[Fault]:
        """Texts that are none; and then whether a sentence comes out that there is something to guess in."""
        found = list(self._texts(path))
        yield from found
        if not found:
            yield from self._grown(path)

    def _texts(self, path: Path) -> Iterator[Fault]:
        if not BEGINNING.fullmatch(self.start):
            yield Fault((*path, "start"), f"'{self.start}' ist kein Anfang", "nur Wörter, ohne Satzzeichen")
        for number, text in enumerate(self.texts):
            where: Path = (*path, "texts", number)
            if not SENTENCE.fullmatch(text):
                yield Fault(where, f"'{text}' ist hier kein Satz", "nur Wörter, am Ende ein Punkt")
            elif len(text) > MOST_LETTERS:
                yield Fault(where, _too_long(text))
            elif text in self.texts[:number]:
                yield Fault(where, f"'{text}' steht hier zweimal")

    def _grown(self, path: Path) -> Iterator[Fault]:
        sentence, choices = next_word.grow(self.texts, self.start)
        last = sentence[-1]
        for word in choices:
            found = next_word.followers(self.texts, word)
            if len(found) > MOST_TO_GUESS:
                message = f"auf '{word}' folgen {len(found)} Wörter, höchstens {MOST_TO_GUESS} passen an die Tafel"
                yield Fault((*path, "texts"), message)
        if last != next_word.END:
            yield self._stuck(path, last)
        elif len(choices) < LEAST_TO_GUESS:
            message = f"in diesem Satz gibt es {len(choices)}-mal etwas zu raten, nötig ist {LEAST_TO_GUESS}-mal"
            yield Fault((*path, "texts"), message, "nach einem Wort verschiedene Wörter folgen lassen")
        elif len(_written(sentence)) > MOST_LETTERS:
            yield Fault((*path, "texts"), _too_long(_written(sentence)))
        elif not self.right and _written(sentence) in self.texts:
            message = f"'{_written(sentence)}' steht in den Texten und soll doch falsch sein"
            yield Fault((*path, "right"), message, "alle Texte stimmen; nur der neue Satz darf falsch sein")

    def _stuck(self, path: Path, last: str) -> Fault:
        found = next_word.followers(self.texts, last)
        if not found:
            return Fault((*path, "start"), f"auf '{last}' folgt in keinem Text etwas")
        if next_word.tied(found):
            message = f"auf '{last}' folgen '{found[0][0]}' und '{found[1][0]}' gleich oft"
            return Fault((*path, "texts"), message, "einen Text ändern oder dazugeben")
        return Fault((*path, "texts"), "dieser Satz endet nie", "nach jedem Wort muss es auf den Punkt zugehen")


class NextWordEntry(DoingEntry):
    """Guess the next word."""

    kind: Literal["next-word"]
    rounds: Annotated[list[RoundEntry], Field(min_length=1, max_length=4)]

    def to_domain(self) -> next_word.NextWord:
        """As a value."""
        return next_word.NextWord(**self.shared(), rounds=tuple(one.to_domain() for one in self.rounds))

    def faults(self) -> Iterator[Fault]:
        """Those of each round."""
        for number, one in enumerate(self.rounds):
            yield from one.faults(("rounds", number))


def _too_long(text: str) -> str:
    return f"'{text}' hat {len(text)} Zeichen, höchstens {MOST_LETTERS} passen an die Tafel"


def _written(sentence: tuple[str, ...]) -> str:
    return " ".join(sentence).replace(f" {next_word.END}", next_word.END)
