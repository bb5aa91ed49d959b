"""The search page on cards: words and signs are laid, and the list of invented hits changes with them.

It is no search engine: each page says with which cards it is shown, and it is in the list when all laid cards are
among them. static/js/activity/search-rules.js has the same rules; tests/support/search_lists.json holds both to the
same lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.domain.activities.base import Doing

SHOWN = 3
"""So many hits can be read on the board at once, and before a click at all."""
LABELS = {"word": "{}", "exact": "„{}“", "without": "-{}", "site": "site:{}"}
"""How a card is written, by its kind."""


@dataclass(frozen=True)
class Card:
    """A word or a word with a search sign. kind: word, exact, without or site."""

    id: str
    kind: str
    text: str

    @property
    def label(self) -> str:
        """As it would be typed."""
        return LABELS[self.kind].format(self.text)


@dataclass(frozen=True)
class Page:
    """An invented hit. `cards` are those it is shown with, `alike` counts further hits like it that nobody reads.

    `says` tells why this is not the page that is wanted; empty for the one that is.
    """

    title: str
    address: str
    note: str
    cards: tuple[str, ...]
    alike: int = 0
    ad: bool = False
    wanted: bool = False
    says: str = ""


@dataclass(frozen=True)
class Level:
    """One task: find the one wanted page of `pages`, which stand in the order of the list."""

    task: str
    cards: tuple[Card, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True, kw_only=True)
class Search(Doing):
    """Lay words for a search page, in three levels or so."""

    levels: tuple[Level, ...]
    kind: str = "search"


@dataclass(frozen=True)
class Listing:
    """What a search shows: `pages`, as places in the level's list, and how many hits there are. Ads are no hits."""

    pages: tuple[int, ...]
    total: int


def can_search(level: Level, laid: Sequence[str]) -> bool:
    """Whether there is something to look for: a card that takes away finds nothing alone."""
    return any(one.kind != "without" for one in level.cards if one.id in laid)


def listing(level: Level, laid: Sequence[str]) -> Listing:
    """The list for the laid cards, in whichever order they lie."""
    if not can_search(level, laid):
        return Listing((), 0)
    places = [place for place, one in enumerate(level.pages) if set(laid) <= set(one.cards)]
    hits = [level.pages[place] for place in places if not level.pages[place].ad]
    return Listing(tuple(places[:SHOWN]), sum(1 + one.alike for one in hits))


def solutions(level: Level) -> Iterator[tuple[str, ...]]:
    """All rows of cards that show the wanted page, the shortest first."""
    ids = [one.id for one in level.cards]
    for count in range(1, len(ids) + 1):
        for laid in combinations(ids, count):
            if any(level.pages[place].wanted for place in listing(level, laid).pages):
                yield laid
