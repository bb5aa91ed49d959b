"""ids.txt: no id comes under another meaning, none comes back, none goes without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.content.reading import read
from tests.support.activities import ACTIVITIES, FILE, active_files
from tests.support.modules import FILES, INDEX, MODULE, QUIZ, TODAY, changed, found, index_of, write

ALL = index_of()
GONE = "zurückholen, oder retired hinter die Zeile schreiben"
ANOTHER = "eine neue Id wählen; gegebene Antworten hängen an der alten"
ASK = "techteens content index ausführen"

BROKEN = {
    "new id": ("s9-test/folge order\n", "", [f"{QUIZ}:16:9: die Id 'folge' steht nicht in ids.txt ({ASK})"]),
    "new module": ("s9-test module\n", "", [f"{MODULE}:3:7: die Id 's9-test' steht nicht in ids.txt ({ASK})"]),
    "lost id": (
        "s9-test/folge order",
        "s9-test/finden order\ns9-test/folge order",
        [f"ids.txt:3:1: die Id 'finden' gibt es in 's9-test' nicht mehr ({GONE})"],
    ),
    "lost module": (
        "s9-test module",
        "s1-alt module\ns1-alt/x order\ns9-test module",
        [f"ids.txt:1:1: das Modul 's1-alt' gibt es nicht mehr ({GONE})"],
    ),
    "lost with a word": ("s9-test module", "s1-alt module retired\ns1-alt/x order retired\ns9-test module", []),
    "back again": (
        "s9-test/folge order",
        "s9-test/folge order retired",
        [f"{QUIZ}:16:9: die Id 'folge' ist in ids.txt zurückgezogen und kommt nicht wieder ({ANOTHER})"],
    ),
    "another kind": (
        "s9-test/folge order",
        "s9-test/folge groups",
        [f"{QUIZ}:16:9: die Id 'folge' stand bisher für 'groups', jetzt für 'order' ({ANOTHER})"],
    ),
    "no line": (
        "s9-test module",
        "s9-test = Modul\ns9-test module",
        [
            "ids.txt:1:1: das ist keine Zeile mit einer Id"
            " (so: s2-phishing/code choice; was es nicht mehr gibt, hat retired dahinter)"
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_fit_the_list_is_told(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN[name]
    assert old in ALL
    told = [
        str(one).removeprefix("modules/") for one in found(tmp_path, {**FILES, INDEX: ALL.replace(old, new)}).errors
    ]
    assert told == expected


def test_lines_stand_in_their_order_once(tmp_path: Path) -> None:
    last = ALL.splitlines()[-1]
    told = [str(one).removeprefix("modules/") for one in found(tmp_path, {**FILES, INDEX: f"{last}\n{ALL}"}).errors]
    assert told[0] == f"ids.txt:2:1: 's9-test' steht nicht an seinem Platz ({ASK})"
    assert told[-1].endswith(f"'{last.split()[0]}' steht hier zweimal (eine der Zeilen löschen)")


def test_a_question_and_an_activity_share_no_id(tmp_path: Path) -> None:
    files = active_files(FILE.replace("id: roboter", "id: wahl"))
    assert [str(one) for one in found(tmp_path, files).errors] == [
        f"modules/{ACTIVITIES}:2:9: die Id 'wahl' hat schon eine Frage (in einem Modul hat jede Id nur eine Bedeutung)"
    ]


def test_activities_are_in_the_list(tmp_path: Path) -> None:
    files = {**active_files(), INDEX: ALL}
    assert f"modules/{ACTIVITIES}:2:9: die Id 'roboter' steht nicht in ids.txt ({ASK})" in [
        str(one) for one in found(tmp_path, files).errors
    ]


def test_a_list_that_is_missing_is_told_once(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / INDEX).unlink()
    assert [str(one) for one in read(folder, TODAY).errors] == [f"modules/ids.txt:1:1: diese Datei fehlt ({ASK})"]


def test_the_command_adds_what_is_new_and_takes_nothing_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "s1-alt module retired\ns9-test/wahl choice\n"
    folder = write(tmp_path, {**active_files(), INDEX: old})
    assert main(["content", "index", str(folder)]) == 0
    new = index_of(active_files())
    assert (folder / INDEX).read_text(encoding="utf-8") == f"s1-alt module retired\n{new}"
    lines = new.count("\n")
    assert capsys.readouterr().out == f"Neu in ids.txt: {lines - 1}. Insgesamt: {lines + 1}.\n"
    assert read(folder, TODAY).errors == ()
    assert main(["content", "index", str(folder)]) == 0
    assert capsys.readouterr().out == f"Neu in ids.txt: 0. Insgesamt: {lines + 1}.\n"


def test_the_command_makes_the_list(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / INDEX).unlink()
    assert main(["content", "index", str(folder)]) == 0
    assert (folder / INDEX).read_text(encoding="utf-8") == ALL


def test_the_command_leaves_a_list_alone_that_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path, {**FILES, INDEX: "<<<<<<< main\n"})
    assert main(["content", "index", str(folder)]) == 1
    assert (folder / INDEX).read_text(encoding="utf-8") == "<<<<<<< main\n"
    assert "modules/ids.txt:1:1: das ist keine Zeile" in capsys.readouterr().out


def test_a_question_that_cannot_be_read_is_not_lost(tmp_path: Path) -> None:
    files = changed(QUIZ, "prompt: Ordne die Schritte.", "promt: Ordne die Schritte.")
    assert not [one for one in found(tmp_path, files).errors if one.file == f"modules/{INDEX}"]


@pytest.mark.parametrize("broken", [QUIZ, MODULE])
def test_a_file_that_cannot_be_read_loses_no_ids(broken: str, tmp_path: Path) -> None:
    files = {**FILES, broken: "- {", INDEX: ALL}
    assert not [one for one in found(tmp_path, files).errors if one.file == f"modules/{INDEX}"]
