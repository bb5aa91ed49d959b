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
        ("a: 1\na: 2\n", "2:1: 'a' steht hier zweimal"),
        ("a: &x [1]\nb: *x\n", "1:4: hier steht ein Verweis (den Wert noch einmal hinschreiben)"),
        ("a: !x y\n", "1:4: die Marke !x ist nicht erlaubt (einfache Werte schreiben)"),
        ("a: !!set {b}\n", "1:4: die Marke tag:yaml.org,2002:set ist nicht erlaubt (einfache Werte schreiben)"),
        ("? [1]\n: 2\n", "1:3: ein Name muss ein Wort sein"),
        ("a: 2026-13-01\n", "1:4: '2026-13-01' ist nicht zu lesen (Text in Anführungszeichen setzen)"),
        ("", "1:1: die Datei ist leer"),
        ("# nothing\n", "1:1: die Datei ist leer"),
        ("a: 1\nb: \x07\n", "2:1: hier steht ein Zeichen, das YAML nicht erlaubt"),
    ],
)
def test_anything_else_is_told(text: str, told: str) -> None:
    assert told in read(text)[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b: c\n", "1:5: hier steht ein Doppelpunkt zu viel, oder die Einrückung stimmt nicht"),
        ("a: 1\n b: 2\n", "2:3: hier steht ein Doppelpunkt zu viel, oder die Einrückung stimmt nicht"),
        ("a: 1\n\tb: 2\n", "2:1: hier steht ein Tabulator"),
        ("a: 1\nb\n", "3:1: hier oder davor fehlt ein Doppelpunkt"),
        ('a: 1\nb: "x\n', "2:4: das Anführungszeichen hier wird nicht geschlossen"),
        ("a: 1\nb: {c: 2\nd: 3\n", "2:4: die Klammer hier wird nicht richtig geschlossen"),
        ("a:\n  - b\n - c\n", "3:2: diese Zeile ist anders eingerückt, oder davor endet ein Text zu früh"),
        ("- a\nb: 1\n", "2:1: diese Zeile ist anders eingerückt als die Liste davor"),
        (" a: 1\nb: 2\n", "2:1: diese Zeile ist anders eingerückt als die erste"),
        ("a: @x\n", "1:4: mit diesem Zeichen fängt kein Wert an"),
        ("a: 1\n---\nb: 2\n", "2:1: hier fängt ein zweites Dokument an"),
        ("a: *\n", "1:5: did not find expected alphabetic or numeric character"),
    ],
)
def test_what_is_no_yaml_is_told_where_it_ends_to_be_some(text: str, told: str) -> None:
    document, found = read(text)
    assert document is None
    assert len(found) == 1
    place, _, words = told.partition(" ")
    assert found[0].startswith(f"{place} das ist kein YAML: {words} (")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a: &a [*a, *a]"])
def test_what_is_made_to_break_a_reader_is_only_told(text: str) -> None:
    assert read(text)[1]
