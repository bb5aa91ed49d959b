"""Whatever is named exists: track, competences, facts, questions, groups, means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Document, Path
from app.domain.content import Groups, Mark, Order, Question


def check(draft: Draft) -> Iterator[Problem]:
    """All names in the files of a module."""
    yield from _head(draft)
    yield from _questions(draft)
    yield from _lesson(draft)


def _head(draft: Draft) -> Iterator[Problem]:
    module, shared, head = draft.module, draft.shared, draft.head
    if module.slug != draft.folder:
        yield head.problem(("slug",), f"der Slug '{module.slug}' heißt anders als der Ordner '{draft.folder}'")
    if shared.tracks is not None and module.track not in shared.tracks:
        yield head.problem(("track",), f"der Bereich '{module.track}' steht nicht in tracks.yaml")
    yield from _listed(head, "competences", module.competences, shared.competences, "competences.yaml")
    yield from _listed(head, "facts", head.value.get("facts", []), shared.facts, "facts.yaml")


def _listed(
    document: Document, part: str, names: Iterable[str], known: Iterable[str] | None, file: str
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if known is not None and name not in known:
            yield document.problem((part, number), f"'{name}' steht nicht in {file}")


def _questions(draft: Draft) -> Iterator[Problem]:
    facts = draft.head.value.get("facts", [])
    for path, question in draft.questions():
        if question.competence not in draft.module.competences:
            message = f"die Kompetenz '{question.competence}' fehlt in module.yaml"
            yield draft.quiz.problem((*path, "competence"), message)
        for number, fact in enumerate(question.facts):
            if fact not in facts:
                message = f"der Fakt '{fact}' fehlt in module.yaml"
                yield draft.quiz.problem((*path, "facts", number), message)
        yield from _parts(draft, path, question)


def _parts(draft: Draft, path: Path, question: Question) -> Iterator[Problem]:
    match question:
        case Order():
            items = {one.id for one in question.items}
            for n, slip in enumerate(question.slips):
                for end in ("first", "second"):
                    if getattr(slip, end) not in items:
                        where = (*path, "slips", n, end)
                        yield draft.quiz.problem(where, f"diese Frage hat kein item '{getattr(slip, end)}'")
        case Groups():
            groups = {one.id for one in question.groups}
            for n, item in enumerate(question.items):
                if item.group not in groups:
                    where = (*path, "items", n, "group")
                    yield draft.quiz.problem(where, f"diese Frage hat keine Gruppe '{item.group}'")
        case Mark():
            means = {one.id for one in question.marks}
            for n, line in enumerate(question.lines):
                if line.mark is not None and line.mark not in means:
                    where = (*path, "message", "lines", n, "mark")
                    yield draft.quiz.problem(where, f"'{line.mark}' steht nicht unter den marks dieser Frage")
        case _:
            return


def _lesson(draft: Draft) -> Iterator[Problem]:
    facts = draft.head.value.get("facts", [])
    uses = {one.id: one.uses for one in draft.module.questions}
    asked: set[str] = set()
    for slide in draft.slides:
        for place, fact in slide.facts:
            if fact not in facts:
                yield draft.in_lesson(place, f"der Fakt '{fact}' fehlt in module.yaml")
        if not slide.question:
            continue
        place = slide.question_place
        if draft.ids is not None and slide.question not in draft.ids:
            yield draft.in_lesson(place, f"die Frage '{slide.question}' steht nicht in quiz.yaml")
        elif slide.question in asked:
            yield draft.in_lesson(place, f"die Frage '{slide.question}' steht zweimal in der Stunde")
        elif "live" not in uses.get(slide.question, ("live",)):
            yield draft.in_lesson(
                place, f"die Frage '{slide.question}' ist nicht für die Stunde", "'live' zu ihrem use schreiben"
            )
        asked.add(slide.question)
