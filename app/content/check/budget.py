"""A slide can be read from the back row: at most 25 words and six lines, questions with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.lesson import SlideDraft
from app.content.wording import count
from app.domain.grading import asked

MOST_WORDS = 25
MOST_LINES = 6
LONGEST_PROMPT = 80
LONGEST_ENTRY = 45

UNSEEN = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|^:::.*")


def check(draft: Draft) -> Iterator[Problem]:
    """Words and lines of slides and of questions."""
    for slide in draft.slides:
        if slide.question is None:
            lines = [slide.title, *_lines(draft, slide)]
            hint = _too_much(sum(count(one) for one in lines), len(lines))
            if hint:
                yield draft.in_lesson(slide.place, "auf dieser Folie steht zu viel", hint)
    for path, question in draft.questions():
        shown = asked(question, 0)
        entries = [one.text for one in shown.entries]
        lines = [one for one in (shown.prompt, shown.text, *entries) if one]
        places = [one.text for one in shown.groups]  # they share one line
        hint = _too_much(sum(count(one) for one in (*lines, *places)), len(lines))
        if hint:
            yield draft.quiz.problem((*path, "prompt"), "auf der Folie dieser Frage steht zu viel", hint)
        if len(question.prompt) > LONGEST_PROMPT:
            hint = f"{len(question.prompt)} Zeichen, höchstens {LONGEST_PROMPT}"
            yield draft.quiz.problem((*path, "prompt"), "diese Frage ist zu lang", hint)
        for one in entries:
            if len(one) > LONGEST_ENTRY:
                hint = f"{len(one)} Zeichen, höchstens {LONGEST_ENTRY}"
                yield draft.quiz.problem(path, f"'{one}' ist zu lang für eine Zeile", hint)


def _lines(draft: Draft, slide: SlideDraft) -> Iterator[str]:
    facts = draft.shared.facts or {}
    for _, text in slide.body:
        seen = UNSEEN.sub("", text).strip()
        if seen:
            yield seen
    for _, fact in slide.facts:
        if fact in facts:
            yield facts[fact].text


def _too_much(words: int, lines: int) -> str:
    if words > MOST_WORDS:
        return f"{words} Wörter, höchstens {MOST_WORDS} mit dem Titel"
    if lines > MOST_LINES:
        return f"{lines} Zeilen, höchstens {MOST_LINES} mit dem Titel"
    return ""
