"""The result of a round: phones and hands in one count for each option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.grading import full_credit, kind_of, shuffled, votes
from app.domain.live.state import RESULT_FROM, Round
from app.domain.questions import Question


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
    """The rows that count as right when somebody chose, placed or marked them."""
    return frozenset(votes(question, full_credit(question)))


def result(question: Question, round_: Round, answers: Answers, seed: int, *, solved: bool) -> Result:
    """Phones and hands of `round_` together, in the order that `seed` draws.

    `solved` says whether rows tell which is right and why.
    """
    kind, drawn = kind_of(question), shuffled(question, seed)
    count = answers.seats + round_.hands
    right = right_ids(question)
    solved = solved and kind.graded
    rows = tuple(
        Row(
            id=one.id,
            letter=one.letter,
            text=one.text,
            count=(answers.votes or {}).get(one.id, 0) + round_.tally.get(one.id, 0),
            right=(one.id in right) if solved else None,
            reason=kind.reason_against(question, one.id) if solved else None,
        )
        for one in kind.rows(drawn)
    )
    right_hands = sum(round_.tally.get(id_, 0) for id_ in right)
    share = (answers.right + right_hands) / count if count and kind.graded else None
    return Result(round_.number, count, rows if count >= RESULT_FROM else (), share if count >= RESULT_FROM else None)
