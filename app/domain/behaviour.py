"""How a question behaves where it is asked. The question itself is the same everywhere and knows nothing of it.

Practice may help and let people try again; a test helps at its end; what is asked before an hour says nothing, so that
the same questions can be asked after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.content import Module
from app.domain.questions import Asking, Question


class Telling(StrEnum):
    """When somebody learns whether an answer was right."""

    NOW = "now"
    AT_THE_END = "end"
    WITH_THE_ROOM = "room"
    NEVER = "never"


@dataclass(frozen=True)
class Behaviour:
    """The rules of one place where questions are asked. `context` is stored with the attempt.

    `uses` are those a question must have one of; `tries` how often one may answer before the solution is told.
    """

    context: str
    uses: frozenset[str]
    telling: Telling
    tries: int = 1
    hints: bool = False

    def asks(self, question: Asking) -> bool:
        """Whether this question may be asked here."""
        return bool(self.uses & set(question.uses))

    def questions(self, module: Module) -> tuple[Question, ...]:
        """The questions of `module` that may be asked here."""
        return tuple(one for one in module.questions if self.asks(one))

    def hint_of(self, question: Asking, number: int) -> tuple[str, ...]:
        """The first `number` hints of `question`, as far as it has them; none where hints are no part of this."""
        return question.hints[: max(0, number)] if self.hints else ()

    def told(self, right: bool, tries: int) -> bool:
        """Whether the solution is told after so many tries."""
        return self.telling is Telling.NOW and (right or tries >= self.tries)


AT_HOME = frozenset({"practice", "exit"})

BEHAVIOURS: Mapping[str, Behaviour] = {
    one.context: one
    for one in (
        Behaviour("practice", AT_HOME, Telling.NOW, tries=2, hints=True),
        Behaviour("recall", AT_HOME, Telling.NOW),
        Behaviour("live", frozenset({"live"}), Telling.WITH_THE_ROOM),
        Behaviour("paper", frozenset({"live", "exit"}), Telling.WITH_THE_ROOM),
        Behaviour("test", frozenset({"exit"}), Telling.AT_THE_END),
        Behaviour("pre", frozenset({"pre"}), Telling.NEVER),
        Behaviour("post", frozenset({"post"}), Telling.AT_THE_END),
    )
}
"""By context."""
