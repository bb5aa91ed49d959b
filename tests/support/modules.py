"""A small modules folder in which everything is in order: one module, one question of each kind, one picture."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from app.content.reading import Found, read
from app.domain.content import Module

TODAY = date(2026, 11, 27)
MODULE = "s9-test/module.yaml"
LESSON = "s9-test/lesson.md"
QUIZ = "s9-test/quiz.yaml"
PICTURE = "s9-test/media/punkt.svg"
MAP = "s9-test/media/karte.svg"
FACTS = "facts.yaml"
GLOSSARY = "glossary.yaml"
INDEX = "ids.txt"

FILES: Mapping[str, str] = {
    "tracks.yaml": """\
tracks:
  - {key: s, name: Digitale Souveränität}
""",
    "competences.yaml": """\
frameworks:
  kmk: {name: KMK, version: "2016"}
competences:
  - {key: "kmk:4.1", name: Sicher agieren}
  - {key: "kmk:1.2", name: Bewerten}
""",
    FACTS: """\
facts:
  - id: F-10
    text: Der Mond ist rund.
    source: {body: Sternwarte, title: Der Mond, year: 2025, read: 2026-11-01}
    status: gut belegt
    check_by: 2027-11-30
""",
    GLOSSARY: """\
words:
  - {key: mond, word: Mond, text: "Der Mond kreist um die Erde."}
  - {key: stern, word: Stern, text: "Ein Stern leuchtet selbst."}
""",
    MODULE: """\
title: Ein Test
subtitle: Nur zum Prüfen
slug: s9-test
track: s
lang: de
grades: [7, 8]
status: geprüft
goals:
  - Du prüfst etwas.
competences: ["kmk:4.1"]
facts: [F-10]
fascinating: Alles passt.
at_home: Frag jemanden.
phases:
  - {key: abruf, minutes: {45: 5, 90: 5, short: 0}, may_drop: true}
  - {key: einstieg, minutes: {45: 5, 90: 5, short: 5}, may_drop: false}
  - {key: input, minutes: {45: 8, 90: 8, short: 5}, may_drop: false}
  - {key: tafel, minutes: {45: 12, 90: 15, short: 5}, may_drop: false}
  - {key: abstimmen, minutes: {45: 8, 90: 8, short: 5}, may_drop: false}
  - {key: beruf, minutes: {45: 4, 90: 10, short: 5}, may_drop: false}
  - {key: exit, minutes: {45: 3, 90: 6, short: 5}, may_drop: false}
extra_90:
  - {name: Pause, minutes: 33}
authors: [TechTeens]
licence: CC BY 4.0
""",
    LESSON: """\
# phase: abruf

## Noch da?

Was war der Mond?

::: home
Lies es **noch** einmal.
:::

::: notes
Sag: Wir fangen an.
Aus der Ferne: Jemand im Raum zählt.

**Dauer:** 5 Minuten.
:::

---

# phase: einstieg

## Ein Punkt

![Ein Punkt](punkt.svg)

::: notes
Sag: Seht hin.
Aus der Ferne: Jemand zeigt darauf.
:::

---

# phase: input

## Rund

::: fact F-10
:::

::: notes
Sag: So ist es.
Aus der Ferne: Jemand liest vor.
:::

---

# phase: tafel

## Wähle

::: question wahl
:::

::: notes
Sag: Wählt.
Aus der Ferne: Jemand zählt.
:::

---

# phase: abstimmen

## Ordne

::: question folge
:::

::: notes
Sag: Ordnet.
Aus der Ferne: Jemand schiebt.
:::

---

# phase: beruf

## Dunkel

::: dark
Eine Geschichte.
:::

::: notes
Sag: Ich erzähle.
Aus der Ferne: Jemand macht das Licht aus.
:::

---

# phase: exit

## Quellen

::: sources
:::

::: notes
Sag: Daher wissen wir das.
Aus der Ferne: Die Folie bleibt stehen.
:::
""",
    QUIZ: """\
questions:
  - id: wahl
    kind: choice
    use: [live, practice]
    competence: "kmk:4.1"
    prompt: Was machst du?
    facts: [F-10]
    case: true
    judging: true
    trustworthy: true
    options:
      - {id: gut, text: Nachsehen, right: true, feedback: Stimmt.}
      - {id: schlecht, text: Glauben, mis: zu-schnell, name: Zu schnell, feedback: Viele glauben schnell.}
    reason: Wer nachsieht, weiß mehr.
    advice: Sieh nach.
  - id: folge
    kind: order
    use: [live]
    competence: "kmk:4.1"
    prompt: Ordne die Schritte.
    case: true
    items:
      - {id: eins, text: Erstens}
      - {id: zwei, text: Zweitens}
      - {id: drei, text: Drittens}
    slips:
      - {first: zwei, second: eins, mis: zu-frueh, name: Zu früh, feedback: Viele fangen zu früh an.}
    reason: Eins kommt vor zwei.
    advice: Fang vorn an.
  - id: gruppen
    kind: groups
    use: [practice]
    competence: "kmk:4.1"
    prompt: Sortiere.
    groups:
      - {id: rund, text: Rund}
      - {id: eckig, text: Eckig}
    items:
      - {id: ball, text: Ball, group: rund, mis: verwechselt, name: Verwechselt, feedback: Ein Ball ist rund.}
      - {id: mond, text: Mond, group: rund, mis: verwechselt, name: Verwechselt, feedback: Der Mond ist rund.}
      - {id: wuerfel, text: Würfel, group: eckig, mis: verwechselt, name: Verwechselt, feedback: Er hat Ecken.}
    reason: Ecken sieht man.
    advice: Sieh hin.
  - id: zeilen
    kind: mark
    use: [practice]
    competence: "kmk:4.1"
    prompt: Welche Zeilen drängen?
    marks:
      - {id: eile, name: Eile}
    message:
      from: "Mila (erfunden)"
      lines:
        - {id: gruss, text: "Hallo du.", mark: null, name: Gruß verdächtigt, feedback: Das ist harmlos.}
        - {id: jetzt, text: "Mach sofort!", mark: eile, name: Eile übersehen, feedback: Das drängt.}
    reason: Sofort ist Eile.
    advice: Warte kurz.
  - id: mehrere
    kind: multiple
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was ist rund?
    case: true
    options:
      - {id: ball, text: Ein Ball, right: true, feedback: Stimmt.}
      - {id: mond, text: Der Mond, right: true, feedback: Stimmt.}
      - {id: buch, text: Ein Buch, mis: verwechselt, name: Verwechselt, feedback: Ein Buch hat Ecken.}
    reason: Rund hat keine Ecken.
    advice: Zähl die Ecken.
  - id: stimmts
    kind: truth
    use: [practice]
    competence: "kmk:4.1"
    prompt: Stimmt das? Warum?
    case: true
    statement: Der Mond leuchtet selbst.
    causes:
      - {id: nacht, text: Nachts ist er hell, says: true, mis: hell, name: Hell heißt Licht, feedback: Viele denken so.}
      - {id: sonne, text: Er zeigt Licht der Sonne, says: false, right: true, feedback: Stimmt.}
    reason: Der Mond zeigt Licht der Sonne.
    advice: Frag, woher das Licht kommt.
  - id: anzahl
    kind: number
    use: [practice]
    competence: "kmk:4.1"
    prompt: Wie viele Ecken hat ein Würfel?
    case: true
    right: 8
    steps: [4, 8, 12]
    slips:
      - {low: 6, high: 6, mis: flaechen, name: Flächen gezählt, feedback: Viele zählen die Flächen.}
    reason: Oben vier und unten vier.
    advice: Zähl oben und unten.
  - id: wort
    kind: short
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was kreist um die Erde?
    case: true
    answers:
      - {id: mond, texts: [Mond, der Mond], right: true}
      - {id: sonne, texts: [Sonne], mis: sonne-kreist, name: Die Sonne kreist, feedback: Viele sehen sie wandern.}
    reason: Der Mond kreist um die Erde.
    advice: Schau nachts hoch.
  - id: meinung
    kind: poll
    use: [live]
    competence: "kmk:4.1"
    prompt: Wie findest du den Mond?
    case: true
    options:
      - {id: schoen, text: Schön}
      - {id: egal, text: Egal}
    reason: Beides ist in Ordnung.
    advice: Frag andere.
  - id: frei
    kind: free
    use: [live]
    competence: "kmk:4.1"
    prompt: Was willst du wissen?
    case: true
    reason: Wir sammeln Fragen.
    advice: Frag nach.
  - id: nachtwort
    kind: cloud
    use: [live]
    competence: "kmk:4.1"
    prompt: Woran denkst du beim Mond?
    case: true
    reason: Wörter zeigen, was wir wissen.
    advice: Vergleiche.
  - id: paare
    kind: match
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was gehört zusammen?
    case: true
    items:
      - {id: tag, text: Am Tag, partner: hell, mis: vertauscht, name: Vertauscht, feedback: Am Tag ist es hell.}
      - {id: nacht, text: Nachts, partner: dunkel, mis: vertauscht, name: Vertauscht, feedback: Dann ist es dunkel.}
    partners:
      - {id: hell, text: Licht}
      - {id: dunkel, text: Dunkelheit}
    reason: Am Tag scheint die Sonne.
    advice: Schau aus dem Fenster.
  - id: luecken
    kind: gap
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was fehlt hier?
    case: true
    text: Die Erde kreist um die ___. Das dauert ein ___.
    words: [Sonne, Jahr, Stunde]
    gaps:
      - {id: erste, accepts: [Sonne]}
      - id: zweite
        accepts: [Jahr]
        slips:
          - {text: Stunde, mis: zu-kurz, name: Zu kurz, feedback: Der Weg ist weit.}
    reason: Einmal um die Sonne ist ein Jahr.
    advice: Denk an deinen Geburtstag.
  - id: saetze
    kind: highlight
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was ist was?
    case: true
    inks:
      - {id: tatsache, name: Tatsache}
      - {id: meinung, name: Meinung}
    passages:
      - {id: voll, text: Heute ist Vollmond., ink: tatsache, mis: urteil, name: Urteil, feedback: Das kann man sehen.}
      - {id: schoen, text: Er ist schön., ink: meinung, mis: urteil, name: Urteil, feedback: Das ist ein Urteil.}
      - {id: gruss, text: Bis bald!, ink: null, mis: urteil, name: Urteil, feedback: Das ist nur ein Gruß.}
    reason: Eine Tatsache kann man prüfen.
    advice: Frag, ob man es messen kann.
  - id: karte
    kind: spots
    use: [practice]
    competence: "kmk:4.1"
    prompt: Wo ist etwas?
    case: true
    picture: {file: karte.svg, alt: Ein Blatt Papier.}
    marks:
      - {id: punkt, name: Punkt}
    regions:
      - {id: mitte, text: Die Mitte, box: [30, 20, 40, 60], mark: punkt, name: Übersehen, feedback: Da ist er.}
      - {id: rand, text: Der Rand, box: [0, 0, 20, 100], mark: null, name: Verdächtigt, feedback: Da ist nichts.}
    reason: Der Punkt ist in der Mitte.
    advice: Schau genau hin.
""",
    PICTURE: """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" role="img" aria-labelledby="t d">
  <title id="t">Ein Punkt</title>
  <desc id="d">Ein schwarzer Punkt. Zeichnung: TechTeens, CC BY 4.0.</desc>
  <circle cx="20" cy="10" r="5" fill="#13171d"/>
</svg>
""",
    MAP: """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" role="img" aria-labelledby="t d">
  <title id="t">Ein Blatt</title>
  <desc id="d">Ein Blatt mit einem Punkt. Zeichnung: TechTeens, CC BY 4.0.</desc>
  <circle cx="200" cy="120" r="50" fill="#13171d"/>
</svg>
""",
}


def write(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    """The modules folder inside `folder`, written out, with a list of the ids in it unless `files` has one."""
    for name, text in {INDEX: index_of(files), **files}.items():
        file = folder / "modules" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            file.write_bytes(text)
        else:
            file.write_text(text, encoding="utf-8")
    return folder / "modules"


def index_of(files: Mapping[str, str | bytes] = FILES) -> str:
    """The list of all ids in `files`; the first of two with the same name."""
    kinds = {name.split("/")[0]: "module" for name in files if name.endswith("/module.yaml")}
    for name, text in files.items():
        if isinstance(text, str) and name.endswith(("/quiz.yaml", "/activities.yaml")):
            for entry in re.split(r"^  - id: ", text, flags=re.MULTILINE)[1:]:
                kind = re.search(r"^    kind: (\S+)", entry, re.MULTILINE)
                kinds.setdefault(f"{name.split('/')[0]}/{entry.split()[0]}", kind[1] if kind else "choice")
    return "".join(f"{name} {kind}\n" for name, kind in sorted(kinds.items()))


def changed(file: str, old: str, new: str) -> dict[str, str | bytes]:
    """The files with `old`, which stands in `file` at least once, replaced where it stands first."""
    assert old in FILES[file]
    return {**FILES, file: FILES[file].replace(old, new, 1)}


def found(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Found:
    """What is read from these files on the day of the tests."""
    return read(write(folder, files), TODAY)


@cache
def small_module() -> Module:
    """The one module of the folder."""
    with tempfile.TemporaryDirectory() as folder:
        return found(Path(folder)).library.modules["s9-test"]
