"""The pictures of modules: SVG that holds drawing and text and nothing that runs, loads or needs a style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from app.content.errors import Place
from app.content.wording import faults as wrong_words

Fault = tuple[Place, str, str]

LARGEST: Final = 40_000
SVG: Final = "http://www.w3.org/2000/svg"
VIEW_BOX: Final = re.compile(r"0 0 ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})")

ELEMENTS: Final = frozenset({"svg", "title", "desc", "g", "text", "tspan"}) | {
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"
}  # fmt: skip
ATTRIBUTES: Final = frozenset({
    "viewBox", "role", "aria-labelledby", "id", "transform", "opacity", "fill", "fill-opacity", "fill-rule",
    "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-miterlimit",
    "d", "points", "x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
    "font-family", "font-size", "font-weight", "text-anchor", "letter-spacing",
})  # fmt: skip
XML_FAULTS: Final = {
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "nach dem Bild steht noch etwas",
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: "hier wird etwas geschlossen, das nicht offen ist",
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: "hier steht ein Zeichen, das nicht passt",
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "am Ende ist noch etwas offen",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "hier fehlt eine spitze Klammer",
}
"""What the parser says most often, in German."""
VALUE: Final = re.compile(r"[\w\s.,#%()+-]*")
"""Numbers, colours, path data, names: no quotation mark, no colon, no slash, so no address."""


def size_of(svg: str) -> tuple[int, int]:
    """Width and height of a picture that was checked."""
    found = re.search(rf'viewBox="{VIEW_BOX.pattern}"', svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def faults(svg: str) -> Iterator[Fault]:
    """Everything that keeps `svg` from being a picture of ours, with its place."""
    if len(svg) > LARGEST:
        yield Place(1), f"dieses Bild ist größer als {LARGEST // 1000} kB", "mit weniger Punkten zeichnen"
        return
    reader = _Reader()
    yield from reader.read(svg)


class _Reader:
    """Looks at every element, attribute and text."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.found: list[Fault] = []
        self.open: list[str] = []
        self.words = {"title": "", "desc": ""}

    def read(self, svg: str) -> list[Fault]:
        """All faults of `svg`."""
        try:
            self.parser.Parse(svg.encode(), True)
        except expat.ExpatError as error:
            message = f"das ist kein XML: {XML_FAULTS.get(error.code, expat.ErrorString(error.code))}"
            return [*self.found, (Place(error.lineno, error.offset + 1), message, "")]
        except _Stop:
            return self.found
        for name, text in self.words.items():
            if not text.strip():
                self.found.append((Place(1), f"dem Bild fehlt <{name}>", "in Worten sagen, was es zeigt"))
        return self.found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if space != SVG or local not in ELEMENTS:
            self._complain(f"<{local}> darf nicht in einem Bild stehen", f"erlaubt: {', '.join(sorted(ELEMENTS))}")
        if (local == "svg") is not (not self.open):
            self._complain("<svg> steht einmal da, um alles herum")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)
        if local == "svg" and not VIEW_BOX.fullmatch(attributes.get("viewBox", "")):
            self._complain('das Bild braucht eine Größe wie viewBox="0 0 400 240"')
        self.open.append(local)

    def _attribute(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            hint = "fill, stroke und so weiter als eigene Attribute schreiben" if name in {"style", "class"} else ""
            self._complain(f"das Attribut '{name}' darf nicht in einem Bild stehen", hint)
        elif not VALUE.fullmatch(value) or "url(" in value.lower():
            self._complain(f"'{value[:40]}' darf nicht im Attribut '{name}' stehen")

    def _end(self, name: str) -> None:
        self.open.pop()

    def _text(self, data: str) -> None:
        for fault in wrong_words(data.replace("\n", " ")):
            place = Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1 + fault.index)
            self.found.append((place, fault.message, fault.hint))
        if len(self.open) == 2 and self.open[1] in self.words:
            self.words[self.open[1]] += data

    def _doctype(self, *ignored: object) -> None:
        self._complain("ein Dokumenttyp darf nicht in einem Bild stehen")
        raise _Stop  # before any entity of it is read

    def _instruction(self, *ignored: object) -> None:
        self._complain("eine Anweisung darf nicht in einem Bild stehen")

    def _complain(self, message: str, hint: str = "") -> None:
        place = Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.found.append((place, message, hint))


class _Stop(Exception):
    """Nothing more is to be read."""
