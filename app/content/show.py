"""A module as plain text for a terminal: phases, slides with notes, questions with answers and feedback, sources."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from app.content.check.pictures import PICTURE
from app.content.draft import Draft
from app.content.formats.asking import AskingEntry
from app.content.formats.base import Strict
from app.content.language.plain import paragraphs
from app.domain.content import Slide
from app.domain.grading import asked, kind_of
from app.domain.questions import Question

WIDTH = 88
FACT = re.compile(r"^::: fact (\S+)", re.MULTILINE)
USES = {"live": "Stunde", "practice": "Üben", "exit": "Exit", "pre": "Vorher", "post": "Nachher"}


def reading_view(draft: Draft) -> str:
    """The whole module in the order of an hour; the questions that no slide asks stand at the end."""
    lines = [*_head(draft), *_lesson(draft), *_others(draft), *_sources(draft)]
    return "\n".join(lines) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    module, tracks = draft.module, draft.shared.tracks or {}
    track = tracks[module.track].name if module.track in tracks else module.track
    grades = ", ".join(str(one) for one in module.grades)
    yield f"{module.title}: {module.subtitle}"
    yield "=" * WIDTH
    yield f"{module.slug} · {track} · Klasse {grades} · {module.status}"
    yield ""
    yield from _block("Ziele", module.goals)
    yield from _named("Verblüffend", module.fascinating)
    yield from _named("Zu Hause", module.at_home)
    yield from _named("Kompetenzen", ", ".join(module.competences))


def _lesson(draft: Draft) -> Iterator[str]:
    questions = {question.id: (question, entry) for question, entry in _pairs(draft)}
    for phase in draft.module.phases:
        minutes = f"{phase.minutes_45} Minuten, lang {phase.minutes_90}, kurz {phase.minutes_short}"
        drop = ", darf wegfallen" if phase.may_drop else ""
        yield from ("", "", f"{phase.name.upper()}  ({minutes}{drop})", "-" * WIDTH)
        for slide in draft.module.slides:
            if slide.phase == phase.key:
                yield from _slide(draft, slide)
                if slide.question in questions:
                    yield from _question(*questions[slide.question])


def _slide(draft: Draft, slide: Slide) -> Iterator[str]:
    facts = {one.id: one.text for one in draft.module.facts}
    yield from ("", f"## {slide.title}" + (f"  [{slide.kind}]" if slide.kind != "text" else ""))
    for found in PICTURE.finditer(slide.body):
        yield from _named(f"Bild {found['name']}", found["alt"])
    for line in _plain(slide.body):
        yield from _wrapped(line, "   ")
    for found in FACT.finditer(slide.body):
        yield from _named(found[1], facts.get(found[1], ""))
    if slide.activity:
        yield f"   Aktivität: {slide.activity}"
    for label, text in (("Sag", slide.say), ("Aus der Ferne", slide.remote)):
        yield from _named(label, text)
    yield from _block("Notizen", _plain(slide.notes))
    yield from _block("Zum Lesen", _plain(slide.home))


def _question(question: Question, entry: AskingEntry) -> Iterator[str]:
    uses = ", ".join(USES.get(one, one) for one in question.uses)
    flags = [name for name, on in (("Fall", question.case), ("Urteil", question.judging)) if on]
    if question.trustworthy:
        flags.append("vertrauenswürdig")
    about = " · ".join([question.kind, uses, question.competence, *flags])
    yield from _wrapped(f"Frage {question.id}  [{about}]", "   ")
    shown = asked(question, 0)
    yield from _wrapped(question.prompt, "     ")
    for text in (shown.sender, shown.text):
        yield from _wrapped(text, "     ")
    for one in (*shown.groups, *shown.marks):
        yield from _wrapped(one.text, "     > ")
    for one in shown.entries:
        yield from _wrapped(one.text, "     - ")
    expected = kind_of(question).expected(question)
    if expected:
        yield from _named("Richtig", expected, "     ")
    for name, feedback in _feedback(entry):
        yield from _named(name, feedback, "       ")
    yield from _named("Grund", question.reason, "     ")
    yield from _named("Nächstes Mal", question.advice, "     ")
    for hint in question.hints:
        yield from _named("Tipp", hint, "     ")
    if question.facts:
        yield from _named("Fakten", ", ".join(question.facts), "     ")


def _feedback(entry: Strict) -> Iterator[tuple[str, str]]:
    """What is said to each part of a question, under its misconception or its own words, whatever kind it is."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, Strict):
                continue
            told = str(getattr(one, "feedback", ""))
            if told:
                yield _called(one), told
            yield from _feedback(one)


def _called(part: Strict) -> str:
    found: Any = next((value for key in ("name", "text", "texts") if (value := getattr(part, key, None))), "")
    return str(found[0] if isinstance(found, list) else found)


def _others(draft: Draft) -> Iterator[str]:
    shown = {one.question for one in draft.module.slides}
    rest = [(question, entry) for question, entry in _pairs(draft) if question.id not in shown]
    if rest:
        yield from ("", "", "OHNE FOLIE", "-" * WIDTH)
    for question, entry in rest:
        yield ""
        yield from _question(question, entry)


def _sources(draft: Draft) -> Iterator[str]:
    if draft.module.facts:
        yield from ("", "", "QUELLEN", "-" * WIDTH)
    for one in draft.module.facts:
        yield from _named(one.id, one.text, "")
        source = f"{one.source.body}: {one.source.title}, {one.source.year}"
        yield from _wrapped(f"{source}. {one.status}, wieder prüfen bis {one.check_by:%d.%m.%Y}.", "      ")


def _pairs(draft: Draft) -> Iterator[tuple[Question, AskingEntry]]:
    yield from zip(draft.module.questions, draft.entries, strict=True)


def _plain(markdown: str) -> list[str]:
    return [text for _, text in paragraphs(enumerate(markdown.split("\n"))) if text]


def _named(label: str, text: str, indent: str = "   ") -> Iterator[str]:
    return _wrapped(f"{label}: {text}", indent) if text else iter(())


def _block(label: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"   {label}:"
    for line in lines:
        yield from _wrapped(line, "     ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    if text:
        yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
