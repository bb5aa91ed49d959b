"""Every page, on every size it is made for, in light and dark, on the narrowest phone and with large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.support import axe
from tests.browser.support.devices import LAPTOP, PHONE, Device
from tests.browser.support.house import House, devices
from tests.browser.support.layout import probe
from tests.browser.support.pages import NARROWEST, PAGES, Page
from tests.browser.support.visit import visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALF_A_LAPTOP = {"width": LAPTOP["width"] // 2, "height": LAPTOP["height"] // 2}
"""What a laptop shows when its browser zooms to 200 %."""
LEAST = 24
THUMB = 44
MAIN_CONTROLS = ".btn, .option, .tool, .tabbar a, .seg label, .drag, .hot, .input, .pad__k, .rtool"


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> Page:
    """One page of the table after the other."""
    found: Page = request.param
    return found


@pytest.fixture(scope="module")
def shown(page: Page, open_house: House, chromium: Browser) -> Iterator[Device]:
    """A device with that page on screen, for all tests here; each sets the size it wants."""
    with devices(chromium) as make:
        yield visit(page, open_house, make)


def test_axe_finds_nothing(page: Page, shown: Device) -> None:
    found = []
    for number, size in enumerate(page.sizes):
        shown.page.set_viewport_size({**size})
        for scheme in ("light", "dark") if number == 0 else ("light",):  # the colours are the same on all sizes
            shown.page.emulate_media(color_scheme=scheme)
            where = f"{scheme}, {size['width']} wide"
            found += [f"{where}: {what}" for what in axe.findings(shown.page, board=page.surface == "board")]
    assert not found, "\n".join(found)


def test_fits_the_narrowest_phone(page: Page, shown: Device) -> None:
    if page.surface == "board" or page.sizes == (LAPTOP,):
        pytest.skip("not for boards and paper")
    shown.page.set_viewport_size({**NARROWEST})
    found = probe(shown.page, "wide") + probe(shown.page, "cut") + probe(shown.page, "small", [LEAST, None])
    if page.surface == "phone":
        found += probe(shown.page, "small", [THUMB, MAIN_CONTROLS])
    found += probe(shown.page, "covered")
    assert not found, "\n".join(found)


def test_holds_with_text_twice_as_large(page: Page, shown: Device) -> None:
    if page.surface == "board" or page.sizes == (LAPTOP,):
        pytest.skip("not for boards and paper")
    shown.page.set_viewport_size({**HALF_A_LAPTOP})
    found = [f"zoomed, {what}" for name in ("wide", "cut", "covered") for what in probe(shown.page, name)]
    if page.surface == "phone":
        shown.page.set_viewport_size({**PHONE})
        text = shown.context.new_cdp_session(shown.page)
        text.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        found += [f"large text, {what}" for name in ("wide", "cut", "covered") for what in probe(shown.page, name)]
        text.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    assert not found, "\n".join(found)
