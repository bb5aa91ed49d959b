"""No text is too hard for the lowest grade of its module: see app/content/language/readability.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content import seen
from app.content.draft import Draft
from app.content.errors import Place, Problem
from app.content.language.readability import LEAST, flesch_amstad, heaviest, limits, measure, wiener


def check(draft: Draft) -> Iterator[Problem]:
    """Each slide with its text for home, each question, and all of the lesson and of the quiz."""
    facts, lesson = draft.shared.facts or {}, list[str]()
    for slide in draft.slides:
        own = [one.text for part in ("body", "home") for one in seen.of_part(draft, slide, part)]
        own += [facts[id_].text for _, id_ in slide.facts if id_ in facts]
        lesson += own
        yield from _judged(draft, draft.lesson, slide.place, "diese Folie", own)
    quiz: list[str] = []
    for path, question in draft.written():
        own = [one.text for one in seen.of_entry(draft.quiz, path, question)]
        quiz += own
        yield from _judged(draft, draft.quiz.file, draft.quiz.at(*path), "diese Frage", own)
    yield from _judged(draft, draft.lesson, Place(1), "die ganze Stunde", lesson, whole=True)
    yield from _judged(draft, draft.quiz.file, Place(1), "das ganze Quiz", quiz, whole=True)


def _judged(
    draft: Draft, file: str, place: Place, what: str, texts: Sequence[str], *, whole: bool = False
) -> Iterator[Problem]:
    measured = measure(texts)
    if measured is None or measured.words < LEAST:
        return
    limit = limits(draft.module.grades)
    most, least = (limit.wiener_whole, limit.flesch_whole) if whole else (limit.wiener_text, limit.flesch_text)
    hint = f"kürzere Sätze und Wörter; schwer sind: {', '.join(heaviest(texts))}"
    message = f"{what} ist schwer zu lesen für Klasse {min(draft.module.grades)}"
    if wiener(measured) > most:
        numbers = f"Wiener Sachtextformel {_number(wiener(measured))}, höchstens {_number(most)}"
        yield Problem(file, place.line, place.column, f"{message}: {numbers}", hint)
    if flesch_amstad(measured) < least:
        numbers = f"Flesch-Amstad {_number(flesch_amstad(measured))}, mindestens {_number(least)}"
        yield Problem(file, place.line, place.column, f"{message}: {numbers}", hint)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
