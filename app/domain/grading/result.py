"""What grading gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of a response: an item, a line, an option; what was given and what was expected."""

    id: str
    right: bool
    given: str
    expected: str


@dataclass(frozen=True)
class Feedback:
    """Feedback in three parts: right or not yet, the reason naming the idea, what to do next time."""

    right: bool
    reason: str
    advice: str


@dataclass(frozen=True)
class Grade:
    """The grade of one response. `score` is 0 to 1; `correct` means a score of 1."""

    score: float
    parts: tuple[Part, ...]
    misconceptions: tuple[str, ...]
    feedback: Feedback

    @property
    def correct(self) -> bool:
        """Everything is right."""
        return self.score >= 1.0
