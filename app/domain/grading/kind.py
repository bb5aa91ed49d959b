"""What every kind of question must be able to do. Nothing else in the product asks for a kind's rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from random import Random
from typing import Any, ClassVar, Generic, TypeVar

from app.domain.grading.result import Grade
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.questions import Asking

Q = TypeVar("Q", bound=Asking)


class Kind(ABC, Generic[Q]):
    """The rules of one kind. A `response` is a mapping of the shape that `grade` describes.

    Methods that take a response after `grade` took it may trust its shape.
    """

    name: ClassVar[str]
    graded: ClassVar[bool] = True
    """Whether there is a right answer. Without one an attempt is kept, but counts for nothing."""
    collects: ClassVar[int] = 0
    """How many texts find room on the board, where people write some that staff approve; 0 where they do not."""
    reason_at_pieces: ClassVar[bool] = False
    """Whether each piece says what was wrong there, so that the question's own reason stands above them all."""

    @abstractmethod
    def grade(self, question: Q, response: Mapping[str, Any]) -> Grade:
        """The grade of `response`. Raises BadResponse when it does not have the shape this kind asks for."""

    @abstractmethod
    def votes(self, question: Q, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The ids of `rows` that `response` adds to in a class's result."""

    @abstractmethod
    def full_credit(self, question: Q) -> dict[str, Any]:
        """A response that scores 1."""

    @abstractmethod
    def mistaken(self, question: Q, chance: Random) -> dict[str, Any]:
        """A plausible response that is not right, drawn by `chance`; for a kind without right answers any response."""

    @abstractmethod
    def names(self, question: Q) -> dict[str, str]:
        """The misconceptions in words."""

    @abstractmethod
    def asked(self, question: Q) -> Asked:
        """The question without anything that tells the answer, in the order it has."""

    @abstractmethod
    def solution(self, question: Q) -> Solution:
        """The right answer and why."""

    @abstractmethod
    def pieces(self, question: Q, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """`response` piece by piece, with what was right in it, in the order of the question."""

    @abstractmethod
    def expected(self, question: Q) -> str:
        """The right answer in one line, for the mentor's sheet."""

    def shuffled(self, question: Q, chance: Random) -> Q:
        """The question in an order that `chance` draws; as it is where the order is part of the question."""
        return question

    def rows(self, question: Q) -> tuple[Entry, ...]:
        """The lines of a class's result."""
        return self.asked(question).entries

    def hands(self, question: Q) -> tuple[str, ...]:
        """The rows that raised hands can be counted for; none where a hand cannot say the answer."""
        return ()

    def texts(self, question: Q, key: str, response: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """What `response` adds to the collected texts, as (key, text); `key` is that of its attempt."""
        return ()

    def reason_against(self, question: Q, row: str) -> str | None:
        """Why the row `row` of a result is not right; None where nobody wrote that down."""
        return None
