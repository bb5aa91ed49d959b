"""Pictures hold drawing and text and nothing that runs, loads or needs a style."""

from __future__ import annotations

import pytest

from app.content.pictures import faults, size_of
from tests.support.modules import FILES, PICTURE

GOOD = FILES[PICTURE]
CIRCLE = '  <circle cx="20" cy="10" r="5" fill="#13171d"/>\n'
ALLOWED = "allowed: circle, desc, ellipse, g, line, path, polygon, polyline, rect, svg, text, title, tspan"

BAD = {
    "script": ("<script>alert(1)</script>", [f"4:1: <script> cannot stand in a picture ({ALLOWED})"]),
    "foreign": ("<foreignObject/>", [f"4:1: <foreignObject> cannot stand in a picture ({ALLOWED})"]),
    "style": ("<style>a{}</style>", [f"4:1: <style> cannot stand in a picture ({ALLOWED})"]),
    "link": ('<a href="/x"/>', [
        f"4:1: <a> cannot stand in a picture ({ALLOWED})",
        "4:1: the attribute 'href' cannot stand in a picture",
    ]),
    "picture in a picture": ('<image href="https://evil.example/x.png"/>', [
        f"4:1: <image> cannot stand in a picture ({ALLOWED})",
        "4:1: the attribute 'href' cannot stand in a picture",
    ]),
    "use": ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>', [
        f"4:1: <use> cannot stand in a picture ({ALLOWED})",
        "4:1: the attribute 'href' cannot stand in a picture",
    ]),
    "animation": ('<animate attributeName="x"/>', [
        f"4:1: <animate> cannot stand in a picture ({ALLOWED})",
        "4:1: the attribute 'attributeName' cannot stand in a picture",
    ]),
    "html": ('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', [f"4:1: <p> cannot stand in a picture ({ALLOWED})"]),
    "title of html": (
        '<title xmlns="http://www.w3.org/1999/xhtml">x</title>',
        [f"4:1: <title> cannot stand in a picture ({ALLOWED})"],
    ),
    "handler": ('<g onclick="x()"/>', ["4:1: the attribute 'onclick' cannot stand in a picture"]),
    "inline style": ('<g style="fill:red"/>', [
        "4:1: the attribute 'style' cannot stand in a picture"
        " (write fill, stroke and the like as attributes of their own)"
    ]),
    "address": ('<g fill="url(#a)"/>', ["4:1: 'url(#a)' cannot stand in the attribute 'fill'"]),
    "far address": ('<g fill="https://x"/>', ["4:1: 'https://x' cannot stand in the attribute 'fill'"]),
    "hidden address": ('<g fill="&#117;rl(x)"/>', ["4:1: 'url(x)' cannot stand in the attribute 'fill'"]),
    "svg in svg": ('<svg viewBox="0 0 1 1"/>', ["4:1: <svg> must be around everything, once"]),
    "instruction": ("<?xml-stylesheet href='x'?>", ["4:1: an instruction cannot stand in a picture"]),
    "not closed": ("<g>", ["5:3: this is not XML: mismatched tag"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_stand_in_a_picture(name: str) -> None:
    part, expected = BAD[name]
    assert _told(GOOD.replace(CIRCLE, f"{part}\n")) == expected


def test_a_good_picture_has_no_fault_and_a_size() -> None:
    assert _told(GOOD) == []
    assert size_of(GOOD) == (40, 20)


def test_no_entity_is_ever_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n' + GOOD.replace("Ein Punkt", "&b;")
    assert _told(bomb) == ["1:15: a document type cannot stand in a picture"]


@pytest.mark.parametrize("box", ['viewBox="0 0 40"', 'viewBox="0 0 0 20"', 'viewBox="10 0 40 20"', ""])
def test_a_picture_needs_a_size(box: str) -> None:
    told = _told(GOOD.replace('viewBox="0 0 40 20"', box))
    assert told == ['1:1: this picture needs a size like viewBox="0 0 400 240"']


def test_words_for_those_who_do_not_see_it_stand_right_inside() -> None:
    hidden = GOOD.replace("<title", "<g><title").replace("</title>", "</title></g>")
    assert _told(hidden) == ["1:1: this picture has no <title> (say in words what it shows)"]
    blank = GOOD.replace("Ein schwarzer Punkt. Zeichnung: TechTeens, CC BY 4.0.", " ")
    assert _told(blank) == ["1:1: this picture has no <desc> (say in words what it shows)"]


def test_large_and_strange_files() -> None:
    assert _told("x" * 40_001) == ["1:1: this picture is larger than 40 kB (draw it with fewer points)"]
    assert _told("") == ["1:1: this is not XML: no element found"]
    assert _told('<?xml version="1.0" encoding="utf-16"?>\n' + GOOD) == []


def _told(svg: str) -> list[str]:
    return [
        f"{place.line}:{place.column}: {message}" + (f" ({hint})" if hint else "")
        for place, message, hint in faults(svg)
    ]
