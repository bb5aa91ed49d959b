"""A device in somebody's hands: what a person can do with it, in today's Chromium.

`OldDevice` beside this offers the same in Chromium 80, so that a journey written once runs in both.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.browser.support.server import HOST
from tests.browser.support.watch import Watch

PATIENCE = 15_000
"""Milliseconds until something that should appear counts as missing."""

PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}
BOARD = {"width": 1920, "height": 1080}


class Hands(Protocol):
    """What a journey asks of a device. `selector` is CSS; `text` is part of what stands in the element."""

    watch: Watch

    def go(self, path: str) -> None:
        """Open an address of the server."""

    def tap(self, selector: str, text: str = "") -> None:
        """Tap the first such element that can be seen, as soon as it is there and enabled."""

    def fill(self, selector: str, text: str) -> None:
        """Type into a field what it should hold."""

    def press(self, key: str) -> None:
        """Press a key of the keyboard or the clicker."""

    def see(self, selector: str, text: str = "") -> None:
        """Wait until such an element can be seen."""

    def miss(self, selector: str, text: str = "") -> None:
        """Wait until no such element can be seen."""

    def read(self, selector: str) -> str:
        """The text of the first such element."""

    def land(self, path: str) -> None:
        """Wait until the page is at an address that begins so."""

    def ask(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""


class Device:
    """One browser context of today's Chromium with one page."""

    def __init__(self, browser: Browser, origin: str, size: dict[str, int], **options: Any) -> None:
        options = {"locale": "de-DE", "timezone_id": "Europe/Berlin", "has_touch": size != LAPTOP, **options}
        self.origin = origin
        self.watch = Watch(origin)
        self.context: BrowserContext = browser.new_context(viewport={**size}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", lambda request: self.watch.request(request.url))
        self.context.on("console", self._console)
        self.context.on("weberror", lambda error: self.watch.complaint(str(error.error)))
        self.page: Page = self.context.new_page()
        self._touch = bool(options["has_touch"])

    def carry(self, cookies: dict[str, str]) -> None:
        """Put token cookies into the browser, as if it had signed in, joined or been paired before."""
        for name, value in cookies.items():
            self.context.add_cookies([{"name": name, "value": value, "domain": HOST, "path": "/", "httpOnly": True}])

    def go(self, path: str) -> None:
        self.page.goto(f"{self.origin}{path}")

    def tap(self, selector: str, text: str = "") -> None:
        found = self._find(selector, text)
        found.tap() if self._touch else found.click()

    def fill(self, selector: str, text: str) -> None:
        self._find(selector).fill(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def see(self, selector: str, text: str = "") -> None:
        expect(self._find(selector, text)).to_be_visible(timeout=PATIENCE)

    def miss(self, selector: str, text: str = "") -> None:
        expect(self._find(selector, text)).to_have_count(0, timeout=PATIENCE)

    def read(self, selector: str) -> str:
        return self._find(selector).inner_text()

    def land(self, path: str) -> None:
        self.page.wait_for_url(re.compile(re.escape(f"{self.origin}{path}")))

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)

    def close(self) -> None:
        """Put the device away."""
        self.context.close()

    def _find(self, selector: str, text: str = "") -> Locator:
        found = self.page.locator(selector).filter(visible=True)
        return (found.filter(has_text=text) if text else found).first

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.watch.complaint(f"{message.text} ({message.location.get('url', '')})")
