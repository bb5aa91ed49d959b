"""An attempt as it is shown afterwards: what was given, what was right in it, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.content import Question
from app.domain.grading import Grade, grade, kind_of, misconception_name, shuffled
from app.domain.grading.view import Asked, Piece

NEXT_TIME = "Beim nächsten Mal:"
"""How feedback in the modules begins its last part (curriculum section 4.3, feedback pattern)."""


@dataclass(frozen=True)
class Shown:
    """All that the page of an attempt shows of the answer."""

    asked: Asked
    right: bool
    pieces: tuple[Piece, ...]
    groups: tuple[tuple[str, tuple[Piece, ...]], ...]
    """For a question that sorts: each group with the pieces that were put there."""
    idea: str
    """The misconception in words; empty when none showed."""
    reason: str
    why: str
    """The idea of the question, where `reason` speaks about the mistake only."""
    next_time: str
    advice: str
    confidence: str | None
    fitting: int
    parts: int


def shown(question: Question, response: Mapping[str, Any], seed: int, confidence: str | None) -> Shown:
    """`question` as it was asked with `seed`, with `response` and its feedback. Raises BadResponse."""
    graded = grade(question, response)
    kind, drawn = kind_of(question), shuffled(question, seed)
    view, pieces = kind.asked(drawn), kind.pieces(drawn, response)
    said = question.reason if kind.reason_at_pieces else graded.feedback.reason
    reason, _, next_time = said.partition(NEXT_TIME)
    reason = reason.strip()
    return Shown(
        asked=view,
        right=graded.correct,
        pieces=pieces,
        groups=tuple((group.text, tuple(one for one in pieces if one.place == group.id)) for group in view.groups),
        idea=_idea(question, graded),
        reason=reason,
        why="" if reason == question.reason.strip() else question.reason,
        next_time=next_time.strip(),
        advice=graded.feedback.advice,
        confidence=confidence,
        fitting=sum(1 for one in graded.parts if one.right),
        parts=len(graded.parts),
    )


def _idea(question: Question, graded: Grade) -> str:
    if graded.correct or not graded.misconceptions:
        return ""
    return misconception_name(question, graded.misconceptions[0]).rstrip(".")
