"""The small modules folder with each of its questions, one of a kind, in the hour and where it can be at home."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from app.config import MODULES
from app.domain.grading import KINDS
from tests.support.activities import KNOWN_FACT
from tests.support.modules import FILES, INDEX, LESSON, QUIZ, index_of

SLUG = "s9-test"
FIRST = "## Wähle\n"
SLIDE = """\
## Und das?

::: question {id}
:::

::: notes
Sag: Und das?
Aus der Ferne: Jemand liest vor.
:::

---

"""


def files() -> dict[str, str | bytes]:
    """The files, each question asked on a slide of its own."""
    asked = dict(re.findall(r"^  - id: (\S+)\n    kind: (\S+)$", FILES[QUIZ], re.MULTILINE))
    slides = "".join(SLIDE.format(id=one) for one in asked if f"::: question {one}\n" not in FILES[LESSON])
    quiz = FILES[QUIZ]
    for id_, kind in asked.items():
        uses = "[live, practice]" if KINDS[kind].graded else "[live]"
        quiz = re.sub(rf"(  - id: {id_}\n    kind: {kind}\n    use: )\[.*\]", rf"\g<1>{uses}", quiz)
    return {**FILES, LESSON: FILES[LESSON].replace(FIRST, slides + FIRST, 1), QUIZ: quiz}


def stocked(folder: Path) -> Path:
    """The real modules with this one beside them, in `folder`."""
    modules, own = folder / "modules", files()
    shutil.copytree(MODULES, modules)
    with (modules / INDEX).open("a", encoding="utf-8") as ids:
        ids.write(index_of(own))
    for name, text in own.items():
        if name.startswith(f"{SLUG}/"):
            file = modules / name
            file.parent.mkdir(parents=True, exist_ok=True)
            assert isinstance(text, str)
            file.write_text(text.replace("F-10", KNOWN_FACT), encoding="utf-8")
    return modules
