"""What can be measured of a page on screen; the probes are in layout.js beside this."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page


def probe(page: Page, name: str, argument: Any = None) -> list[str]:
    """What the probe `name` finds on `page`."""
    found: list[str] = page.evaluate(f"(argument) => {_source()}.{name}(argument)", argument)
    return [f"{name}: {one}" for one in found]


@cache
def _source() -> str:
    return Path(__file__).with_suffix(".js").read_text(encoding="utf-8").partition("\n")[2].strip()
