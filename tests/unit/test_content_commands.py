"""`techteens content show`, `new` and `stats`: a module as people read it, one to begin with, and what all cover."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from app.cli import main
from app.config import MODULES
from app.content.formats.quiz import KINDS
from app.content.reading import read
from app.content.show import WIDTH
from app.content.stats import table
from app.domain.questions import Question
from tests.support.activities import active_files
from tests.support.modules import FILES, MODULE, TODAY, changed, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, active_files())


def test_show_prints_all_that_people_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "show", "s9-test", str(folder)]) == 0
    out = capsys.readouterr().out
    for part in (
        "Ein Test: Nur zum Prüfen",
        "s9-test · Digitale Souveränität · Klasse 7, 8 · geprüft",
        "ABRUF  (5 Minuten, lang 5, kurz 0, darf wegfallen)",
        "## Noch da?\n   Was war der Mond?\n   Sag: Wir fangen an.\n   Aus der Ferne: Jemand im Raum zählt.\n",
        "   Notizen:\n     Dauer: 5 Minuten.\n   Zum Lesen:\n     Lies es noch einmal.\n",
        "   Bild punkt.svg: Ein Punkt\n",
        "   F-10: Der Mond ist rund.\n",
        "   Aktivität: roboter\n",
        "   Frage wahl  [choice · Stunde, Üben · kmk:4.1 · Fall · Urteil · vertrauenswürdig]\n     Was machst du?\n",
        "     Richtig: A, Nachsehen\n       Nachsehen: Stimmt.\n       Zu schnell: Viele glauben schnell.\n",
        "     Grund: Wer nachsieht, weiß mehr.\n     Nächstes Mal: Sieh nach.\n     Fakten: F-10\n",
        "     Richtig: Erstens → Zweitens → Drittens\n       Zu früh: Viele fangen zu früh an.\n",
        "OHNE FOLIE",
        "QUELLEN",
        "      Sternwarte: Der Mond, 2025. gut belegt, wieder prüfen bis 30.11.2027.\n",
    ):
        assert part in out
    assert max(len(line) for line in out.splitlines()) <= WIDTH
    assert all(out.count(f"   Frage {one.id}  [{one.kind}") == 1 for one in questions(folder))
    assert "::: " not in out


def questions(folder: Path) -> tuple[Question, ...]:
    [module] = read(folder, TODAY).library.modules.values()
    return module.questions


@pytest.mark.parametrize("slug", [one.name for one in sorted(MODULES.iterdir()) if one.is_dir()])
def test_show_prints_every_module(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "show", slug, str(MODULES)]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= WIDTH


def test_show_names_what_was_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "show", "s9-tset", str(folder)]) == 1
    assert capsys.readouterr().err == (
        "Das Modul s9-tset gibt es nicht, oder es ist nicht zu lesen (ist 's9-test' gemeint?).\n"
    )


def test_a_new_module_passes_the_check_beside_the_real_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "modules"
    shutil.copytree(MODULES, folder)
    assert main(["content", "new", "s99-neues-thema", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"{folder / 's99-neues-thema'}: Die Texte darin sind Beispiele, alle sind zu ersetzen."
    assert told[1].startswith("Neu in ids.txt: 5. Insgesamt: ")
    with time_machine.travel(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)):
        assert main(["content", "check", str(folder)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("In Ordnung")
    assert last.endswith("Hinweise: 0.")
    module = read(folder, TODAY).library.modules["s99-neues-thema"]
    assert (module.status, module.track) == ("Entwurf", "s")
    assert {one.kind for one in module.questions} == {"choice", "order", "groups", "mark"}
    assert {one.phase for one in module.slides} == {one.key for one in module.phases}
    assert module.media


@pytest.mark.parametrize("slug", ["updates", "S4-updates", "x4-updates", "../s4-x", "s4", "s4-" + 60 * "a"])
def test_a_name_that_does_not_do_is_refused(slug: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.rglob("*"))
    assert main(["content", "new", slug, str(folder)]) == 1
    assert capsys.readouterr().err.startswith(f"'{slug}' geht nicht als Name: erst der Bereich (s), dann")
    assert sorted(folder.rglob("*")) == before


def test_nothing_that_is_there_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "new", "s9-test", str(folder)]) == 1
    assert "gibt es schon" in capsys.readouterr().err
    assert (folder / MODULE).read_text(encoding="utf-8") == FILES[MODULE]


def test_stats_count_codes_kinds_and_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "stats", str(write(tmp_path))]) == 0
    competences, kinds, uses = (part.splitlines() for part in capsys.readouterr().out.split("\n\n"))
    number = len(KINDS)
    assert competences == [
        "Kompetenz  Module  Fragen  Bereiche  Name",
        f"kmk:4.1         1  {number:>6}  s         Sicher agieren",
        "kmk:1.2         0       0            Bewerten",
    ]
    assert kinds[0].split() == ["Fragen", "nach", "Art", *KINDS, "alle"]
    assert [line.split()[-number - 1 :] for line in kinds[1:]] == [[*("1" * number), str(number)]] * 3
    assert [line.split("  ")[0] for line in kinds[1:]] == ["s9-test", "Digitale Souveränität (s)", "alle"]
    live, practice, exit_, pre, post, total = (int(one) for one in uses[-1].split()[1:])
    assert (exit_, pre, post, total) == (0, 0, 0, number)
    assert live + practice > total
    assert len({len(line) for line in (*kinds, *uses[1:])}) <= 2, "the columns are aligned"


def test_stats_say_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "stats", str(write(tmp_path, changed(MODULE, "lang: de", "lang: en")))]) == 1
    assert "Nicht alles zählt hier mit: 1 Fehler" in capsys.readouterr().out


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert table(("Name", "Zahl"), [("Anna", 3), ("Bo", 12)]) == "Name  Zahl\nAnna     3\nBo      12"
