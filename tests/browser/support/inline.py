"""Code and style that stand in a page instead of in a file of ours."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

LOADED = {"src", "poster", "action", "formaction", "ping", "xlink:href"}
"""Attributes whose address a browser asks for by itself, or sends a form to."""


def found_in(html: str) -> list[str]:
    """What stands inline in `html` or would be loaded from another origin."""
    look = _Look()
    look.feed(html)
    look.close()
    return look.found


class _Look(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        here = {name: value or "" for name, value in attributes}
        if tag in {"style", "base", "iframe", "object", "embed"} or (tag == "script" and "src" not in here):
            self.found.append(f"<{tag}>")
        for name, value in here.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={value!r}>")
            if (name in LOADED or (tag == "link" and name == "href")) and not _own(value):
                self.found.append(f"<{tag} {name}={value!r}>")


def _own(address: str) -> bool:
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc) or address.startswith("data:image/")
