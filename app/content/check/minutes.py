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
    missing = [one for one in PHASES if one not in keys]
    if missing:
        yield draft.head.problem(("phases",), f"hier fehlt eine Phase: {', '.join(missing)}")
        return
    if keys != list(PHASES):
        yield draft.head.problem(("phases",), "die Phasen stehen nicht in ihrer Reihenfolge", ", ".join(PHASES))
    extra = sum(one["minutes"] for one in draft.head.value.get("extra_90", []))
    usual = sum(one.minutes_45 for one in draft.module.phases)
    long = sum(one.minutes_90 for one in draft.module.phases)
    short = sum(one.minutes_short for one in draft.module.phases)
    if usual != USUAL:
        yield draft.head.problem(("phases",), f"die Minuten für {USUAL} ergeben {usual}")
    if long + extra != LONG:
        message = f"die Minuten für {LONG} ergeben {long + extra}: Phasen {long}, extra_90 {extra}"
        yield draft.head.problem(("phases",), message)
    if short > SHORT:
        yield draft.head.problem(("phases",), f"die kurze Stunde hat {short} Minuten", f"höchstens {SHORT}")
    for number, phase in enumerate(draft.module.phases):
        if not phase.minutes_short and not phase.may_drop:
            path = ("phases", number, "minutes", "short")
            yield draft.head.problem(path, f"die Phase '{phase.key}' hat keine Minuten und darf doch nicht wegfallen")
