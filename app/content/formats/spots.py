"""Questions of kind spots in quiz.yaml: regions of a picture to mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.content.formats.asking import AskingEntry, Fault, Named, listed, unknown
from app.content.formats.base import Key, NoText, Strict, Text
from app.content.formats.mark import MeansEntry
from app.content.yaml import Path
from app.domain.questions import Region, Spots

FULL = 100
"""Places and sizes are hundredths of the picture's width and height."""
LEAST = 10
"""So much of a picture a finger still hits on a phone."""

Percent = Annotated[int, Field(ge=0, le=FULL)]


class RegionEntry(Strict):
    """One region: `box` is left, top, width and height in percent; `mark` what it is marked for, null for nothing."""

    id: Key
    text: Text
    box: Annotated[list[Percent], Field(min_length=4, max_length=4)]
    mark: Key | None
    name: NoText = ""
    feedback: Text

    def to_domain(self) -> Region:
        """As a value."""
        left, top, width, height = self.box
        return Region(self.id, self.text, (left, top, width, height), self.mark, self.name, self.feedback)


class PictureEntry(Strict):
    """A picture of the module's media, and what it shows in words that do not tell the answer."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.svg$", max_length=60)]
    alt: Text


class SpotsEntry(AskingEntry):
    """Mark the regions of a picture that use some means."""

    kind: Literal["spots"]
    picture: PictureEntry
    marks: Annotated[list[MeansEntry], Field(min_length=1, max_length=6)]
    regions: Annotated[list[RegionEntry], Field(min_length=2, max_length=6)]

    def to_domain(self) -> Spots:
        """As a value."""
        return Spots(
            **self.shared(),
            picture=self.picture.file,
            alt=self.picture.alt,
            marks=tuple(one.to_domain() for one in self.marks),
            regions=tuple(one.to_domain() for one in self.regions),
        )

    def pictures(self) -> Iterator[tuple[Path, str]]:
        """The picture."""
        yield ("picture", "file"), self.picture.file

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Means and regions. A region's name is its mistake, as in a message."""
        yield ("marks",), "name", listed(self.marks, "name")
        yield ("regions",), "text", listed(self.regions)

    def faults(self) -> Iterator[Fault]:
        """Regions lie in the picture, can be hit with a finger, use means that are there, and name their mistake."""
        known = [one.id for one in self.marks]
        for n, one in enumerate(self.regions):
            where: Path = ("regions", n)
            left, top, width, height = one.box
            if left + width > FULL or top + height > FULL:
                message = f"die Stelle '{one.id}' ragt aus dem Bild"
                yield Fault((*where, "box"), message, "links, oben, Breite, Höhe in Prozent des Bildes")
            if min(width, height) < LEAST:
                yield Fault((*where, "box"), f"die Stelle '{one.id}' ist zu klein", f"mindestens {LEAST} Prozent")
            if one.mark is not None:
                message = "'{}' steht nicht unter den marks dieser Frage"
                yield from unknown((*where, "mark"), one.mark, known, message)
            if not one.name:
                message = f"die Stelle '{one.id}' nennt keinen Denkfehler"
                yield Fault(where, message, "einen name dazuschreiben: was übersehen oder verwechselt wird")
