"""Texts of modules as plain paragraphs, sentences and words, without what Markdown adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

NOT_READ = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|^:::.*", re.MULTILINE)
"""A picture's words are for those who do not see it; a directive is for the machine."""
SIGNS = re.compile(r"^[ \t]*(?:[->][ \t]+|\d+\.[ \t]+)+|[*`]", re.MULTILINE)
BEGINS = re.compile(r"^\s*(?:[->]\s|\d+\.\s)")
MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
END = re.compile(rf"(?<=[.!?…])[“)]*\s+(?=[„(]*[A-ZÄÖÜ0-9])(?!(?<=\d\.\s)(?:{MONTHS})\b)")
"""The end of a sentence: its mark, and then a large letter, but not in a date. A colon ends none."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def paragraphs(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Numbered lines of Markdown as plain paragraphs, each under the number of its first line."""
    start, open_ = 0, ""
    for number, line in lines:
        if open_ and (not line.strip() or BEGINS.match(line) or line.startswith(":::")):
            yield start, plain(open_)
            open_ = ""
        if line.strip() and not line.startswith(":::"):
            start = start if open_ else number
            open_ = f"{open_} {line}".strip()
    if open_:
        yield start, plain(open_)


def plain(text: str) -> str:
    """`text` without pictures, directives and signs of Markdown."""
    return SIGNS.sub("", NOT_READ.sub("", text)).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; a heading or an answer without an end is one as well."""
    return [one for one in END.split(text) if WORD.search(one)]


def words(text: str) -> list[str]:
    """The words of a plain text; one with hyphens is one word, a number too."""
    return WORD.findall(text)
