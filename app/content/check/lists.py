"""The lists beside the modules: facts and explanations of words are short sentences too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content import seen
from app.content.check.sentences import long_sentences
from app.content.errors import Problem
from app.content.formats.base import Strict
from app.content.yaml import Document

NOT_OURS = {"source", "frameworks", "competences", "translations"}
"""Titles of sources and names of competences are the words of others; translations are not German."""


def check(lists: Iterable[tuple[Document, Strict]]) -> Iterator[Problem]:
    """Sentences that are too long."""
    for document, entry in lists:
        yield from long_sentences(texts(document, entry))


def texts(document: Document, entry: Strict) -> Iterator[seen.Seen]:
    """The German texts of a list that are ours."""
    for path, text in seen.texts(entry):
        if not NOT_OURS & set(path):
            yield seen.Seen(document.file, document.at(*path), text)
