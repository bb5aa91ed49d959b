"""Words that not everybody knows are explained, and a lesson brings few of them.

What the glossary has can be tapped at home wherever it stands: see app/content/glossary.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content import glossary, seen
from app.content.draft import Draft
from app.content.errors import Problem
from app.domain.content import Module, Word

MOST_NEW = 3
MOST = 5


def check(draft: Draft) -> Iterator[Problem]:
    """Each word of technical.txt that pupils read is in the glossary, with or without an ending."""
    explained = draft.shared.words
    if explained is None:
        return
    known = [one.word for one in explained.values()]
    open_ = [Word(one, one, "") for one in draft.shared.technical if not _explained(one, known)]
    told: set[str] = set()
    for text in _read_by_pupils(draft):
        for word in glossary.used([text.text], [one for one in open_ if one.key not in told]):
            told.add(word.key)
            message = f"das Fachwort '{word.word}' wird nicht erklärt"
            yield text.problem(message, "in glossary.yaml erklären oder ein anderes Wort nehmen")


def check_new(drafts: Sequence[Draft], ready: Sequence[Module] = ()) -> Iterator[Problem]:
    """How many words of the glossary a lesson uses, and how many of them no other lesson does."""
    modules = (*(one.module for one in drafts), *ready)
    files = (*(one.lesson for one in drafts), *(one.slug for one in ready))
    uses = [frozenset(one.word for one in _in_lesson(module)) for module in modules]
    for number, file in enumerate(files):
        others = frozenset[str]().union(*uses[:number], *uses[number + 1 :])
        for words, most, what in ((uses[number] - others, MOST_NEW, "neue"), (uses[number], MOST, "erklärte")):
            if len(words) > most:
                message = f"diese Stunde hat {len(words)} {what} Wörter: {', '.join(sorted(words))}"
                yield Problem(file, 1, 1, message, f"höchstens {most}; das andere mit bekannten Wörtern sagen")


def _explained(word: str, known: Sequence[str]) -> bool:
    return any(one.lower() == word.lower() for one in known)


def _in_lesson(module: Module) -> tuple[Word, ...]:
    return glossary.used((f"{one.title} {one.body} {one.home}" for one in module.slides), module.words)


def _read_by_pupils(draft: Draft) -> Iterator[seen.Seen]:
    for slide in draft.slides:
        if slide.title:
            yield seen.Seen(draft.lesson, slide.place, slide.title)
        for part in ("body", "home"):
            yield from seen.of_part(draft, slide, part)
    for path, question in draft.written():
        yield from seen.of_entry(draft.quiz, path, question)
