"""Facts grow old: past its day to check, somebody has to look at a fact again."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The facts of the module that are due, and days of reading that lie ahead."""
    for number, id_ in enumerate(draft.head.value.get("facts", [])):
        fact = (draft.shared.facts or {}).get(id_)
        if fact is None:
            continue
        if fact.check_by < draft.today:
            message = f"der Fakt '{id_}' war bis {fact.check_by:%d.%m.%Y} zu prüfen"
            yield draft.head.problem(("facts", number), message, "die Quelle neu lesen, dann facts.yaml ändern")
        if fact.source.read > draft.today:
            yield draft.head.problem(
                ("facts", number), f"die Quelle von '{id_}' wurde an einem Tag gelesen, der noch kommt"
            )
