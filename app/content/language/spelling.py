"""German spelling by hunspell, one process for all words at once, and a list of words that its dictionary lacks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

LIST: Final = "words.txt"
NO_WORD: Final = re.compile(r"\w(?:[.@/]|--)\w|[^\W\d_]\d|\d[a-z]|https?|\bF-\d|%\(|\{\w+\}")
"""In an address, a code, or what is filled in later."""
WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
DICTIONARY: Final = "de_DE"


class NoDictionary(Exception):
    """There is no hunspell on this machine, or no German dictionary; the message says what is missing."""


def words(text: str) -> Iterator[str]:
    """The words of `text` whose spelling counts; single letters are names of things."""
    for piece in text.split():
        for found in () if NO_WORD.search(piece) else WORD.finditer(piece):
            if len(found[0]) > 1:
                yield found[0].replace("’", "'")


def misspelt(every: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Those of `every` word that neither the dictionary nor `known` has. Raises NoDictionary.

    A word with hyphens is right when each of its parts is.
    """
    asked = {one for one in every if not _listed(one, known)}
    doubtful = _by_hunspell(asked)
    parts = {part for one in doubtful if "-" in one for part in one.split("-") if len(part) > 1}
    wrong = _by_hunspell({one for one in parts if not _listed(one, known)})
    return frozenset(one for one in doubtful if "-" not in one or wrong & set(one.split("-")))


def known_words(folder: Path) -> tuple[str, ...]:
    """The list in `folder`, in its order; a folder may have none."""
    file = folder / LIST
    return tuple(file.read_text(encoding="utf-8").split()) if file.is_file() else ()


def _listed(word: str, known: Collection[str]) -> bool:
    """In the list as it stands, with a small first letter (a sentence may begin with it), or a name with an s."""
    forms = {word, word[0].lower() + word[1:]}
    if word[0].isupper() and word.endswith("s"):
        forms.add(word[:-1])
    return not forms.isdisjoint(known)


def _by_hunspell(words: Collection[str]) -> set[str]:
    if not words:
        return set()
    program = shutil.which("hunspell")
    if program is None:
        raise NoDictionary("hunspell")
    done = subprocess.run(  # noqa: S603 - a program of the machine, words only by its input
        [program, "-d", DICTIONARY, "-i", "utf-8", "-p", os.devnull, "-l"],
        input="\n".join(sorted(words)).encode(),
        capture_output=True,
        timeout=60,
    )
    if done.returncode:
        raise NoDictionary(f"das Wörterbuch {DICTIONARY} von hunspell")
    return set(done.stdout.decode().split()) & set(words)
