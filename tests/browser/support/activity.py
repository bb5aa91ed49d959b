"""A house whose hour has activities: the test module of tests/support/activities.py beside the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.support.house import House, running
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


def slide_of(kind: str) -> int:
    """The slide with the activity of this kind."""
    return SLIDE + list(KINDS).index(kind)


def step_of(kind: str) -> str:
    """The address of the step with it at home."""
    return f"/learn/{SLUG}/{STEP + list(KINDS).index(kind)}"
