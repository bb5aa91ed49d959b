"""What the server sends is valid HTML without a line of code or style in it, on every page and in every state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.support import checker
from tests.browser.support.inline import found_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_html_checker_finds_no_error(served: dict[str, str], tmp_path: Path) -> None:
    found = checker.findings(served, tmp_path)
    assert not found, "\n".join(found)


def test_nothing_is_inline_and_nothing_is_foreign(served: dict[str, str]) -> None:
    found = [f"{name}: {what}" for name, html in served.items() for what in found_in(html)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color: red'>Rot</p>",
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        "<button onclick='go()'>Los</button>",
        "<a href='javascript:go()'>Los</a>",
        "<img src='//pictures.example/1.png' alt=''>",
        "<link rel='stylesheet' href='https://fonts.example/a.css'>",
        "<form action='https://forms.example/'></form>",
    ],
)
def test_what_is_inline_or_foreign_is_found(html: str) -> None:
    assert found_in(f"<p>vorher</p>{html}")


def test_what_is_our_own_is_not() -> None:
    assert not found_in(
        "<a href='https://hilfe.example'>Hilfe</a><script src='/s/1/a.js'></script><img src='data:image/png,'>"
    )
