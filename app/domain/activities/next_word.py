"""The next word: a machine that has read a few texts knows only which word followed which, and how often.

It goes on with the most frequent word until a full stop. All texts may be true and the sentence still false: a likely
word is not a true one. static/js/activity/next-word-rules.js has the same rules; tests/support/next_word_runs.json
holds both to the same texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.activities.base import Doing

END = "."
MOST_WORDS = 10
"""A sentence that is longer goes round in a circle."""


@dataclass(frozen=True)
class Round:
    """A sentence to go on with. `start` is its beginning, `texts` are what the machine has read.

    `right` says whether the sentence that comes out is true, and `truth` tells how things are.
    """

    start: str
    texts: tuple[str, ...]
    right: bool
    truth: str

    @property
    def sentence(self) -> tuple[str, ...]:
        """The words of the finished sentence; see `grow`."""
        return grow(self.texts, self.start)[0]

    @property
    def guesses(self) -> int:
        """At how many places there is a choice."""
        return len(grow(self.texts, self.start)[1])


@dataclass(frozen=True, kw_only=True)
class NextWord(Doing):
    """Guess the next word, count, and see what comes out, in three rounds or so."""

    rounds: tuple[Round, ...]
    kind: str = "next-word"


def words(text: str) -> list[str]:
    """The words of a sentence; its full stop is the last of them."""
    return text.replace(END, f" {END}").split()


def followers(texts: Sequence[str], word: str) -> list[tuple[str, int]]:
    """What follows `word` in `texts` and how often: the most frequent first, else in the order of the texts."""
    counts: dict[str, int] = {}
    for text in texts:
        read = words(text)
        for here, after in pairwise(read):
            if here == word:
                counts[after] = counts.get(after, 0) + 1
    return sorted(counts.items(), key=lambda one: -one[1])


def grow(texts: Sequence[str], start: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentence that begins with `start`, and after which of its words there was a choice.

    It ends at a full stop; or, when it cannot go on, at a word that nothing follows, at one that two words follow most
    often, or after MOST_WORDS words.
    """
    sentence = words(start)
    choices: list[str] = []
    while sentence[-1] != END and len(sentence) <= MOST_WORDS:
        found = followers(texts, sentence[-1])
        if not found or tied(found):
            break
        if len(found) > 1:
            choices.append(sentence[-1])
        sentence.append(found[0][0])
    return tuple(sentence), tuple(choices)


def tied(found: Sequence[tuple[str, int]]) -> bool:
    """Whether two words are the most frequent."""
    return len(found) > 1 and found[0][1] == found[1][1]
