"""Fill the gaps of a text: the score is the share of gaps that are filled rightly.

Case, blanks, accents and signs are forgiven, and ä may be written ae, unless a gap wants it exactly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from app.domain.errors import BadResponse
from app.domain.grading.kind import Kind
from app.domain.grading.result import Feedback, Grade, Part
from app.domain.grading.shape import only
from app.domain.grading.view import Asked, Entry, Piece, Solution
from app.domain.grading.wording import folded
from app.domain.questions import Gap, Gaps

LONGEST = 60
BLANK = "___"
"""Where a gap is in the text."""


class GapKind(Kind[Gaps]):
    """`{"gaps": {gap: text}}` with every gap: as it was typed, or one of the words to choose from."""

    name = "gap"

    def grade(self, question: Gaps, response: Mapping[str, Any]) -> Grade:
        """The share of gaps with an accepted text; a wrong one that is known has its feedback."""
        given = _given(question, response)
        wrong = [one for one in question.gaps if not _accepts(one, given[one.id])]
        slips = [slip for one in wrong for slip in one.slips if _same(one, slip.text, given[one.id])]
        reason = next((one.feedback for one in slips if one.feedback), question.reason)
        return Grade(
            score=(len(question.gaps) - len(wrong)) / len(question.gaps),
            parts=tuple(Part(one.id, one not in wrong, given[one.id], one.accepts[0]) for one in question.gaps),
            misconceptions=tuple(dict.fromkeys(one.mis for one in slips)),
            feedback=Feedback(not wrong, reason if wrong else question.reason, question.advice),
        )

    def votes(self, question: Gaps, response: Mapping[str, Any]) -> tuple[str, ...]:
        """The gaps that are filled rightly."""
        given = _given(question, response)
        return tuple(one.id for one in question.gaps if _accepts(one, given[one.id]))

    def full_credit(self, question: Gaps) -> dict[str, Any]:
        """The first accepted text in every gap that may stand there."""
        return {"gaps": {one.id: _best(question, one) for one in question.gaps}}

    def mistaken(self, question: Gaps, chance: Random) -> dict[str, Any]:
        """A wrong text in one gap: one that is known, another word of the list, or a row of dots."""
        gap = chance.choice(question.gaps)
        wrong = [slip.text for slip in gap.slips] or [one for one in question.words if not _accepts(gap, one)]
        return {"gaps": {**self.full_credit(question)["gaps"], gap.id: chance.choice(wrong) if wrong else "…?"}}

    def names(self, question: Gaps) -> dict[str, str]:
        """One for each wrong text that is known."""
        return {slip.mis: slip.name for one in question.gaps for slip in one.slips}

    def asked(self, question: Gaps) -> Asked:
        """The text with its gaps, and the words to choose from."""
        gaps = tuple(Entry(one.id, "") for one in question.gaps)
        words = tuple(Entry(one, one) for one in question.words)
        return Asked(question.id, self.name, question.prompt, gaps, groups=words, text=question.text, counts="right")

    def rows(self, question: Gaps) -> tuple[Entry, ...]:
        """Each gap with the words around it."""
        parts = question.text.split(BLANK)
        return tuple(Entry(one.id, _around(parts, n)) for n, one in enumerate(question.gaps))

    def solution(self, question: Gaps) -> Solution:
        """What belongs into each gap."""
        return Solution((), question.reason, question.advice, self.full_credit(question)["gaps"])

    def pieces(self, question: Gaps, response: Mapping[str, Any]) -> tuple[Piece, ...]:
        """Each gap as it was filled."""
        given = _given(question, response)
        return tuple(_piece(question, one, given[one.id]) for one in question.gaps)

    def expected(self, question: Gaps) -> str:
        """All accepted texts, gap by gap."""
        return " · ".join(" / ".join(one.accepts) for one in question.gaps)

    def shuffled(self, question: Gaps, chance: Random) -> Gaps:
        """The words to choose from in a drawn order; the gaps stay where the text has them."""
        return replace(question, words=tuple(chance.sample(question.words, k=len(question.words))))


def _given(question: Gaps, response: Mapping[str, Any]) -> Mapping[str, str]:
    given, wanted = only(response, "gaps"), {one.id for one in question.gaps}
    if not isinstance(given, dict) or not all(isinstance(one, str) and len(one) <= LONGEST for one in given.values()):
        raise BadResponse("shape")
    if set(given) - wanted:
        raise BadResponse("unknown-id")
    if {id_ for id_, text in given.items() if text.strip()} != wanted:
        raise BadResponse("incomplete")
    if question.words and not set(given.values()) <= set(question.words):
        raise BadResponse("unknown-id")
    return given


def _accepts(gap: Gap, text: str) -> bool:
    return any(_same(gap, one, text) for one in gap.accepts)


def _same(gap: Gap, known: str, text: str) -> bool:
    if gap.exact:
        return unicodedata.normalize("NFC", known.strip()) == unicodedata.normalize("NFC", text.strip())
    return folded(known) == folded(text)


def _best(question: Gaps, gap: Gap) -> str:
    return next((one for one in question.words if _accepts(gap, one)), gap.accepts[0])


def _piece(question: Gaps, gap: Gap, text: str) -> Piece:
    if _accepts(gap, text):
        return Piece(gap.id, text.strip(), "correct")
    return Piece(gap.id, text.strip(), "wrong", belongs=_best(question, gap))


def _around(parts: list[str], n: int) -> str:
    """The two words before gap `n`, and what stands after it up to the end of a word."""
    before = re.search(r"(\S+\s+)?\S*\s*$", parts[n])
    after = re.match(r"\s*\S*", parts[n + 1])
    return f"{before[0] if before else ''}{BLANK}{after[0] if after else ''}".strip()
