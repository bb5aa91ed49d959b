"""Open a page of the table as the person it is for."""

from __future__ import annotations

from tests.browser.support.devices import Device
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import Page


def visit(page: Page, house: House, device: DeviceMaker, size: dict[str, int] | None = None) -> Device:
    """A device with `page` on screen, in `size` or the first size of the page. Raises AssertionError elsewhere."""
    one = device(house, size or page.sizes[0], page.who)
    if page.send or page.status >= 400:
        one.watch.forgive("the server responded with a status of")
    answer = one.page.goto(f"{house.server.origin}{page.path.format(**house.cast.keys)}")
    assert answer is not None
    assert answer.status == page.status
    assert "{" in page.path or one.page.url.endswith(page.path), f"sent on to {one.page.url}"
    if page.send:
        _send(one, page)
    one.page.wait_for_load_state("load")
    one.page.evaluate("document.fonts.ready")
    return one


def _send(one: Device, page: Page) -> None:
    form = one.page.locator(f"form:has([name={page.send[0][0]}])")
    for name, text in page.send:
        form.locator(f"[name={name}]").fill(text, force=True)
    with one.page.expect_navigation():
        form.locator("[type=submit]").first.click()
