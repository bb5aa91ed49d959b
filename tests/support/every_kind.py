"""The small modules folder with every question of it in the hour and at home: one of each kind."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from app.config import MODULES
from tests.support.activities import KNOWN_FACT
from tests.support.modules import FILES, LESSON, QUIZ

SLUG = "s9-test"
QUESTION = "## Wähle\n"
SLIDE = """\
## Frage {id}

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
    found = re.findall(r"^  - id: (\S+)$", FILES[QUIZ], re.MULTILINE)
    slides = "".join(SLIDE.format(id=one) for one in found if f"::: question {one}\n" not in FILES[LESSON])
    return {
        **FILES,
        LESSON: FILES[LESSON].replace(QUESTION, slides + QUESTION, 1),
        QUIZ: re.sub(r"use: \[.*\]", "use: [live, practice]", FILES[QUIZ]),
    }


def stocked(folder: Path) -> Path:
    """The real modules with this one beside them, in `folder`."""
    modules = folder / "modules"
    shutil.copytree(MODULES, modules)
    for name, text in files().items():
        if name.startswith(f"{SLUG}/"):
            file = modules / name
            file.parent.mkdir(parents=True, exist_ok=True)
            assert isinstance(text, str)
            file.write_text(text.replace("F-10", KNOWN_FACT), encoding="utf-8")
    return modules
