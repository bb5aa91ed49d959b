"""Real browsers, a real server: what the journeys and the looks at every page stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.support import served as pages_served
from tests.browser.support.chromium import ARGUMENTS
from tests.browser.support.house import DeviceMaker, House, devices, running
from tests.browser.support.old import OldBrowser
from tools import browsers


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
    with running(template, tmp_path / "instance") as made:
        yield made


@pytest.fixture
def furnished(template: str, tmp_path: Path) -> Iterator[House]:
    """A house of this test's own where the class is in already, with a board and five phones."""
    with running(template, tmp_path / "instance", furnished=True) as made:
        yield made


@pytest.fixture(scope="session")
def open_house(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A furnished house for everybody who only looks."""
    with running(template, tmp_path_factory.mktemp("open") / "instance", furnished=True) as made:
        yield made


@pytest.fixture
def device(chromium: Browser) -> Iterator[DeviceMaker]:
    """Makes devices: device(house, PHONE), signed in by device(house, PHONE, "pupil").

    At the end none of them may have asked others for anything or complained.
    """
    with devices(chromium) as make:
        yield make


@pytest.fixture(scope="session")
def served(open_house: House, template: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of every page, and of the live pages in every state of an hour, as the server sends it, by name."""
    with running(template, tmp_path_factory.mktemp("walk") / "instance", furnished=True) as walked:
        return pages_served.everywhere(open_house) | pages_served.in_every_state(walked)


@pytest.fixture
def old_browser(house: House) -> Iterator[OldBrowser]:
    """Chromium 80 in front of this test's own house."""
    try:
        browser = OldBrowser(house.server.origin)
    except browsers.Missing as missing:
        pytest.skip(str(missing))
    yield browser
    browser.close()
