"""An attempt as it is shown afterwards: what was given, what was right in it, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.grading import Grade, asked, grade, kind_of, misconception_name, shuffled
from app.domain.grading.view import Asked, Piece
from app.domain.questions import Question

NEXT_TIME = "Beim nächsten Mal:"
"""How feedback in the modules begins its last part (curriculum section 4.3, feedback pattern)."""


@dataclass(frozen=True)
class Shown:
    """All that the page of an attempt shows of the answer."""

    asked: Asked
    right: bool
    told: bool
    """The solution may be seen; else this is only what helps with the next try."""
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


def shown(
    question: Question,
    response: Mapping[str, Any],
    seed: int,
    confidence: str | None,
    *,
    version: str = "",
    told: bool = True,
) -> Shown:
    """`question` as it was asked with `seed`, with `response` and its feedback. Raises BadResponse.

    `version` is that of its module. `told` says whether the solution may be seen; else there is only what helps with
    the next try.
    """
    graded = grade(question, response)
    kind, drawn = kind_of(question), shuffled(question, seed)
    view, pieces = asked(question, seed, version), kind.pieces(drawn, response)
    if not told:
        pieces = tuple(_untold(one) for one in pieces if one.id != "right")
    reason, next_time = _reason(question, graded, told=told)
    return Shown(
        asked=view,
        right=graded.correct,
        told=told,
        pieces=pieces,
        groups=tuple((group.text, tuple(one for one in pieces if one.place == group.id)) for group in view.groups),
        idea=_idea(question, graded),
        reason=reason,
        why="" if reason == question.reason.strip() or not told else question.reason,
        next_time=next_time,
        advice=graded.feedback.advice,
        confidence=confidence,
        fitting=sum(1 for one in graded.parts if one.right),
        parts=len(graded.parts),
    )


def _untold(piece: Piece) -> Piece:
    """`piece` without where it belongs, and without that it was missed."""
    return replace(piece, state="off" if piece.state == "missed" else piece.state, belongs="", note="")


def _reason(question: Question, graded: Grade, *, told: bool) -> tuple[str, str]:
    """The reason, and what to do next time. Where the solution is not told, only what is about the mistake."""
    said = graded.feedback.reason
    if kind_of(question).reason_at_pieces:
        said = question.reason if told else ""
    elif not told and said == question.reason:
        said = ""
    reason, _, next_time = said.partition(NEXT_TIME)
    return reason.strip(), next_time.strip()


def _idea(question: Question, graded: Grade) -> str:
    if graded.correct or not graded.misconceptions:
        return ""
    return misconception_name(question, graded.misconceptions[0]).rstrip(".")
