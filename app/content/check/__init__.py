"""What must hold in a module beyond the form of its files: one small file for each concern."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.content.check import (
    activities,
    answers,
    budget,
    cases,
    facts,
    glossary,
    ids,
    lengths,
    minutes,
    pictures,
    readability,
    references,
    sentences,
    slides,
    texts,
    trust,
    words,
)
from app.content.draft import Draft
from app.content.errors import Problem

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    minutes.check,
    ids.check,
    references.check,
    answers.check,
    lengths.check,
    trust.check,
    slides.check,
    activities.check,
    budget.check,
    words.check,
    sentences.check,
    readability.check,
    glossary.check,
    pictures.check,
    texts.check,
)
"""Errors: a module with one is not served."""

WARNINGS: tuple[Check, ...] = (facts.check, cases.check)
"""Nothing that keeps a module from being used."""
