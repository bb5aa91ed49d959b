"""Pictures hold drawing and text and nothing that runs, loads or needs a style."""

from __future__ import annotations

import pytest

from app.content.pictures import faults, size_of
from tests.support.modules import FILES, PICTURE

GOOD = FILES[PICTURE]
CIRCLE = '  <circle cx="20" cy="10" r="5" fill="#13171d"/>\n'
ALLOWED = "erlaubt: circle, desc, ellipse, g, line, path, polygon, polyline, rect, svg, text, title, tspan"

BAD = {
    "script": ("<script>alert(1)</script>", [f"4:1: <script> darf nicht in einem Bild stehen ({ALLOWED})"]),
    "foreign": ("<foreignObject/>", [f"4:1: <foreignObject> darf nicht in einem Bild stehen ({ALLOWED})"]),
    "style": ("<style>a{}</style>", [f"4:1: <style> darf nicht in einem Bild stehen ({ALLOWED})"]),
    "link": ('<a href="/x"/>', [
        f"4:1: <a> darf nicht in einem Bild stehen ({ALLOWED})",
        "4:1: das Attribut 'href' darf nicht in einem Bild stehen",
    ]),
    "picture in a picture": ('<image href="https://evil.example/x.png"/>', [
        f"4:1: <image> darf nicht in einem Bild stehen ({ALLOWED})",
        "4:1: das Attribut 'href' darf nicht in einem Bild stehen",
    ]),
    "use": ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>', [
        f"4:1: <use> darf nicht in einem Bild stehen ({ALLOWED})",
        "4:1: das Attribut 'href' darf nicht in einem Bild stehen",
    ]),
    "animation": ('<animate attributeName="x"/>', [
        f"4:1: <animate> darf nicht in einem Bild stehen ({ALLOWED})",
        "4:1: das Attribut 'attributeName' darf nicht in einem Bild stehen",
    ]),
    "html": ('<p xmlns="http://www.w3.org/1999/xhtml">x</p>', [
        f"4:1: <p> darf nicht in einem Bild stehen ({ALLOWED})"
    ]),
    "title of html": (
        '<title xmlns="http://www.w3.org/1999/xhtml">x</title>',
        [f"4:1: <title> darf nicht in einem Bild stehen ({ALLOWED})"],
    ),
    "handler": ('<g onclick="x()"/>', ["4:1: das Attribut 'onclick' darf nicht in einem Bild stehen"]),
    "inline style": ('<g style="fill:red"/>', [
        "4:1: das Attribut 'style' darf nicht in einem Bild stehen"
        " (fill, stroke und so weiter als eigene Attribute schreiben)"
    ]),
    "address": ('<g fill="url(#a)"/>', ["4:1: 'url(#a)' darf nicht im Attribut 'fill' stehen"]),
    "far address": ('<g fill="https://x"/>', ["4:1: 'https://x' darf nicht im Attribut 'fill' stehen"]),
    "hidden address": ('<g fill="&#117;rl(x)"/>', ["4:1: 'url(x)' darf nicht im Attribut 'fill' stehen"]),
    "svg in svg": ('<svg viewBox="0 0 1 1"/>', ["4:1: <svg> steht einmal da, um alles herum"]),
    "instruction": ("<?xml-stylesheet href='x'?>", ["4:1: eine Anweisung darf nicht in einem Bild stehen"]),
    "not closed": ("<g>", ["5:3: das ist kein XML: hier wird etwas geschlossen, das nicht offen ist"]),
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
    assert _told(bomb) == ["1:15: ein Dokumenttyp darf nicht in einem Bild stehen"]


@pytest.mark.parametrize("box", ['viewBox="0 0 40"', 'viewBox="0 0 0 20"', 'viewBox="10 0 40 20"', ""])
def test_a_picture_needs_a_size(box: str) -> None:
    told = _told(GOOD.replace('viewBox="0 0 40 20"', box))
    assert told == ['1:1: das Bild braucht eine Größe wie viewBox="0 0 400 240"']


def test_words_for_those_who_do_not_see_it_stand_right_inside() -> None:
    hidden = GOOD.replace("<title", "<g><title").replace("</title>", "</title></g>")
    assert _told(hidden) == ["1:1: dem Bild fehlt <title> (in Worten sagen, was es zeigt)"]
    blank = GOOD.replace("Ein schwarzer Punkt. Zeichnung: TechTeens, CC BY 4.0.", " ")
    assert _told(blank) == ["1:1: dem Bild fehlt <desc> (in Worten sagen, was es zeigt)"]


def test_large_and_strange_files() -> None:
    assert _told("x" * 40_001) == ["1:1: dieses Bild ist größer als 40 kB (mit weniger Punkten zeichnen)"]
    assert _told("") == ["1:1: das ist kein XML: am Ende ist noch etwas offen"]
    assert _told('<?xml version="1.0" encoding="utf-16"?>\n' + GOOD) == []


def _told(svg: str) -> list[str]:
    return [
        f"{place.line}:{place.column}: {message}" + (f" ({hint})" if hint else "")
        for place, message, hint in faults(svg)
    ]
