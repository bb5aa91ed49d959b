"""YAML: plain values with their places, and nothing but plain values."""

from __future__ import annotations

from datetime import date

import pytest

from app.content.errors import Place, Problem
from app.content.yaml import Document, parse


def read(text: str) -> tuple[Document | None, list[str]]:
    """The document in `text`, and what is wrong with it."""
    problems: list[Problem] = []
    document = parse("a.yaml", text, problems)
    return document, [str(one).removeprefix("a.yaml:") for one in problems]


def test_values_and_their_places() -> None:
    document, told = read('a: 1\nb:\n  - {45: ja, c: "x"}\n  - [2026-11-24, null, true]\n')
    assert told == []
    assert document is not None
    assert document.value == {"a": 1, "b": [{"45": "ja", "c": "x"}, [date(2026, 11, 24), None, True]]}
    assert document.at("a") == Place(1, 4)
    assert document.at("b", 0, "45") == Place(3, 10)
    assert document.at("b", 1, 0) == Place(4, 6)
    assert document.key_at("b", 0, "c") == Place(3, 14)


def test_what_is_missing_stands_where_it_should_be() -> None:
    document, _ = read("a: 1\nb:\n  c: 2\n")
    assert document is not None
    assert document.at("b", "d", 7) == Place(3, 3)
    assert document.at("z") == Place(1, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2\n", "2:1: 'a' stands here twice"),
        ("a: &x [1]\nb: *x\n", "1:4: an alias stands here (write the value out again)"),
        ("a: !x y\n", "1:4: the tag !x is not allowed (write plain values)"),
        ("a: !!set {b}\n", "1:4: the tag tag:yaml.org,2002:set is not allowed (write plain values)"),
        ("? [1]\n: 2\n", "1:3: a key must be a word"),
        ("a: 2026-13-01\n", "1:4: '2026-13-01' cannot be read (put text in quotes)"),
        ("", "1:1: the file is empty"),
        ("# nothing\n", "1:1: the file is empty"),
        ("a: 1\nb: \x07\n", "2:1: there is a character that YAML does not allow"),
    ],
)
def test_anything_else_is_told(text: str, told: str) -> None:
    assert told in read(text)[1]


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\n\tb: 2\n", "2:1:"), ("a: b: c\n", "1:5:"), ('a: "x\n', "2:1:"), ("a: 1\n---\nb: 2\n", "2:1:")],
)
def test_what_is_no_yaml_is_told_where_it_ends_to_be_some(text: str, place: str) -> None:
    document, told = read(text)
    assert document is None
    assert len(told) == 1
    assert told[0].startswith(f"{place} this is not YAML: ")
    assert told[0].endswith(" (text with a colon, a # or a quotation mark in it needs quotes)")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a: &a [*a, *a]"])
def test_what_is_made_to_break_a_reader_is_only_told(text: str) -> None:
    assert read(text)[1]
