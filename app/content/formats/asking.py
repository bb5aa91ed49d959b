"""What the questions of all kinds have in quiz.yaml."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from app.content.formats.base import CompetenceKey, FactId, Key, Strict, Text

Use = Literal["live", "practice", "exit", "pre", "post"]


class AskingEntry(Strict):
    """A question without what its kind adds."""

    id: Key
    prompt: Text
    competence: CompetenceKey
    use: Annotated[list[Use], Field(min_length=1)]
    reason: Text
    advice: Text
    facts: list[FactId] = []
    case: bool = False
    judging: bool = False
    trustworthy: bool = False

    def shared(self) -> dict[str, Any]:
        """The fields that `app.domain.content.Asking` has."""
        return {
            "id": self.id,
            "prompt": self.prompt,
            "competence": self.competence,
            "uses": tuple(self.use),
            "reason": self.reason,
            "advice": self.advice,
            "facts": tuple(self.facts),
            "case": self.case,
            "judging": self.judging,
            "trustworthy": self.trustworthy,
        }
