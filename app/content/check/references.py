"""Whatever is named exists: track, competences, facts, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.draft import Draft
from app.content.errors import Problem, meant
from app.content.yaml import Document

LIST_FACT = "dort unter facts eintragen"


def check(draft: Draft) -> Iterator[Problem]:
    """All names in the files of a module."""
    yield from _head(draft)
    yield from _questions(draft)
    yield from _lesson(draft)


def _head(draft: Draft) -> Iterator[Problem]:
    module, shared, head = draft.module, draft.shared, draft.head
    if module.slug != draft.folder:
        message = f"der Slug '{module.slug}' heißt anders als der Ordner '{draft.folder}'"
        yield head.problem(("slug",), message, "eines von beiden ändern")
    if shared.tracks is not None and module.track not in shared.tracks:
        message = f"der Bereich '{module.track}' steht nicht in tracks.yaml"
        yield head.problem(("track",), message, meant(module.track, shared.tracks))
    yield from _listed(head, "competences", module.competences, shared.competences, "competences.yaml")
    yield from _listed(head, "facts", head.value.get("facts", []), shared.facts, "facts.yaml")


def _listed(
    document: Document, part: str, names: Iterable[str], known: Iterable[str] | None, file: str
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if known is not None and name not in known:
            yield document.problem(
                (part, number), f"'{name}' steht nicht in {file}", "dort eintragen oder hier berichtigen"
            )


def _questions(draft: Draft) -> Iterator[Problem]:
    facts = draft.head.value.get("facts", [])
    for path, question in draft.questions():
        if question.competence not in draft.module.competences:
            message = f"die Kompetenz '{question.competence}' fehlt in module.yaml"
            yield draft.quiz.problem((*path, "competence"), message, "dort unter competences eintragen")
        for number, fact in enumerate(question.facts):
            if fact not in facts:
                message = f"der Fakt '{fact}' fehlt in module.yaml"
                yield draft.quiz.problem((*path, "facts", number), message, LIST_FACT)


def _lesson(draft: Draft) -> Iterator[Problem]:
    facts = draft.head.value.get("facts", [])
    uses = {one.id: one.uses for one in draft.module.questions}
    asked: set[str] = set()
    for slide in draft.slides:
        for place, fact in slide.facts:
            if fact not in facts:
                yield draft.in_lesson(place, f"der Fakt '{fact}' fehlt in module.yaml", LIST_FACT)
        if not slide.question:
            continue
        place = slide.question_place
        if draft.ids is not None and slide.question not in draft.ids:
            message = f"die Frage '{slide.question}' steht nicht in quiz.yaml"
            yield draft.in_lesson(place, message, meant(slide.question, sorted(draft.ids)))
        elif slide.question in asked:
            yield draft.in_lesson(place, f"die Frage '{slide.question}' steht zweimal in der Stunde")
        elif "live" not in uses.get(slide.question, ("live",)):
            yield draft.in_lesson(
                place, f"die Frage '{slide.question}' ist nicht für die Stunde", "'live' zu ihrem use schreiben"
            )
        asked.add(slide.question)
