"""An attempt as it is shown afterwards: what was given, what was right in it, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.asked import Asked, Entry, asked
from app.domain.content import Choice, GroupItem, Groups, Mark, Order, Question
from app.domain.grading import Grade, grade, misconception_name

NEXT_TIME = "Beim nächsten Mal:"
"""How feedback in the modules begins its last part (curriculum section 4.3, feedback pattern)."""

STATES = {(True, True): "correct", (True, False): "wrong", (False, True): "missed", (False, False): "off"}
"""The state of a piece that was (given, wanted)."""


@dataclass(frozen=True)
class Piece:
    """One option, item or line as it was answered.

    `state`: correct (given and right), wrong (given and not right), missed (right, but not given), off (neither).
    `belongs` says where a wrong one belongs: a place's number, a group, or the means that a line uses.
    """

    id: str
    text: str
    state: str
    letter: str = ""
    belongs: str = ""
    note: str = ""


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
    view = asked(question, seed)
    pieces = _pieces(question, view, response, graded)
    # A message says at each line what was wrong there, so its reason is the whole picture.
    said = question.reason if isinstance(question, Mark) else graded.feedback.reason
    reason, _, next_time = said.partition(NEXT_TIME)
    reason = reason.strip()
    return Shown(
        asked=view,
        right=graded.correct,
        pieces=pieces,
        groups=_placed(view, pieces, response),
        idea=_idea(question, graded),
        reason=reason,
        why="" if reason == question.reason.strip() else question.reason,
        next_time=next_time.strip(),
        advice=graded.feedback.advice,
        confidence=confidence,
        fitting=sum(1 for one in graded.parts if one.right),
        parts=len(graded.parts),
    )


def _pieces(question: Question, view: Asked, response: Mapping[str, Any], graded: Grade) -> tuple[Piece, ...]:
    match question:
        case Choice():
            return tuple(_option(question, one, response["option"]) for one in view.entries)
        case Order():
            entries = {one.id: one for one in view.entries}
            return tuple(_item(question, entries[id_], place) for place, id_ in enumerate(response["order"]))
        case Groups():
            items = {one.id: one for one in question.items}
            names = {one.id: one.text for one in question.groups}
            return tuple(_card(items[one.id], response["groups"][one.id], names) for one in view.entries)
        case Mark():
            return _lines(question, response["marks"])


def _option(question: Choice, entry: Entry, given: str) -> Piece:
    state = STATES[entry.id == given, entry.id == question.right.id]
    return Piece(entry.id, entry.text, state, letter=entry.letter)


def _item(question: Order, entry: Entry, place: int) -> Piece:
    wanted = question.right.index(entry.id)
    if wanted == place:
        return Piece(entry.id, entry.text, "correct")
    return Piece(entry.id, entry.text, "wrong", belongs=str(wanted + 1))


def _card(item: GroupItem, given: str, names: Mapping[str, str]) -> Piece:
    if item.group == given:
        return Piece(item.id, item.text, "correct")
    return Piece(item.id, item.text, "wrong", belongs=names[item.group])


def _lines(question: Mark, given: list[str]) -> tuple[Piece, ...]:
    names = {one.id: one.name for one in question.marks}
    pieces = []
    for line in question.lines:
        state = STATES[line.id in given, line.mark is not None]
        note = line.feedback if state in {"wrong", "missed"} else ""
        pieces.append(Piece(line.id, line.text, state, belongs=names.get(line.mark or "", ""), note=note))
    return tuple(pieces)


def _placed(view: Asked, pieces: tuple[Piece, ...], response: Mapping[str, Any]) -> Any:
    places = response.get("groups", {})
    return tuple((one.text, tuple(piece for piece in pieces if places.get(piece.id) == one.id)) for one in view.groups)


def _idea(question: Question, graded: Grade) -> str:
    if graded.correct or not graded.misconceptions:
        return ""
    return misconception_name(question, graded.misconceptions[0]).rstrip(".")
