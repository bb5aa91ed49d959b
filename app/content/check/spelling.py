"""German spelling of everything in the modules folder. Needs hunspell, so only `content check` asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.content import seen
from app.content.check import lists as of_lists
from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.base import Strict
from app.content.language.spelling import LIST, misspelt, words
from app.content.yaml import Document

HINT = f"berichtigen; ist das Wort richtig, kommt es in {LIST}"


def check(drafts: Iterable[Draft], lists: Iterable[tuple[Document, Strict]], known: Sequence[str]) -> Iterator[Problem]:
    """Each misspelt word of the modules and the lists, once for each place. Raises NoDictionary."""
    every = [one for draft in drafts for one in seen.everything(draft)]
    every += [one for document, entry in lists for one in of_lists.texts(document, entry)]
    own = frozenset(known)
    wrong = misspelt({word for one in every for word in words(one.text)}, own)
    for one in every:
        for word in words(one.text):
            if word in wrong:
                yield one.problem(f"das Wort '{word}' steht in keinem Wörterbuch", HINT)
