"""What lies in the repository is ours: no path of somebody's machine, no far address, nobody else's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE = re.compile(r"^static/(?:vendor|built)/|^static/.*\.gz$|__pycache__|^\.git$")
"""Made by the commands and never committed, as .gitignore says."""
LOCK = re.compile(r"requirements.*\.txt|package-lock\.json")
FOLDERS = ("app", "docs", "modules", "static", "templates", "tests", "tools", ".ci")

MACHINE = re.compile(r"(?<![\w.}])/(?:home|root|tmp|Users|work)\b")
ADDRESS = re.compile(r"(?:\b(?:https?|wss?):|[\"'(=])//([\w-][\w.-]*)")
OWN = re.compile(r"127\.0\.0\.1|localhost|([\w-]+\.)*example")
FAR = {
    "www.w3.org": "names what an SVG is; nothing is fetched",
    "creativecommons.org": "the full text of the licence of the modules",
}
FOREIGN_NAMES = re.compile(r"\.min\.\w+$|\.(?:woff2?|ttf|otf|eot|wasm|map|jar|whl|zip|tgz|gz|mp3|mp4|jpe?g)$")
FOREIGN_WORDS = re.compile(r"/\*!|@license\b|@preserve\b|sourceMappingURL|\bCopyright \(c\)")


def of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def files() -> Iterator[Path]:
    """Everything in the repository but the locks, which tests/house/test_locks.py reads."""
    for path in (*ROOT.iterdir(), *(one for folder in FOLDERS for one in (ROOT / folder).rglob("*"))):
        if path.is_file() and not MADE.search(of(path)) and not LOCK.fullmatch(of(path)):
            yield path


FILES = sorted(files())
PRODUCT = [one for one in FILES if not of(one).startswith("tests/") and one.suffix != ".png"]


@pytest.mark.parametrize("path", PRODUCT, ids=of)
def test_no_path_and_no_address_but_our_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    assert MACHINE.findall(text) == []
    assert [one for one in ADDRESS.findall(text) if not OWN.fullmatch(one.rstrip(".")) and one not in FAR] == []


def test_every_exception_is_needed() -> None:
    named = {one for path in PRODUCT for one in ADDRESS.findall(path.read_text(encoding="utf-8", errors="replace"))}
    assert set(FAR) <= named


def test_nothing_is_from_somebody_else() -> None:
    assert [of(one) for one in FILES if FOREIGN_NAMES.search(one.name)] == []
    texts = [one for one in PRODUCT if one.suffix in {".js", ".css", ".svg", ".html"}]
    assert len(texts) > 100
    assert [of(one) for one in texts if FOREIGN_WORDS.search(one.read_text(encoding="utf-8", errors="replace"))] == []
