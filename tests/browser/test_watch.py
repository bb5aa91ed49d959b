"""Every device here is watched, so every page these tests open is; this shows that the watch does not sleep."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.support.devices import PHONE, Device
from tests.browser.support.house import House

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("deed", "complaint"),
    [
        ("document.head.insertAdjacentHTML('beforeend', '<style>p { color: red }</style>')", "Content Security Policy"),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">.</p>')", "Content Security Policy"),
        ("document.body.setAttribute('onclick', 'alert(1)')", "Content Security Policy"),
        ("fetch('https://elsewhere.example/').catch(() => {})", "Content Security Policy"),
        ("fetch('/nirgendwo')", "404"),
        ("void setTimeout(() => { throw new Error('broken') })", "broken"),
        ("console.warn('odd')", "odd"),
    ],
)
def test_what_a_page_must_not_do_is_noticed(deed: str, complaint: str, chromium: Browser, open_house: House) -> None:
    one = Device(chromium, open_house.server.origin, PHONE)
    one.go("/")
    assert one.watch.complaints == []
    with one.context.expect_event("weberror" if "Error" in deed else "console"):
        one.ask(deed)
    one.close()
    assert any(complaint in found for found in one.watch.complaints), one.watch.complaints


def test_a_request_to_somebody_else_is_noticed(chromium: Browser, open_house: House) -> None:
    one = Device(chromium, open_house.server.origin, PHONE, bypass_csp=True)
    one.go("/")
    one.ask("fetch('https://elsewhere.example/').catch(() => {})")
    one.close()
    assert one.watch.foreign == ["https://elsewhere.example/"]
