"""What do you think? There is no right answer, only a distribution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade
from app.domain.grading.shape import only
from app.domain.grading.view import LETTERS, Asked, Entry, Piece, Solution
from app.domain.questions import Poll


class PollKind(Kind[Poll]):
    """`{"option": id}`."""

    name = "poll"
    graded = False

    def grade(self, question: Poll, response: Mapping[str, Any]) -> Grade:
        """Nothing is wrong; the option must be there."""
        _option(question, response)
        return Grade(1.0, (), (), Feedback(True, question.reason, question.advice))

    def votes(self, question: Poll, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The option."""
        return (_option(question, response),)

    def full_credit(self, question: Poll) -> dict[str, Any]:
        """Any option is as good as another."""
        return {"option": question.options[0].id}

    def mistaken(self, question: Poll, chance: Random) -> dict[str, Any]:
        """Any option."""
        return {"option": chance.choice([one.id for one in question.options])}

    def names(self, question: Poll) -> dict[str, str]:
        """There are no misconceptions in opinions."""
        return {}

    def asked(self, question: Poll) -> Asked:
        """The options with their letters."""
        entries = tuple(Entry(one.id, one.text, LETTERS[n]) for n, one in enumerate(question.options))
        return Asked(question.id, self.name, question.prompt, entries, counts="opinions")

    def solution(self, question: Poll) -> Solution:
        """No option is right."""
        return Solution((), question.reason, question.advice)

    def pieces(self, question: Poll, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The option that was chosen."""
        given = _option(question, response)
        return tuple(
            Piece(one.id, one.text, "selected" if one.id == given else "off", letter=LETTERS[n])
            for n, one in enumerate(question.options)
        )

    def expected(self, question: Poll) -> str:
        """Nothing."""
        return ""

    def shuffled(self, question: Poll, chance: Random) -> Poll:
        """The options in a drawn order; a scale stays as it is."""
        if question.scale:
            return question
        return replace(question, options=tuple(chance.sample(question.options, k=len(question.options))))

    def hands(self, question: Poll) -> tuple[str, ...]:
        """Every option."""
        return tuple(one.id for one in question.options)


def _option(question: Poll, response: Mapping[str, Any]) -> str:
    given = only(response, "option")
    chosen = next((one.id for one in question.options if one.id == given), None)
    if chosen is None:
        raise BadResponse("unknown-id")
    return chosen
