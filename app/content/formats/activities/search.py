"""Activities of kind search in activities.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.activities.base import DoingEntry, Task, at_most
from app.content.formats.asking import Fault
from app.content.formats.base import Key, NoText, Strict, Text
from app.content.yaml import Path
from app.domain.activities import search

MOST_PLACES, LONG = 6, 12
"""The board has room for so many cards; one whose text has more letters than LONG takes two places."""
MOST_TOGETHER, MOST_AD = 30, 18
"""Address and note are one line of the list; the title of an ad has the word "Anzeige" before it."""


class CardEntry(Strict):
    """A card. `text` goes without its sign."""

    id: Key
    kind: Literal["word", "exact", "without", "site"]
    text: Annotated[Text, at_most(24)]

    def to_domain(self) -> search.Card:
        """As a value."""
        return search.Card(self.id, self.kind, self.text)

    def places(self) -> int:
        """How much room it takes."""
        return 2 if len(self.to_domain().label) > LONG else 1


class PageEntry(Strict):
    """An invented page. `says` is told after "Noch nicht."."""

    title: Annotated[Text, at_most(28)]
    address: Annotated[Text, at_most(24)]
    note: Annotated[Text, at_most(16)]
    cards: Annotated[list[Key], Field(min_length=1)]
    alike: Annotated[int, Field(ge=0, le=99_999)] = 0
    ad: bool = False
    wanted: bool = False
    says: Annotated[NoText, at_most(46)] = ""

    def to_domain(self) -> search.Page:
        """As a value."""
        return search.Page(
            self.title, self.address, self.note, tuple(self.cards), self.alike, self.ad, self.wanted, self.says
        )

    def faults(self, path: Path) -> Iterator[Fault]:
        """A line that is too long, an address that somebody could own, a page that is wanted and says why not."""
        together = len(self.address) + len(self.note)
        if together > MOST_TOGETHER:
            message = f"'address' und 'note' haben zusammen {together} Zeichen, höchstens {MOST_TOGETHER} passen"
            yield Fault((*path, "note"), message)
        if self.ad and len(self.title) > MOST_AD:
            message = f"der Titel hat {len(self.title)} Zeichen, hinter dem Wort Anzeige passen höchstens {MOST_AD}"
            yield Fault((*path, "title"), message)
        if not self.address.endswith(".example"):
            yield Fault((*path, "address"), "diese Adresse könnte es geben", "erfundene Adressen enden auf .example")
        if self.wanted and (self.ad or self.says):
            yield Fault(path, "die gesuchte Seite ist keine Anzeige und hat kein 'says'", "ad und says streichen")
        if not self.wanted and not self.says:
            yield Fault(path, "'says' fehlt", "warum es diese Seite nicht ist")


class LevelEntry(Strict):
    """One level."""

    task: Task
    cards: Annotated[list[CardEntry], Field(min_length=2, max_length=MOST_PLACES)]
    pages: Annotated[list[PageEntry], Field(min_length=2, max_length=20)]

    def to_domain(self) -> search.Level:
        """As a value."""
        cards, pages = (one.to_domain() for one in self.cards), (one.to_domain() for one in self.pages)
        return search.Level(self.task, tuple(cards), tuple(pages))

    def faults(self, path: Path) -> Iterator[Fault]:
        """What is wrong in cards and pages; and then whether the wanted page can be found, and not at once."""
        found = [*self._cards(path), *self._pages(path)]
        yield from found
        if not found:
            yield from self._found(path)

    def _cards(self, path: Path) -> Iterator[Fault]:
        for one, count in Counter(one.id for one in self.cards).items():
            if count > 1:
                yield Fault((*path, "cards"), f"die Karte '{one}' steht hier {count}-mal")
        places = sum(one.places() for one in self.cards)
        if places > MOST_PLACES:
            message = f"die Karten brauchen {places} Plätze, an der Tafel sind {MOST_PLACES}"
            yield Fault((*path, "cards"), message, f"mit mehr als {LONG} Zeichen braucht eine Karte zwei")

    def _pages(self, path: Path) -> Iterator[Fault]:
        known = {one.id for one in self.cards}
        for number, page in enumerate(self.pages):
            where: Path = (*path, "pages", number)
            yield from page.faults(where)
            for place, card in enumerate(page.cards):
                if card not in known:
                    hint = f"möglich: {', '.join(sorted(known))}"
                    yield Fault((*where, "cards", place), f"die Karte '{card}' gibt es nicht", hint)
        wanted = sum(one.wanted for one in self.pages)
        if wanted != 1:
            yield Fault((*path, "pages"), f"{wanted} Seiten sind gesucht, nötig ist eine", "wanted: true")

    def _found(self, path: Path) -> Iterator[Fault]:
        shortest = next(search.solutions(self.to_domain()), None)
        if shortest is None:
            hint = f"bei einer Auswahl der Karten muss sie unter den ersten {search.SHOWN} stehen"
            yield Fault((*path, "pages"), "die gesuchte Seite ist nie zu sehen", hint)
        elif len(shortest) == 1:
            message = f"die Karte '{shortest[0]}' allein zeigt schon die gesuchte Seite"
            yield Fault((*path, "pages"), message, f"davor {search.SHOWN} andere Seiten mit dieser Karte setzen")


class SearchEntry(DoingEntry):
    """A search page on cards."""

    kind: Literal["search"]
    levels: Annotated[list[LevelEntry], Field(min_length=1, max_length=4)]

    def to_domain(self) -> search.Search:
        """As a value."""
        return search.Search(**self.shared(), levels=tuple(one.to_domain() for one in self.levels))

    def faults(self) -> Iterator[Fault]:
        """Those of each level."""
        for number, level in enumerate(self.levels):
            yield from level.faults(("levels", number))
