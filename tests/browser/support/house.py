"""A running house with its people, and the devices they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from app.content.loader import load
from app.demo.world import TODAYS_MODULE
from app.domain.content import Module
from tests.browser.support.cast import Cast, settle
from tests.browser.support.devices import Device
from tests.browser.support.server import Server
from tests.conftest import KEY, MODULES

DeviceMaker = Callable[..., Device]
"""device(house, PHONE), or signed in: device(house, PHONE, "pupil"); what else is given goes to Device."""


@dataclass(frozen=True)
class House:
    """A running server and the people in its world."""

    server: Server
    cast: Cast
    module: Module
    """What the hour of today is about."""


@contextmanager
def running(
    template: str, instance: Path, *, furnished: bool = False, modules: Path = MODULES, slug: str = ""
) -> Iterator[House]:
    """A house on a copy of the database `template`, in the folder `instance`; see `settle`."""
    cast = settle(template, instance, KEY, furnished=furnished, modules=modules, slug=slug)
    server = Server(instance, KEY, modules)
    server.start()
    try:
        yield House(server, cast, load(modules, datetime.now(UTC).date()).modules[slug or TODAYS_MODULE])
    finally:
        server.stop()
        print(server.output())  # shown when a test fails


@contextmanager
def devices(browser: Browser) -> Iterator[DeviceMaker]:
    """Makes devices. At the end none of them may have asked others for anything or complained."""
    made: list[Device] = []

    def make(house: House, size: dict[str, int], who: str = "nobody", **options: Any) -> Device:
        one = Device(browser, house.server.origin, size, **options)
        one.carry(house.cast.cookies.get(who, {}))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
    for one in made:
        one.watch.assert_clean()
