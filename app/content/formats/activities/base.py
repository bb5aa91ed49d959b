"""What the activities of all kinds have in activities.yaml."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from app.content.formats.asking import Fault
from app.content.formats.base import Key, Strict, Text
from app.domain.activities import Activity


def at_most(letters: int) -> AfterValidator:
    """For `Annotated[Text, at_most(40)]`: a text that fits where it is shown."""

    def fits(text: str) -> str:
        if len(text) > letters:
            message = f"das sind {len(text)} Zeichen, höchstens {letters} passen hierher"
            raise PydanticCustomError("wording", "{message}", {"message": message, "hint": ""})
        return text

    return AfterValidator(fits)


Prompt = Annotated[Text, at_most(40)]
"""The heading on the board: one line beside the buttons for the levels."""
Task = Annotated[Text, at_most(46)]
"""What there is to do in a level: one line beside the buttons for the levels, where it stands for the prompt."""


class DoingEntry(Strict):
    """An activity without what its kind adds. Kinds say what `content check` must know of them."""

    id: Key
    prompt: Prompt
    paper: Text

    @abstractmethod
    def to_domain(self) -> Activity:
        """As a value."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the form: a level that cannot be solved, a name that leads nowhere."""
        yield from ()

    def shared(self) -> dict[str, Any]:
        """The fields that `app.domain.activities.Doing` has."""
        return {"id": self.id, "prompt": self.prompt, "paper": self.paper}
