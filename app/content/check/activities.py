"""Every activity is on one slide, can be done, and ends in a question, so that it leaves a trace."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem, meant
from app.content.formats.lesson import SlideDraft
from app.content.formats.module import PHASES

AFTER = "eine Folie mit '::: question' in dieser Phase oder der nächsten danach setzen"


def check(draft: Draft) -> Iterator[Problem]:
    """Ids, what each kind finds wrong, and the slides."""
    yield from _activities(draft)
    yield from _slides(draft)


def _activities(draft: Draft) -> Iterator[Problem]:
    document, told = draft.activities.document, set()
    if document is None:
        return
    shown = {one.activity for one in draft.slides}
    for path, entry in draft.activities.entries():
        if entry.id in told:
            yield document.problem((*path, "id"), f"die Id '{entry.id}' steht hier zweimal")
        elif entry.id not in shown:
            message = f"keine Folie zeigt die Aktivität '{entry.id}'"
            yield document.problem((*path, "id"), message, f"'::: activity {entry.id}' in lesson.md schreiben")
        told.add(entry.id)
        for fault in entry.faults():
            yield document.problem((*path, *fault.path), fault.message, fault.hint)


def _slides(draft: Draft) -> Iterator[Problem]:
    known, told = draft.activities.ids, set()
    for number, slide in enumerate(draft.slides):
        if slide.activity is None:
            continue
        if known is not None and slide.activity not in known:
            message = f"die Aktivität '{slide.activity}' steht nicht in activities.yaml"
            yield draft.in_lesson(slide.activity_place, message, meant(slide.activity, sorted(known)))
        elif slide.activity in told:
            message = f"die Aktivität '{slide.activity}' steht zweimal in der Stunde"
            yield draft.in_lesson(slide.activity_place, message)
        told.add(slide.activity)
        if str(slide.text("body")):
            yield draft.in_lesson(
                slide.place, "neben einer Aktivität ist kein Platz für Text", "in '::: home' schreiben"
            )
        if not _ends_in_a_question(draft, number, slide):
            message = f"nach der Aktivität '{slide.activity}' kommt keine Frage"
            yield draft.in_lesson(slide.activity_place, message, AFTER)


def _ends_in_a_question(draft: Draft, number: int, slide: SlideDraft) -> bool:
    order = list(PHASES)
    near = {order.index(slide.phase), order.index(slide.phase) + 1}
    return any(one.question and order.index(one.phase) in near for one in draft.slides[number + 1 :])
