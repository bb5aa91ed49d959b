"""Real browsers, a real server: what the journeys and the looks at every page stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.support.cast import Cast, settle
from tests.browser.support.chromium import ARGUMENTS
from tests.browser.support.devices import Device
from tests.browser.support.old import OldBrowser
from tests.browser.support.server import Server
from tests.conftest import KEY
from tools import browsers

DeviceMaker = Callable[..., Device]


@dataclass(frozen=True)
class House:
    """A running server and the people in its world."""

    server: Server
    cast: Cast


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Today's Chromium."""
    try:
        program = browsers.chromium()
    except browsers.Missing as missing:
        pytest.skip(str(missing))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def house(template: str, tmp_path: Path) -> Iterator[House]:
    """A house of this test's own; the hour of today is planned."""
    with _running(template, tmp_path / "instance") as made:
        yield made


@pytest.fixture
def furnished(template: str, tmp_path: Path) -> Iterator[House]:
    """A house of this test's own where the class is in already, with a board and five phones."""
    with _running(template, tmp_path / "instance", furnished=True) as made:
        yield made


@pytest.fixture(scope="session")
def open_house(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A furnished house for everybody who only looks."""
    with _running(template, tmp_path_factory.mktemp("open") / "instance", furnished=True) as made:
        yield made


@pytest.fixture
def device(chromium: Browser) -> Iterator[DeviceMaker]:
    """Makes devices: device(house, PHONE), signed in by device(house, PHONE, who="pupil").

    At the end none of them may have asked others for anything or complained.
    """
    made: list[Device] = []

    def make(house: House, size: dict[str, int], who: str = "nobody", **options: Any) -> Device:
        one = Device(chromium, house.server.origin, size, **options)
        one.carry(house.cast.cookies.get(who, {}))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
    for one in made:
        one.watch.assert_clean()


@pytest.fixture
def old_browser(house: House) -> Iterator[OldBrowser]:
    """Chromium 80 in front of this test's own house."""
    try:
        browser = OldBrowser(house.server.origin)
    except browsers.Missing as missing:
        pytest.skip(str(missing))
    yield browser
    browser.close()


@contextmanager
def _running(template: str, instance: Path, *, furnished: bool = False) -> Iterator[House]:
    cast = settle(template, instance, KEY, furnished=furnished)
    server = Server(instance, KEY)
    server.start()
    try:
        yield House(server, cast)
    finally:
        server.stop()
        print(server.output())  # shown when a test fails
