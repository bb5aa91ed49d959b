"""Pages as the server sends them, before any script touches them."""

from __future__ import annotations

import re
from html import unescape

from tests.browser.support.house import House
from tests.browser.support.pages import PAGES, Page
from tests.browser.support.server import Answer
from tests.browser.support.states import walk

LIVE_PAGES = {"board": "/board/show", "mentor": "/present/{hour}/remote", "phone": "/join/seat"}
"""The pages that change with the hour, by who looks at them."""


def everywhere(house: House) -> dict[str, str]:
    """The HTML of every page of the table, by the page's name."""
    return {page.name: _page(house, page) for page in PAGES}


def in_every_state(house: House) -> dict[str, str]:
    """The HTML of the live pages in every state; this walks the hour of `house` to its end."""
    found = {}
    for state in walk(house):
        for who, path in LIVE_PAGES.items():
            answer = house.server.get(path.format(**house.cast.keys), house.cast.cookies[who])
            assert answer.status == 200, f"{who}, {state}: {answer.status}"
            found[f"{who}: {state}"] = answer.text
    return found


def _page(house: House, page: Page) -> str:
    path, cookies = page.path.format(**house.cast.keys), house.cast.cookies.get(page.who, {})
    answer = house.server.get(path, cookies)
    assert answer.status == page.status, f"{page.name}: {answer.status}"
    if page.send:
        answer = _send(house, page, answer, cookies)
        assert answer.status >= 400, f"{page.name}: {answer.status}"
    return answer.text


def _send(house: House, page: Page, shown: Answer, cookies: dict[str, str]) -> Answer:
    """Send the form on the page `shown` that has a field for what is sent."""
    forms = re.findall(r"<form.*?</form>", shown.text, re.DOTALL)
    [form] = [one for one in forms if f'name="{page.send[0][0]}"' in one]
    action = re.search(r'<form[^>]* action="(.*?)"', form)
    path = unescape(action[1]) if action else page.path.format(**house.cast.keys)
    token = _found(r'name="csrf_token".*?value="(.*?)"', form)
    session = _found(r"tt_form=([^;]+)", shown.headers["set-cookie"])
    return house.server.submit(path, {"csrf_token": token, **dict(page.send)}, {**cookies, "tt_form": session})


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in {text}"
    return found[1]
