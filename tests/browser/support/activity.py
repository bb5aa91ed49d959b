"""A house whose hour has activities: the test module of tests/support/activities.py beside the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.support import steer
from tests.browser.support.devices import BOARD, Device
from tests.browser.support.house import House, devices, running
from tests.support.activities import KINDS, SLUG, stocked

SLIDE = 3
"""The slide with the first activity, counted from 0; the others follow."""
STEP = 2
"""The same at home, where steps are counted from 1."""


@contextmanager
def active_house(template: str, folder: Path) -> Iterator[House]:
    """A furnished house in `folder` with an hour of this module."""
    with running(template, folder / "instance", furnished=True, modules=stocked(folder), slug=SLUG) as made:
        yield made


@contextmanager
def hour_at(kind: str, template: str, folder: Path) -> Iterator[House]:
    """The hour of an active house, at the activity of this kind."""
    with active_house(template, folder) as made:
        steer.move(made, "start")
        steer.move(made, "step", to=slide_of(kind))
        yield made


@contextmanager
def board_at(kind: str, house: House, browser: Browser) -> Iterator[Device]:
    """The board at that activity, as nobody has touched it yet."""
    with devices(browser) as make:
        one = make(house, BOARD, "board")
        one.go("/board/show")
        one.see(f".act--{kind}")
        yield one


def slide_of(kind: str) -> int:
    """The slide with the activity of this kind."""
    return SLIDE + list(KINDS).index(kind)


def step_of(kind: str) -> str:
    """The address of the step with it at home."""
    return f"/learn/{SLUG}/{STEP + list(KINDS).index(kind)}"
