"""axe finds nothing, on any page, in light and dark, on every size the page is made for."""

from __future__ import annotations

import pytest

from tests.browser.support import axe
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import PAGES, Page
from tests.browser.support.visit import visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_axe_finds_nothing(page: Page, open_house: House, device: DeviceMaker) -> None:
    one = visit(page, open_house, device)
    found = []
    for size in page.sizes:
        one.page.set_viewport_size({**size})
        for scheme in ("light", "dark"):
            one.page.emulate_media(color_scheme=scheme)
            where = f"{scheme}, {size['width']} wide"
            found += [f"{where}: {what}" for what in axe.findings(one.page, board=page.surface == "board")]
    assert not found, "\n".join(found)
