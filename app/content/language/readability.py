"""How hard a German text is to read: two formulas, and how much each grade can take.

Both formulas were made on samples of about a hundred words. In a short text one long word decides, so texts with fewer
than LEAST words are not judged alone. docs/decisions says why the limits are where they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.content.language.plain import sentences, words
from app.content.language.syllables import count

LEAST: Final = 40
LONG: Final = 6
"""A word with more letters is a long one."""
MANY: Final = 3
"""A word with so many syllables is a heavy one."""


@dataclass(frozen=True)
class Measured:
    """What both formulas need of a text."""

    sentences: int
    letters: tuple[int, ...]
    syllables: tuple[int, ...]
    """Those of each word, in the order of the text."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.syllables)

    @property
    def length(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences

    def share(self, count: int) -> float:
        """`count` words out of a hundred."""
        return 100 * count / self.words


@dataclass(frozen=True)
class Limits:
    """What pupils of a grade can take: at most this Wiener, at least this Flesch-Amstad.

    `text` is one slide with its text for home, or one question; `whole` all of a lesson, or of a quiz.
    """

    wiener_text: float
    wiener_whole: float
    flesch_text: float
    flesch_whole: float


def measure(texts: Iterable[str]) -> Measured | None:
    """The plain `texts` together; None when there is no word in them."""
    found = [words(sentence) for text in texts for sentence in sentences(text)]
    every = [word for sentence in found for word in sentence]
    if not every:
        return None
    return Measured(len(found), tuple(len(one) for one in every), tuple(count(one) for one in every))


def flesch_amstad(text: Measured) -> float:
    """From about 0 (very hard) to 100 (very easy).

    180 - words in a sentence - 58.5 x syllables in a word. Toni Amstad: Wie verständlich sind unsere Zeitungen?
    Zürich 1978, after Rudolf Flesch: A New Readability Yardstick, 1948.
    """
    return 180 - text.length - 58.5 * sum(text.syllables) / text.words


def wiener(text: Measured) -> float:
    """The school year in which the text can be read, from about 4 to 15; easier texts come out lower.

    The first Wiener Sachtextformel: 0.1935 heavy words of 100 + 0.1672 words in a sentence + 0.1297 long words of 100
    - 0.0327 words of 100 with one syllable - 0.875. Richard Bamberger, Erich Vanecek: Lesen - Verstehen - Lernen -
    Schreiben, Wien 1984.
    """
    heavy = text.share(sum(1 for one in text.syllables if one >= MANY))
    single = text.share(sum(1 for one in text.syllables if one == 1))
    long = text.share(sum(1 for one in text.letters if one > LONG))
    return 0.1935 * heavy + 0.1672 * text.length + 0.1297 * long - 0.0327 * single - 0.875


def limits(grades: Iterable[int]) -> Limits:
    """What the lowest of `grades` can take.

    The Wiener is a school year: no text above the grade, and a whole lesson three years below it. Amstad's bands give
    60 to 70 for readers of 13 to 15, 70 to 80 for younger ones, 50 to 60 for older ones: no text below the band, and a
    whole lesson one band easier.
    """
    grade = min(grades)
    band = 70 if grade < 7 else 60 if grade < 10 else 50
    return Limits(float(grade), float(grade - 3), band, band + 10)


def heaviest(texts: Iterable[str], most: int = 3) -> list[str]:
    """The words that make `texts` hard, worst first."""
    every = dict.fromkeys(word for text in texts for word in words(text))
    return sorted(every, key=lambda one: (-count(one), -len(one)))[:most]
