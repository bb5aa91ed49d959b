"""What no text for people may hold: special characters inside words, links, and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LETTER = r"[^\W\d_]"


@dataclass(frozen=True)
class Fault:
    """What is wrong from the character `index` on."""

    index: int
    message: str
    hint: str


RULES = (
    (
        re.compile(rf"(?<!{LETTER}){LETTER}+[*:_·]{LETTER}+"),
        "'{found}' hat ein Sonderzeichen im Wort",
        "beide Formen oder ein neutrales Wort schreiben: Schülerinnen und Schüler, Jugendliche",
    ),
    (
        re.compile(r"\b[A-ZÄÖÜ]?[a-zäöüß]+I[a-zäöüß]+"),
        "'{found}' hat ein großes I im Wort",
        "beide Formen oder ein neutrales Wort schreiben: Schülerinnen und Schüler, Jugendliche",
    ),
    (
        re.compile(r"(?:https?:)?//\w\S*|\bwww\.\S+|(?<!!)\[[^\[\]]*\]\([^()]*\)"),
        "'{found}' ist ein Link",
        "Quellen stehen in facts.yaml; erfundene Adressen ohne https schreiben, etwa paket.example",
    ),
    (
        re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"),
        "hier steht ein Zeichen, das niemand sieht",
        "löschen",
    ),
    (re.compile(r"<[a-zA-Z/!][^>]*>?"), "'{found}' ist HTML und würde so dastehen", "Markdown schreiben"),
)


def faults(text: str) -> Iterator[Fault]:
    """Everything that is wrong with the words of `text`."""
    for pattern, message, hint in RULES:
        for match in pattern.finditer(text):
            yield Fault(match.start(), message.format(found=match[0]), hint)


def count(text: str) -> int:
    """The number of words: what has a letter or a digit in it."""
    return sum(1 for one in text.split() if re.search(r"\w", one))
