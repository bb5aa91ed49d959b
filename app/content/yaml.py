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
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        hint = "text with a colon, a # or a quotation mark in it needs quotes"
        problems.append(Problem(file, line, column, f"this is not YAML: {error.problem}", hint))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.append(Problem(file, line, 1, "there is a character that YAML does not allow"))
        return None
    except RecursionError:
        problems.append(Problem(file, 1, 1, "this is nested too deeply"))
        return None
    if root is None:
        problems.append(Problem(file, 1, 1, "the file is empty"))
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
            self._complain(node, "an alias stands here", "write the value out again")
            return None
        self.seen.add(id(node))
        if node.tag not in TAGS:
            self._complain(node, f"the tag {node.tag} is not allowed", "write plain values")
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
                self._complain(key_node, "a key must be a word")
                continue
            key = str(key_node.value)
            if key in found:
                self._complain(key_node, f"'{key}' stands here twice")
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
            self._complain(node, f"'{node.value}' cannot be read", "put text in quotes")
            return None

    def _complain(self, node: yaml.Node, message: str, hint: str = "") -> None:
        place = _place(node)
        self.problems.append(Problem(self.file, place.line, place.column, message, hint))


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _nearest(places: Mapping[Path, Place], path: Path) -> Place:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place(1))
