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
            message = f"the fact '{id_}' was to be checked by {fact.check_by}"
            yield draft.head.problem(("facts", number), message, "read the source again, then change facts.yaml")
        if fact.source.read > draft.today:
            yield draft.head.problem(("facts", number), f"the source of '{id_}' was read on a day to come")
