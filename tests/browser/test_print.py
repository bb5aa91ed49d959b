"""On paper: the mentor's sheet has two sides, a class one, whatever theme the screen has."""

from __future__ import annotations

import re

import pytest

from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.pages import PAGES
from tests.browser.support.visit import visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAPER = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize(("name", "sides"), [("printed sheet", 2), ("class", 1)])
def test_a_page_takes_as_many_sides_as_it_says(name: str, sides: int, open_house: House, device: DeviceMaker) -> None:
    one = visit(next(page for page in PAGES if page.name == name), open_house, device)
    one.page.emulate_media(color_scheme="dark")
    assert len(PAPER.findall(one.page.pdf(prefer_css_page_size=True))) == sides


def test_paper_is_white_when_the_screen_is_dark(open_house: House, device: DeviceMaker) -> None:
    one = visit(next(page for page in PAGES if page.name == "class"), open_house, device)
    one.page.emulate_media(color_scheme="dark", media="print")
    assert one.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert one.page.locator(".app__side").is_hidden()
    assert one.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(19, 23, 29)"
