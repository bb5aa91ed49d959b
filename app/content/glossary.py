"""Words of the glossary in a text: which ones it uses, the first use of each marked, and all of them explained.

Made once for each version, with the rest of what is rendered. What is marked is HTML that was cleaned before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from typing import Final

from app.domain.content import Word
from app.domain.grading import asked, kind_of
from app.domain.questions import Question

ENDINGS: Final = r"(?:e[mnrs]?|n|s)?"
"""Passkeys, Redaktionen, personenbezogene: a word with one of these endings is still that word."""
UNMARKED: Final = frozenset({"code"})
HEADING: Final = "Kurz erklärt:"
SHORTEST: Final = 4
STEM: Final = 5
_LITTLE = """
aber alle allem allen aller alles also auch dann dass dazu dein deine denn dies diese doch eine einem einen einer eines
etwas euch euer habe haben hast hier ihre immer jede jeder jeman kann kein keine komm kommt mehr mein meist muss nach
nicht noch oder ohne sehr sein sich sind sonst über unter viel viele weil wenn wird werde zwei beisp
"""
LITTLE: Final = frozenset(_LITTLE.split())
"""Beginnings of words that say nothing of what something is."""
RIGHT_TO_LEFT: Final = frozenset({"ar"})


def used(texts: Iterable[str], words: Iterable[Word]) -> tuple[Word, ...]:
    """Those of `words` that stand in one of `texts`, by key."""
    all_of_it = "\n".join(texts)
    return tuple(sorted((one for one in words if _pattern(one.word).search(all_of_it)), key=lambda one: one.key))


def texts_of(question: Question) -> tuple[str, ...]:
    """What somebody reads who is asked: the prompt, then all the rest."""
    shown = asked(question, 0)
    parts = (*shown.entries, *shown.groups, *shown.marks)
    return (shown.prompt, *(one.text for one in parts))


def helpful(question: Question, words: Iterable[Word]) -> tuple[Word, ...]:
    """Those of `words` that `question` uses and whose explanation does not answer it, by key."""
    prompt, *others = texts_of(question)
    answer = _stems(kind_of(question).expected(question))
    named = used(others, words)
    return tuple(
        one
        for one in used((prompt, *others), words)
        if not (_stems(one.text) - _stems(one.word)) & (answer | (_stems(prompt) if one in named else frozenset()))
    )


def marked(html: str, words: Sequence[Word]) -> tuple[str, tuple[Word, ...]]:
    """`html` with a link to its explanation at the first use of each of `words`, and which of them it uses, by key."""
    parser = _Marker(words)
    parser.feed(html)
    parser.close()
    return "".join(parser.out), tuple(one for one in words if one.key not in parser.open)


def explained(words: Sequence[Word], *, linked: bool = False) -> str:
    """Each of `words` with its explanation, folded; `linked`: under the names that `marked` leads to."""
    if not words:
        return ""
    folded = "".join(_folded(one, linked=linked) for one in words)
    return f'<div class="words"><p class="words__t">{HEADING}</p>{folded}</div>'


def _folded(word: Word, *, linked: bool) -> str:
    name = f' id="wort-{escape(word.key)}"' if linked else ""
    lines = [f"<p>{escape(word.text)}</p>"]
    for one in word.translations:
        way = "rtl" if one.lang in RIGHT_TO_LEFT else "ltr"
        lines.append(f'<p lang="{escape(one.lang)}" dir="{way}"><b>{escape(one.word)}</b> {escape(one.text)}</p>')
    return f'<details class="words__one"{name}><summary>{escape(word.word)}</summary>{"".join(lines)}</details>'


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words in `text` that mean something: Passwort and Passwörter are one."""
    return frozenset(one[:STEM].lower() for one in re.findall(rf"\w{{{SHORTEST},}}", text)) - LITTLE


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}{ENDINGS}\b", re.IGNORECASE)


class _Marker(HTMLParser):
    """Gives everything on as it is, but for the first use of each word."""

    def __init__(self, words: Sequence[Word]) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.open = {one.key: _pattern(escape(one.word)) for one in words}
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")
        if tag not in {"br", "img"}:
            self._inside.append("code" if ("class", "fact__source") in attrs else tag)

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")
        if self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        self.out.append(data if UNMARKED & set(self._inside) else self._mark(data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _mark(self, text: str) -> str:
        found = sorted(
            (match.start(), -match.end(), key)
            for key, pattern in self.open.items()
            if (match := pattern.search(text)) is not None
        )
        if not found:
            return text
        start, end, key = found[0][0], -found[0][1], found[0][2]
        del self.open[key]
        link = f'<a class="word" href="#wort-{escape(key)}">{text[start:end]}</a>'
        return f"{text[:start]}{link}{self._mark(text[end:])}"
