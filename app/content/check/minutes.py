"""The seven phases in their order, with minutes that fill an hour of 45, of 90 and a short one."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.formats.module import PHASES

USUAL = 45
LONG = 90
SHORT = 30


def check(draft: Draft) -> Iterator[Problem]:
    """Order and sums of the phases."""
    keys = [one.key for one in draft.module.phases]
    if keys != list(PHASES):
        yield draft.head.problem(("phases",), "the phases do not stand in their order", ", ".join(PHASES))
    extra = sum(one["minutes"] for one in draft.head.value.get("extra_90", []))
    usual = sum(one.minutes_45 for one in draft.module.phases)
    long = sum(one.minutes_90 for one in draft.module.phases)
    short = sum(one.minutes_short for one in draft.module.phases)
    if usual != USUAL:
        yield draft.head.problem(("phases",), f"the minutes for {USUAL} add up to {usual}")
    if long + extra != LONG:
        message = f"the minutes for {LONG} add up to {long + extra}: phases {long}, extra_90 {extra}"
        yield draft.head.problem(("phases",), message)
    if short > SHORT:
        yield draft.head.problem(("phases",), f"the short hour has {short} minutes", f"at most {SHORT}")
    for number, phase in enumerate(draft.module.phases):
        if not phase.minutes_short and not phase.may_drop:
            path = ("phases", number, "minutes", "short")
            yield draft.head.problem(path, f"the phase '{phase.key}' has no minutes but may not be dropped")
