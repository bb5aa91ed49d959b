"""Give an answer to a question on screen as a person does: by tapping alone, or by the keyboard alone.

A kind has one entry in each table. Both leave the confidence and the button to `hand_in`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.browser.support.devices import Device

Response = Mapping[str, Any]
Way = Callable[[Device, Response], None]

MOST_TABS = 120
FOCUSED = "(selector) => document.activeElement !== null && document.activeElement.matches(selector)"
VALUE = "document.activeElement.value"


def reach(device: Device, selector: str) -> None:
    """Move the focus to such an element with the Tab key. Raises AssertionError when no way leads there."""
    for _ in range(MOST_TABS):
        if device.page.evaluate(FOCUSED, selector):
            return
        device.press("Tab")
    raise AssertionError(f"no way to {selector} with the Tab key")


def _option(name: str, value: str) -> str:
    return f'input[name="{name}"][value="{value}"]'


# By tapping


def _tap_one(name: str, key: str) -> Way:
    return lambda device, response: device.tap(_option(name, response[key]))


def _tap_all(name: str, key: str) -> Way:
    def way(device: Device, response: Response) -> None:
        for one in response[key]:
            device.tap(_option(name, one))

    return way


def _tap_and_type(selector: str, key: str) -> Way:
    def way(device: Device, response: Response) -> None:
        device.tap(selector)
        device.page.keyboard.type(response[key])

    return way


def _tap_words(device: Device, response: Response) -> None:
    for number, word in enumerate(response["words"]):
        device.page.locator('input[name="word"]').nth(number).tap()
        device.page.keyboard.type(word)


def _tap_order(device: Device, response: Response) -> None:
    _sort(device, response["order"], lambda selector: device.tap(selector))


def _tap_groups(device: Device, response: Response) -> None:
    for item, group in response["groups"].items():
        device.tap(f'[data-item="{item}"]')
        device.tap(f'[data-drop="{group}"]')


def _tap_pairs(device: Device, response: Response) -> None:
    for item, partner in response["pairs"].items():
        device.tap(f'[data-item="{item}"]')
        device.tap(f'[data-partner="{partner}"]')


def _tap_gaps(device: Device, response: Response) -> None:
    for gap, text in response["gaps"].items():
        field = device.page.locator(f'[name="gap-{gap}"]')
        field.tap()
        if field.evaluate("(one) => one.tagName") == "SELECT":  # its list is the device's own, out of the page's reach
            field.select_option(label=text)
        else:
            device.page.keyboard.type(text)


def _tap_passages(device: Device, response: Response) -> None:
    for passage, ink in response["passages"].items():
        device.tap(f'[data-pen="{ink}"]')
        device.tap(f'[data-passage="{passage}"]')


def _tap_regions(device: Device, response: Response) -> None:
    """In the picture itself."""
    for one in response["marks"]:
        device.tap(f'[data-spot="{one}"] rect')


# By the keyboard


def _key_one(name: str, key: str) -> Way:
    def way(device: Device, response: Response) -> None:
        reach(device, f'input[name="{name}"]')
        device.press("Space")
        for _ in range(len(device.page.query_selector_all(f'input[name="{name}"]'))):
            if device.ask(VALUE) == response[key]:
                return
            device.press("ArrowDown")
        raise AssertionError(f"no way to {response[key]} with the arrow keys")

    return way


def _key_all(name: str, key: str) -> Way:
    def way(device: Device, response: Response) -> None:
        for one in device.page.eval_on_selector_all(f'input[name="{name}"]', "(all) => all.map((one) => one.value)"):
            if one in response[key]:
                reach(device, _option(name, one))
                device.press("Space")

    return way


def _key_and_type(selector: str, key: str) -> Way:
    def way(device: Device, response: Response) -> None:
        reach(device, selector)
        device.page.keyboard.type(response[key])

    return way


def _key_words(device: Device, response: Response) -> None:
    reach(device, 'input[name="word"]')
    for word in response["words"]:
        device.page.keyboard.type(word)
        device.press("Tab")


def _key_order(device: Device, response: Response) -> None:
    def push(selector: str) -> None:
        reach(device, selector)
        device.press("Enter")

    _sort(device, response["order"], push)


def _key_groups(device: Device, response: Response) -> None:
    for item, group in response["groups"].items():
        reach(device, f'[data-item="{item}"]')
        device.press("Enter")
        reach(device, f'[data-drop="{group}"]')
        device.press("Enter")


def _key_pairs(device: Device, response: Response) -> None:
    for item, partner in response["pairs"].items():
        reach(device, "[data-item]")
        _arrow(device, f'[data-item="{item}"]')
        device.press("Enter")  # the focus goes to the other side by itself
        _arrow(device, f'[data-partner="{partner}"]')
        device.press("Enter")


def _key_gaps(device: Device, response: Response) -> None:
    for gap, text in response["gaps"].items():
        reach(device, f'[name="gap-{gap}"]')
        if device.ask("document.activeElement.tagName") == "SELECT":
            _choose(device, text)
        else:
            device.page.keyboard.type(text)


def _key_passages(device: Device, response: Response) -> None:
    for passage, ink in response["passages"].items():
        reach(device, f'[data-pen="{ink}"]')
        device.press("Enter")
        reach(device, f'[data-passage="{passage}"]')
        device.press("Enter")


def _arrow(device: Device, selector: str) -> None:
    for _ in range(6):
        if device.page.evaluate(FOCUSED, selector):
            return
        device.press("ArrowDown")
    raise AssertionError(f"no way to {selector} with the arrow keys")


def _choose(device: Device, text: str) -> None:
    for _ in range(8):
        if device.ask(VALUE) == text:
            return
        device.press("ArrowDown")
    raise AssertionError(f"no way to {text} in the list")


def _sort(device: Device, wanted: Sequence[str], push: Callable[[str], None]) -> None:
    """Move each item up to its place with the arrows, the first one first."""
    for place, item in enumerate(wanted):
        for _ in range(len(wanted)):
            now = device.page.eval_on_selector_all("input[name=order]", "(all) => all.map((one) => one.value)")
            if now.index(item) == place:
                break
            push(f'li:has(input[value="{item}"]) [data-by="-1"]')


TAPPING: Mapping[str, Way] = {
    "choice": _tap_one("option", "option"),
    "multiple": _tap_all("option", "options"),
    "truth": _tap_one("because", "because"),
    "number": _tap_and_type("input[name=number]", "number"),
    "short": _tap_and_type("input[name=text]", "text"),
    "poll": _tap_one("option", "option"),
    "free": _tap_and_type("textarea[name=text]", "text"),
    "cloud": _tap_words,
    "order": _tap_order,
    "groups": _tap_groups,
    "match": _tap_pairs,
    "gap": _tap_gaps,
    "mark": _tap_all("mark", "marks"),
    "highlight": _tap_passages,
    "spots": _tap_regions,
}
KEYING: Mapping[str, Way] = {
    "choice": _key_one("option", "option"),
    "multiple": _key_all("option", "options"),
    "truth": _key_one("because", "because"),
    "number": _key_and_type("input[name=number]", "number"),
    "short": _key_and_type("input[name=text]", "text"),
    "poll": _key_one("option", "option"),
    "free": _key_and_type("textarea[name=text]", "text"),
    "cloud": _key_words,
    "order": _key_order,
    "groups": _key_groups,
    "match": _key_pairs,
    "gap": _key_gaps,
    "mark": _key_all("mark", "marks"),
    "highlight": _key_passages,
    "spots": _key_all("mark", "marks"),
}
