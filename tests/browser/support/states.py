"""Every state an hour can be in, one after the other: each slide, and each way a question goes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.support import steer
from tests.browser.support.cast import PHONES
from tests.browser.support.house import House

PRESENT = 24


def walk(house: House) -> Iterator[str]:
    """Move the hour of a furnished `house` from the lobby to its end; gives the name of each state it is then in.

    Every slide comes, and every question asked and solved; the first of each kind goes all ways a question can go.
    """
    yield "lobby"
    steer.move(house, "present", count=PRESENT)
    yield "lobby, present"
    steer.move(house, "start")
    kinds: set[type] = set()
    for position, slide in enumerate(house.module.slides):
        steer.move(house, "step", to=position)
        yield f"slide {slide.title}"
        if slide.question:
            kind = type(house.module.question(slide.question))
            way = _short_way if kind in kinds else _long_way
            kinds.add(kind)
            yield from (f"{slide.question} {state}" for state in way(house, slide.question))
    steer.move(house, "finish")
    yield "finished"


def _short_way(house: House, question: str) -> Iterator[str]:
    steer.move(house, "ask")
    steer.answer(house, PHONES[0], question)
    yield "asked"
    steer.move(house, "close")
    steer.move(house, "show")
    yield "too few"
    steer.move(house, "reveal")
    yield "solved"


def _long_way(house: House, question: str) -> Iterator[str]:
    steer.move(house, "ask")
    yield "asked"
    if steer.options(house, question):
        yield from _hands(house, question)
    for who in PHONES:
        steer.answer(house, who, question)
    yield "answered"
    steer.move(house, "close")
    yield "closed"
    steer.move(house, "discuss")
    yield "talked about"
    steer.move(house, "ask")
    for who in PHONES:
        steer.answer(house, who, question)
    yield "asked again"
    steer.move(house, "close")
    steer.move(house, "show")
    yield "both results"
    steer.move(house, "reveal")
    yield "solved"


def _hands(house: House, question: str) -> Iterator[str]:
    steer.move(house, "think")
    yield "still"
    steer.move(house, "count")
    yield "hands, first"
    first, *_, last = steer.options(house, question)
    steer.move(house, "tally", option=first, count=12)
    yield "hands, next"
    steer.move(house, "rest", option=last)
    yield "hands, all"
    steer.move(house, "counted")
