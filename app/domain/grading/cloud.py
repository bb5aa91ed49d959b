"""Write a few words: the approved ones become a cloud, the more often said the larger."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade
from app.domain.grading.shape import only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.grading.wording import folded
from app.domain.questions import Cloud

LONGEST = 24


class CloudKind(Kind[Cloud]):
    """`{"words": [text, ...]}` with one word at least, and as many as the question allows at the most."""

    name = "cloud"
    graded = False
    collects = 16

    def grade(self, question: Cloud, response: Mapping[str, Any]) -> Grade:
        """Nothing is wrong; something must be there."""
        _words(question, response)
        return Grade(1.0, (), (), Feedback(True, question.reason, question.advice))

    def votes(self, question: Cloud, response: Mapping[str, Any]) -> tuple[str, ...]:
        """Words are counted in the cloud, once they are approved."""
        return ()

    def full_credit(self, question: Cloud) -> dict[str, Any]:
        """Any word."""
        return {"words": ["…a"]}

    def mistaken(self, question: Cloud, chance: Random) -> dict[str, Any]:
        """Any word."""
        return self.full_credit(question)

    def names(self, question: Cloud) -> dict[str, str]:
        """There are no misconceptions in opinions."""
        return {}

    def asked(self, question: Cloud) -> Asked:
        """What to write, and a field for each word."""
        fields = tuple(Entry(str(n), "") for n in range(1, question.most + 1))
        return Asked(question.id, self.name, question.prompt, (), groups=fields, counts="words")

    def solution(self, question: Cloud) -> Solution:
        """No word is right."""
        return Solution((), question.reason, question.advice)

    def pieces(self, question: Cloud, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """The words."""
        return tuple(Piece(str(n), word, "selected") for n, word in enumerate(_words(question, response), start=1))

    def expected(self, question: Cloud) -> str:
        """Nothing."""
        return ""

    def texts(self, question: Cloud, key: str, response: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Each word under its folded form: the same word from many is one."""
        return tuple((folded(word), word) for word in _words(question, response))


def _words(question: Cloud, response: Mapping[str, Any]) -> tuple[str, ...]:
    given = only(response, "words")
    if not isinstance(given, list) or not all(isinstance(one, str) and len(one) <= LONGEST for one in given):
        raise BadResponse("shape")
    found = {folded(one): " ".join(one.split()) for one in given if folded(one)}
    if not found:
        raise BadResponse("incomplete")
    if len(given) > question.most:
        raise BadResponse("shape")
    return tuple(found.values())
