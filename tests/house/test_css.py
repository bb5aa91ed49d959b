"""Style sheets: old boards (Chromium 80) understand them, every file is served and every class and value in use, every
address in a template exists.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from app.web.assets import Library
from tests.support.classes import Classes, known
from tools.assets import bundles, squeeze

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
BLOCKS = sorted(CSS.rglob("*.css"))

FORBIDDEN = {
    "@layer": r"@layer\b",
    "container query": r"@container\b",
    ":is() and :where()": r":(is|where)\(",
    "inset as a property": r"(?<![\w-])inset(-block|-inline)?(-start|-end)?\s*:",
    "aspect-ratio as a property": r"(?<![\w-])aspect-ratio\s*:",
    "new viewport units": r"\b\d*\.?\d+[dsl]v(h|w|min|max)\b",
    "light-dark()": r"light-dark\(",
    "nesting": r"(^|[{};])\s*&",
    "range media query": r"@media[^{]*[<>]",
    "@import": r"@import\b",
    "an address of somebody else": r"url\(\s*[\"']?(https?:)?//",
}
# Allowed inside @supports, where an old browser skips them.
GUARDED = {":has()": r":has\(", "color-mix()": r"color-mix\("}


def plain(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def without_supports(css: str) -> str:
    """The same without the bodies of @supports."""
    out, at = "", 0
    for found in re.finditer(r"@supports[^{]*\{", css):
        if found.start() < at:
            continue
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        out, at = out + css[at : found.start()], end
    return out + css[at:]


def rules(css: str) -> list[tuple[str, str]]:
    """Selector and declarations of every innermost block."""
    return [(a.strip(), b) for a, b in re.findall(r"([^{};]+)\{([^{}]*)\}", css)]


def problems(css: str) -> list[str]:
    """What a board with Chromium 80 would not understand in `css` (without comments)."""
    found = [name for name, pattern in FORBIDDEN.items() if re.search(pattern, css)]
    outside = without_supports(css)
    found += [name for name, pattern in GUARDED.items() if re.search(pattern, outside)]
    for selector, body in rules(css):
        gap = re.search(r"(?<![\w-])(row-|column-)?gap\s*:", body)
        if gap and re.search(r"display:\s*(inline-)?flex", body):
            found.append(f"gap in the flex box {selector}")
    if re.search(r"(?<!:focus:not\():focus-visible", outside):
        found.append(":focus-visible alone")
    return found


@pytest.mark.parametrize("path", BLOCKS, ids=lambda path: path.relative_to(CSS).as_posix())
def test_old_boards_understand(path: Path) -> None:
    assert problems(plain(path)) == []


@pytest.mark.parametrize(
    "css",
    [
        "@layer base { a { top: 0 } }",
        ".a { display: flex; gap: 1px }",
        ".a:has(b) { top: 0 }",
        ".a { inset: 0 }",
        ".a { aspect-ratio: 1 }",
        ":is(a, b) { top: 0 }",
        "a:focus-visible { top: 0 }",
        ".a { height: 100dvh }",
        ".a { color: color-mix(in srgb, red, blue) }",
        ".a { top: 0; & b { top: 0 } }",
        "@media (width >= 40rem) { a { top: 0 } }",
    ],
)
def test_the_test_sees(css: str) -> None:
    assert problems(css)


def test_the_test_lets_pass() -> None:
    fine = ".a { box-shadow: inset 0 0 0 1px; clip-path: inset(50%); display: grid; gap: 1px }"
    assert problems(fine + "@media (max-aspect-ratio: 11/10) { a { top: 0 } }") == []
    assert problems("@supports selector(:has(a)) { .a:has(b) { top: 0 } }") == []


def test_gap_only_where_the_box_is_a_grid() -> None:
    """A class that is a flex box in one block gets no gap in another one of the same bundle."""
    for bundle, blocks in bundles().items():
        flex, grid, gaps = set(), set(), set()
        for block in blocks:
            for selectors, body in rules(plain(CSS / f"{block}.css")):
                for selector in selectors.split(","):
                    last = re.findall(r"\.[\w-]+", selector.strip().split(" ")[-1])
                    key = last[0] if last else selector.strip()
                    if re.search(r"display:\s*(inline-)?flex", body):
                        flex.add(key)
                    if re.search(r"display:\s*(inline-)?grid", body):
                        grid.add(key)
                    if re.search(r"(?<![\w-])(row-|column-)?gap\s*:", body):
                        gaps.add(key)
        assert (flex - grid) & gaps == set(), bundle


def test_every_block_is_in_a_bundle_and_every_bundle_has_its_blocks() -> None:
    listed = {block for blocks in bundles().values() for block in blocks}
    assert listed == {path.relative_to(CSS).with_suffix("").as_posix() for path in BLOCKS}
    for name, blocks in bundles().items():
        assert len(blocks) == len(set(blocks)), name


def test_every_class_is_in_use() -> None:
    """In a template, in a script or in what the app makes of Markdown."""
    classes = known(ROOT)
    selectors = [selector for path in BLOCKS for selector, _ in rules(plain(path))]
    named = {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}
    assert {name for name in named if name not in classes} == set()


def test_the_test_knows_a_class_from_a_word() -> None:
    classes = Classes()
    classes.template(
        """<a class="row row--{{ size }}{% if x == "s" %} small{% endif %}" id="home">{{ tool("left", "nav") }}"""
    )
    classes.script("""one.classList.add("vh");\nsay("loud");""")
    assert all(name in classes for name in ("row", "row--wide", "small", "nav", "vh"))
    assert not any(name in classes for name in ("home", "size", "loud", "a", "row-wide"))


def test_only_known_values() -> None:
    """Every var() without a fallback is set somewhere, so a typing error shows; and every value is used somewhere."""
    text = "\n".join(plain(path) for path in BLOCKS)
    given = set(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - given == set()
    assert given - set(re.findall(r"var\((--[\w-]+)", text)) == set()


def test_braces_close() -> None:
    for path in BLOCKS:
        text = plain(path)
        assert text.count("{") == text.count("}"), path.name


def test_phone_style_sheet_is_small() -> None:
    """The first page of a pupil weighs at most 70 kB with the font (34 kB); the style sheet's share is 12 kB."""
    css = "\n".join((CSS / f"{block}.css").read_text(encoding="utf-8") for block in bundles()["phone"])
    assert len(gzip.compress(squeeze(css).encode(), 9)) <= 12_000


def test_every_asset_and_icon_in_a_template_exists() -> None:
    library = Library(ROOT / "static")
    if "built/phone.css" not in library:
        pytest.skip("static/built is missing: python -m tools.assets")
    icons = {path.stem for path in (ROOT / "static" / "icons").glob("*.svg")}
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in re.findall(r"asset\(\s*[\"']([^\"']+)[\"']\s*\)", text):
            assert name in library, f"{path.name}: {name}"
        for name in re.findall(r"\bicon\(\s*[\"']([\w-]+)[\"']\s*[,)]", text):
            assert name in icons, f"{path.name}: icon {name}"


def test_every_icon_is_in_use() -> None:
    """By its name in a string of a template, or by the beginning of its name and a value (`"track-" ~ key`)."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html"))
    named = set(re.findall(r"\"([a-z-]+)\"", text))
    beginnings = tuple(one for one in named if one.endswith("-")) + tuple(re.findall(r"#([a-z]+-)\{\{", text))
    icons = {path.stem for path in (ROOT / "static" / "icons").glob("*.svg")}
    assert {icon for icon in icons - named if not icon.startswith(beginnings)} == set()
