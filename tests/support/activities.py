"""Activities for tests: one of each kind, and the small modules folder with them in its lesson."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from app.config import MODULES
from tests.support.modules import FILES, GLOSSARY, INDEX, LESSON, index_of

SLUG = "s9-test"
KNOWN_FACT = "F-24"
"""One that the real modules have."""
ACTIVITIES = f"{SLUG}/activities.yaml"

ROBOT = """\
  - id: roboter
    kind: robot
    prompt: Bring den Roboter zum Ziel.
    paper: Legt die Karten auf den Tisch. Eine Person geht, eine Person liest vor.
    levels:
      - kind: build
        task: Lege Karten bis zur Fahne.
        grid:
          - ". . . ."
          - "> . . Z"
        cards: [forward, left, right]
        slots: 4
      - kind: fix
        task: Eine Karte ist falsch. Findet ihr sie?
        grid:
          - ". . Z"
          - ". # ."
          - "> . ."
        cards: [forward, left, right]
        programme: [forward, forward, right, forward, forward]
      - kind: build
        task: Die Treppe braucht eine Wiederholung.
        grid:
          - "# # # Z"
          - "# # . ."
          - "# . . #"
          - "> . # #"
        cards: [forward, left, right, repeat-3, open, close]
        slots: 7
"""
SEARCH = """\
  - id: suche
    kind: search
    prompt: Sucht mit Karten.
    paper: Eine Person ist die Suchseite. Die anderen legen Karten.
    levels:
      - task: "Was frisst die Maus? Findet es heraus."
        cards:
          - {id: maus, kind: word, text: Maus}
          - {id: frisst, kind: word, text: frisst}
          - {id: ohne, kind: without, text: Computer}
        pages:
          - {title: Maus im Angebot, address: markt.example, note: heute, cards: [maus], ad: true,
             says: Anzeige. Hier will jemand etwas verkaufen.}
          - {title: Maus im Test, address: test.example, note: Vergleich, cards: [maus], alike: 3600,
             says: Das ist Technik.}
          - {title: Maus aus Filz, address: nadel.example, note: Anleitung, cards: [maus, ohne], alike: 90,
             says: Die ist aus Filz.}
          - {title: Wer frisst Strom?, address: strom.example, note: Messung, cards: [frisst],
             says: Das ist Technik.}
          - {title: Was frisst der Igel?, address: igel.example, note: Herbst, cards: [frisst, ohne],
             says: Ein anderes Tier.}
          - {title: Wer frisst Gras?, address: hof.example, note: Schule, cards: [frisst, ohne],
             says: Ein anderes Tier.}
          - {title: Was die Maus frisst, address: wissikon.example, note: "Stand: Mai", cards: [maus, frisst, ohne],
             wanted: true}
      - task: Findet die Regeln der Stadt.
        cards:
          - {id: regeln, kind: word, text: Regeln}
          - {id: genau, kind: exact, text: Regeln im Bad}
          - {id: stadt, kind: site, text: stadt.example}
        pages:
          - {title: Spiel-Regeln, address: sport.example, note: Verein, cards: [regeln],
             says: Andere Regeln.}
          - {title: Regeln im Bad, address: blog.example, note: vor 9 Jahren, cards: [regeln, genau],
             says: Das ist ein Blog.}
          - {title: Regeln im Park, address: stadt.example, note: Mai, cards: [regeln, stadt],
             says: Das ist der Park.}
          - {title: Regeln im Bad?, address: forum.example, note: Forum, cards: [regeln, genau],
             says: Nur eine Frage.}
          - {title: Regeln im Bus, address: stadt.example, note: Mai, cards: [regeln, stadt],
             says: Das ist der Bus.}
          - {title: Meine Regeln im Bad, address: ich.example, note: Blog, cards: [regeln, genau],
             says: Das ist ein Blog.}
          - {title: Alle Ämter, address: stadt.example, note: Mai, cards: [stadt],
             says: Das ist eine Liste.}
          - {title: "Stadt: Regeln im Bad", address: stadt.example, note: "Stand: Mai", cards: [regeln, genau, stadt],
             wanted: true}
"""
NEXT_WORD = """\
  - id: naechstes
    kind: next-word
    prompt: Welches Wort kommt als Nächstes?
    paper: Zählt zu zweit. Eine Person liest vor, eine macht Striche.
    rounds:
      - start: Enten
        texts:
          - Enten schwimmen im Teich.
          - Enten schwimmen im Fluss.
          - Enten fressen Gras.
          - Fische leben im Wasser.
          - Krebse leben im Wasser.
        right: true
        truth: Der Satz stimmt. Kein Text sagt ihn so.
      - start: Wale
        texts:
          - Wale leben im Meer.
          - Wale sind groß.
          - Wale sind klug.
          - Haie sind Fische.
          - Lachse sind Fische.
        right: false
        truth: Wale sind Säugetiere. Dabei stimmt jeder Text.
"""
TREE = """\
  - id: baum
    kind: tree
    prompt: Baut den Baum.
    paper: Legt den Baum und schickt die Wesen hindurch.
    homes: [Lumo, Pix]
    levels:
      - task: Welche Fragen trennen Lumo und Pix?
        examples:
          - {home: Pix, has: [horns]}
          - {home: Lumo, has: [square, horns]}
          - {home: Lumo, has: [stripes]}
          - {home: Pix, has: [square, stripes]}
          - {home: Pix, has: [horns, stripes, tail]}
          - {home: Lumo, has: [square, horns, tail]}
          - {home: Lumo, has: [tail]}
          - {home: Pix, has: [square, horns, stripes, tail]}
      - task: Alle Beispiele sind rund.
        examples:
          - {home: Pix, has: [horns]}
          - {home: Lumo, has: [stripes]}
          - {home: Pix, has: [horns, stripes]}
          - {home: Lumo, has: [tail]}
    new:
      - {home: Pix, has: [horns, tail]}
      - {home: Pix, has: [square, stripes]}
      - {home: Lumo, has: []}
      - {home: Lumo, has: [square, horns]}
"""
KINDS: Mapping[str, str] = {"robot": ROBOT, "search": SEARCH, "next-word": NEXT_WORD, "tree": TREE}
"""An example of each kind, as it stands in activities.yaml."""
WORDS = """\
  - key: mond
    word: Mond
    text: Er kreist um die Erde.
    translations:
      ar: {word: قمر, text: يدور حول الأرض}
      uk: {word: Місяць, text: Він обертається навколо Землі}
  - {key: nachsehen, word: Nachsehen, text: Selbst hinschauen statt glauben.}
"""
"""For the end of glossary.yaml: words that the lesson and its first question use."""
FILE = "activities:\n" + "".join(KINDS.values())

SLIDE = """\
## Los

::: activity {id}
:::

::: home
Probier es aus.
:::

::: notes
Sag: Jetzt ihr.
Aus der Ferne: Jemand tippt an der Tafel.
:::

---

"""
QUESTION = "## Wähle\n"


def active_files(file: str = FILE) -> dict[str, str | bytes]:
    """The small folder with `file` as its activities.yaml, and a slide for each activity before the question."""
    slides = "".join(SLIDE.format(id=one) for one in re.findall(r"^  - id: (\S+)$", file, re.MULTILINE))
    return {**FILES, LESSON: FILES[LESSON].replace(QUESTION, slides + QUESTION, 1), ACTIVITIES: file}


def only(kind: str) -> dict[str, str | bytes]:
    """The same with the example of `kind` alone, which begins in line 2 of activities.yaml."""
    return active_files("activities:\n" + KINDS[kind])


def altered(kind: str, old: str, new: str, file: str = ACTIVITIES) -> Mapping[str, str | bytes]:
    """The files of `only(kind)` with `old`, which stands in `file` at least once, replaced where it stands first."""
    files = only(kind)
    assert old in str(files[file])
    return {**files, file: str(files[file]).replace(old, new, 1)}


def stocked(folder: Path) -> Path:
    """The real modules with the small one, its activities and its words beside them, in `folder`."""
    modules = folder / "modules"
    shutil.copytree(MODULES, modules)
    with (modules / GLOSSARY).open("a", encoding="utf-8") as words:
        words.write(WORDS)
    with (modules / INDEX).open("a", encoding="utf-8") as ids:
        ids.write(index_of(active_files()))
    for name, text in active_files().items():
        if name.startswith(f"{SLUG}/"):
            file = modules / name
            file.parent.mkdir(parents=True, exist_ok=True)
            assert isinstance(text, str)
            file.write_text(text.replace("F-10", KNOWN_FACT), encoding="utf-8")
    return modules
