"""What a question's form carries besides the answer, and what is wrong with it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.behaviour import BEHAVIOURS, Behaviour
from app.domain.errors import BadResponse
from app.domain.grading import grade
from app.domain.questions import Question
from app.web.responses import Form, moved, response_from

KEY = re.compile(r"[A-Za-z0-9_-]{22}")
CONFIDENCES = frozenset({"guess", "fairly", "sure"})
RUNS: Mapping[str, Behaviour] = {
    "practice": BEHAVIOURS["practice"],
    "lesson": BEHAVIOURS["practice"],
    "recall": BEHAVIOURS["recall"],
    **{one: BEHAVIOURS[one] for one in ("test", "pre", "post")},
}
"""Where a pupil comes from and goes on to, and how a question behaves there."""
SEEDS = 2**31


@dataclass(frozen=True)
class Filled:
    """A question's form as it stands on a page.

    `key` makes sending twice harmless, `seed` draws the order shown. `run` is one of `RUNS`; `hints` is how many were
    asked for. `errors` are codes for what is missing.
    """

    key: str
    seed: int
    run: str
    response: Mapping[str, Any] = field(default_factory=dict)
    confidence: str | None = None
    hints: int = 0
    errors: tuple[str, ...] = ()
    again: bool = False
    """An arrow or the button for a hint was pressed: show the form again, store nothing."""

    @property
    def behaviour(self) -> Behaviour:
        """How the question behaves here."""
        return RUNS[self.run]


def fresh(run: str) -> Filled:
    """An empty form with a key and an order of its own."""
    return Filled(secrets.token_urlsafe(16), secrets.randbelow(SEEDS), run_of(run))


def read(question: Question, form: Form) -> Filled:
    """The form as it was sent; `errors` tells whether it can be stored."""
    new = fresh(form.get("run", ""))
    key, seed = form.get("key", ""), form.get("seed", "")
    response = response_from(question.kind, form)
    move, hint = form.get("move", ""), "hint" in form
    if move and question.kind == "order":
        response = {"order": moved(response["order"], move)}
    confidence = form.get("confidence")
    return Filled(
        key=key if KEY.fullmatch(key) else new.key,
        seed=int(seed) if re.fullmatch(r"[0-9]{1,10}", seed) and int(seed) < SEEDS else new.seed,
        run=new.run,
        response=response,
        confidence=confidence if confidence in CONFIDENCES else None,
        hints=_hints(question, form, new.behaviour),
        errors=() if move or hint else _errors(question, response, confidence),
        again=bool(move) or hint,
    )


def run_of(text: str) -> str:
    """`text` if it names a run, else practising."""
    return text if text in RUNS else "practice"


def _hints(question: Question, form: Form, behaviour: Behaviour) -> int:
    """How many hints were shown, and one more where the button was pressed."""
    shown = form.get("hints", "")
    number = int(shown) if re.fullmatch(r"[0-3]", shown) else 0
    return len(behaviour.hint_of(question, number + ("hint" in form)))


def _errors(question: Question, response: Mapping[str, Any], confidence: str | None) -> tuple[str, ...]:
    found = []
    try:
        grade(question, response)
    except BadResponse as error:
        missing = error.code == "incomplete" or not any(response.values())
        found.append("missing" if missing else "bad")
    if confidence not in CONFIDENCES:
        found.append("confidence")
    return tuple(found)
