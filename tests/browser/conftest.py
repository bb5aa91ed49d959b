"""Real browsers, a real server: what the journeys and the looks at every page stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
def cast(template: str, tmp_path: Path) -> Cast:
    """The people of this test's own world; the hour of today is planned."""
    return settle(template, tmp_path / "instance", KEY)


@pytest.fixture
def server(cast: Cast, tmp_path: Path) -> Iterator[Server]:
    """The server on this test's own world."""
    made = Server(tmp_path / "instance", KEY)
    made.start()
    yield made
    made.stop()
    print(made.output())  # shown when the test fails


@pytest.fixture
def device(chromium: Browser, server: Server) -> Iterator[DeviceMaker]:
    """Makes devices: device(PHONE). At the end none of them may have talked to others or complained."""
    made: list[Device] = []

    def make(size: dict[str, int], **options: Any) -> Device:
        made.append(Device(chromium, server.origin, size, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()
    for one in made:
        one.watch.assert_clean()


@pytest.fixture
def old_browser(server: Server) -> Iterator[OldBrowser]:
    """Chromium 80."""
    try:
        browser = OldBrowser(server.origin)
    except browsers.Missing as missing:
        pytest.skip(str(missing))
    yield browser
    browser.close()
