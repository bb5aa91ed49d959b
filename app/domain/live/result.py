"""The result of a round: phones and hands in one count for each option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.asked import asked
from app.domain.content import Choice, Groups, Mark, Order, Question
from app.domain.live.state import RESULT_FROM, Round


@dataclass(frozen=True)
class Answers:
    """What seats sent in one round, late ones left out: how many seats, votes for each id, how many were right."""

    seats: int = 0
    votes: Mapping[str, int] | None = None
    right: int = 0


@dataclass(frozen=True)
class Row:
    """One line of a result. `count` is seats plus hands; `right` is None while the solution is hidden."""

    id: str
    letter: str
    text: str
    count: int
    right: bool | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Result:
    """One round's result. `rows` is empty while there are fewer than five votes."""

    number: int
    votes: int
    rows: tuple[Row, ...]
    right_share: float | None

    @property
    def enough(self) -> bool:
        """Whether the result may be seen."""
        return self.votes >= RESULT_FROM


def right_ids(question: Question) -> frozenset[str]:
    """The ids that count as right when somebody chose, placed or marked them."""
    match question:
        case Choice():
            return frozenset(one.id for one in question.options if one.right)
        case Order() | Groups():
            return frozenset(one.id for one in question.items)
        case Mark():
            return frozenset(one.id for one in question.lines if one.mark)


def result(question: Question, round_: Round, answers: Answers, seed: int, *, solved: bool) -> Result:
    """Phones and hands of `round_` together, in the order that `seed` draws.

    `solved` says whether rows tell which is right and why.
    """
    votes = answers.seats + round_.hands
    right = right_ids(question)
    rows = tuple(
        Row(
            id=one.id,
            letter=one.letter,
            text=one.text,
            count=(answers.votes or {}).get(one.id, 0) + round_.tally.get(one.id, 0),
            right=(one.id in right) if solved else None,
            reason=_reason(question, one.id) if solved else None,
        )
        for one in asked(question, seed).entries
    )
    right_hands = sum(round_.tally.get(id_, 0) for id_ in right)
    share = (answers.right + right_hands) / votes if votes else None
    return Result(round_.number, votes, rows if votes >= RESULT_FROM else (), share if votes >= RESULT_FROM else None)


def _reason(question: Question, id_: str) -> str | None:
    if isinstance(question, Choice):
        return next((one.feedback for one in question.options if one.id == id_ and not one.right), None)
    return None
