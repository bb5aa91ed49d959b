"""German spelling of everything in the modules folder. Needs hunspell, so only `content check` asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.content import seen
from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.base import Strict
from app.content.language.spelling import LIST, misspelt, words
from app.content.seen import Seen
from app.content.yaml import Document

HINT = f"berichtigen; ist das Wort richtig, kommt es in {LIST}"
NOT_OURS = {"source", "frameworks", "competences", "translations"}
"""Titles of sources and names of competences are the words of others; translations are not German."""


def check(drafts: Iterable[Draft], lists: Iterable[tuple[Document, Strict]], known: Sequence[str]) -> Iterator[Problem]:
    """Each misspelt word of the modules and the lists, once for each place. Raises NoDictionary."""
    every = [one for draft in drafts for one in seen.everything(draft)]
    every += [one for document, entry in lists for one in of_list(document, entry)]
    own = frozenset(known)
    wrong = misspelt({word for one in every for word in words(one.text)}, own)
    for one in every:
        for word in words(one.text):
            if word in wrong:
                yield one.problem(f"das Wort '{word}' steht in keinem Wörterbuch", HINT)


def of_list(document: Document, entry: Strict) -> Iterator[Seen]:
    """The texts of a list beside the modules."""
    for path, text in seen.texts(entry):
        if not NOT_OURS & set(path):
            yield Seen(document.file, document.at(*path), text)
