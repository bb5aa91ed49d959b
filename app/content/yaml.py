"""YAML with the position of every key and value. Only plain data: no tags, no anchors, no key twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from app.content.errors import Place, Problem

Path = tuple[str | int, ...]

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXT: Final = "tag:yaml.org,2002:str"
COLON: Final = "Text mit Doppelpunkt, # oder Anführungszeichen in Anführungszeichen setzen"
FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "mapping values are not allowed": ("hier steht ein Doppelpunkt zu viel, oder die Einrückung stimmt nicht", COLON),
    "tab": ("hier steht ein Tabulator", "mit Leerzeichen einrücken"),
    "could not find expected ':'": ("hier oder davor fehlt ein Doppelpunkt", "so: name: Wert"),
    "expected ',' or": ("die Klammer hier wird nicht richtig geschlossen", "auf Kommas und Anführungszeichen achten"),
    "expected key": ("diese Zeile ist anders eingerückt, oder davor endet ein Text zu früh", COLON),
    "expected '-' indicator": ("diese Zeile ist anders eingerückt als die Liste davor", "gleich weit einrücken"),
    "cannot start any token": ("mit diesem Zeichen fängt kein Wert an", "Text in Anführungszeichen setzen"),
    "end of stream": ("das Anführungszeichen hier wird nicht geschlossen", "das zweite setzen"),
    "document start": ("diese Zeile ist anders eingerückt als die erste", "gleich weit einrücken"),
    "maximum nesting depth": ("hier ist es zu tief verschachtelt", "flacher schreiben"),
    "another document": ("hier fängt ein zweites Dokument an", "die Datei hat nur eines, ohne ---"),
}
"""Parts of the parser's complaints, with what an author can do about them."""
WHERE_IT_OPENED: Final = ("expected ',' or", "end of stream")
"""Complaints about what is still open: they are told where that began."""
TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
)


@dataclass(frozen=True)
class Document:
    """One YAML file as plain values. Keys of mappings are always text, so `45:` is "45"."""

    file: str
    value: Any
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]

    def at(self, *path: str | int) -> Place:
        """Where the value at `path` stands, or the nearest thing around it that is there."""
        return _nearest(self.values, path)

    def key_at(self, *path: str | int) -> Place:
        """Where the key of `path` stands."""
        return self.keys.get(path) or self.at(*path)

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        """A problem with the value at `path`."""
        place = self.at(*path)
        return Problem(self.file, place.line, place.column, message, hint)


def parse(file: str, text: str, problems: list[Problem]) -> Document | None:
    """The document in `text`; what is wrong goes into `problems`. None when there is nothing to go on with."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        problems.append(_complaint(file, error))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.append(Problem(file, line, 1, "hier steht ein Zeichen, das YAML nicht erlaubt"))
        return None
    except RecursionError:
        problems.append(Problem(file, 1, 1, "das ist zu tief verschachtelt"))
        return None
    if root is None:
        problems.append(Problem(file, 1, 1, "die Datei ist leer"))
        return None
    reader = _Reader(file, problems)
    value = reader.read(root, ())
    return Document(file, value, reader.values, reader.keys)


class _Reader:
    """Turns nodes into values and notes where each stood."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.seen: set[int] = set()
        self.scalars = yaml.SafeLoader("")

    def read(self, node: yaml.Node, path: Path) -> Any:
        """The value of `node`."""
        self.values[path] = _place(node)
        if id(node) in self.seen:
            self._complain(node, "hier steht ein Verweis", "den Wert noch einmal hinschreiben")
            return None
        self.seen.add(id(node))
        if node.tag not in TAGS:
            self._complain(node, f"die Marke {node.tag} ist nicht erlaubt", "einfache Werte schreiben")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(one, (*path, n)) for n, one in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(key_node, "ein Name muss ein Wort sein")
                continue
            key = str(key_node.value)
            if key in found:
                self._complain(key_node, f"'{key}' steht hier zweimal")
                continue
            self.keys[(*path, key)] = _place(key_node)
            found[key] = self.read(value_node, (*path, key))
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag == TEXT:
            return node.value
        try:
            return self.scalars.construct_object(node)
        except (ValueError, yaml.YAMLError):
            self._complain(node, f"'{node.value}' ist nicht zu lesen", "Text in Anführungszeichen setzen")
            return None

    def _complain(self, node: yaml.Node, message: str, hint: str = "") -> None:
        place = _place(node)
        self.problems.append(Problem(self.file, place.line, place.column, message, hint))


def _complaint(file: str, error: yaml.MarkedYAMLError) -> Problem:
    """What the parser says, in words for authors; in its own where it is none of FAULTS."""
    said = str(error.problem)
    opened = error.context_mark if any(part in said for part in WHERE_IT_OPENED) else None
    mark = opened or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message, hint = next((words for part, words in FAULTS.items() if part in said), (said, COLON))
    return Problem(file, line, column, f"das ist kein YAML: {message}", hint)


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _nearest(places: Mapping[Path, Place], path: Path) -> Place:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place(1))
