"""Every question has what its feedback needs: one right option, and one misconception behind every mistake."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Path
from app.domain.content import Choice, Groups, Mark, Order, Question


def check(draft: Draft) -> Iterator[Problem]:
    """Options of choices, slips of orders, lines of messages, and the names of all misconceptions."""
    for path, question in draft.questions():
        if isinstance(question, Choice):
            yield from _choice(draft, path, question)
        if isinstance(question, Order):
            yield from _order(draft, path, question)
        if isinstance(question, Mark):
            yield from _mark(draft, path, question)
    yield from _names(draft)


def _choice(draft: Draft, path: Path, question: Choice) -> Iterator[Problem]:
    right = sum(1 for one in question.options if one.right)
    if right != 1:
        yield draft.quiz.problem((*path, "options"), f"{right} Antworten sind richtig", "genau eine muss es sein")
    for n, option in enumerate(question.options):
        where = (*path, "options", n)
        if option.right and option.mis:
            yield draft.quiz.problem((*where, "mis"), "eine richtige Antwort hat keinen Denkfehler")
        if not option.right and not (option.mis and option.name):
            message = f"die falsche Antwort '{option.id}' nennt keinen Denkfehler"
            yield draft.quiz.problem(where, message, "mis und name dazuschreiben oder die Antwort streichen")


def _order(draft: Draft, path: Path, question: Order) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for n, slip in enumerate(question.slips):
        where, pair = (*path, "slips", n), (slip.first, slip.second)
        if pair in told:
            yield draft.quiz.problem(where, f"'{slip.first}' vor '{slip.second}' steht hier zweimal")
        told.add(pair)
        if not {*pair} <= {*question.right}:
            continue  # told by the check of references
        if question.right.index(slip.first) <= question.right.index(slip.second):
            message = f"'{slip.first}' vor '{slip.second}' ist kein Fehler"
            yield draft.quiz.problem(where, message, "first ist, was zu früh kommt; die items stehen richtig")


def _mark(draft: Draft, path: Path, question: Mark) -> Iterator[Problem]:
    for n, line in enumerate(question.lines):
        if not line.name:
            message = f"die Zeile '{line.id}' nennt keinen Denkfehler"
            hint = "einen name dazuschreiben: was übersehen oder verwechselt wird"
            yield draft.quiz.problem((*path, "message", "lines", n), message, hint)


def _names(draft: Draft) -> Iterator[Problem]:
    """A misconception has one name in the whole module: reports count it under that."""
    known: dict[str, str] = {}
    for path, question in draft.questions():
        part, mistakes = _mistakes(question)
        for n, (mis, name) in enumerate(mistakes):
            if mis and name != known.setdefault(mis, name):
                message = f"der Denkfehler '{mis}' heißt weiter oben '{known[mis]}'"
                yield draft.quiz.problem((*path, part, n, "name"), message, "ein Denkfehler hat einen Namen")


def _mistakes(question: Question) -> tuple[str, list[tuple[str, str]]]:
    """Where the question lists its mistakes, and the misconception with its name for each entry there."""
    match question:
        case Choice():
            return "options", [(one.mis, one.name) for one in question.options]
        case Order():
            return "slips", [(one.mis, one.name) for one in question.slips]
        case Groups():
            return "items", [(one.mis, one.name) for one in question.items]
        case Mark():
            return "message", []  # a line has a name only; all lines share two misconceptions
