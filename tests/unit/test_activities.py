"""Activities as they are read, checked and kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.content.canonical import from_json, to_json
from app.domain.activities import next_word, robot, search, tree
from app.domain.activities.robot import CARDS, Level
from app.domain.activities.tree import Creature
from tests.support.activities import ACTIVITIES, KINDS, active_files, altered, only
from tests.support.modules import FILES, LESSON, found, small_module

SUPPORT = Path(__file__).parents[1] / "support"
RUNS = json.loads((SUPPORT / "robot_runs.json").read_text(encoding="utf-8"))
SENTENCES = json.loads((SUPPORT / "next_word_runs.json").read_text(encoding="utf-8"))
LISTS = json.loads((SUPPORT / "search_lists.json").read_text(encoding="utf-8"))
TREES = json.loads((SUPPORT / "tree_runs.json").read_text(encoding="utf-8"))

BROKEN = {
    # the file and its slides
    "kind": (ACTIVITIES, "kind: robot", "kind: robbi", ["3:11: die Art 'robbi' gibt es nicht (ist 'robot' gemeint?)"]),
    "no kind": (ACTIVITIES, "    kind: robot\n", "", ["2:5: 'kind' fehlt (möglich: robot, search, next-word, tree)"]),
    "misspelt": (
        ACTIVITIES,
        "paper: Legt",
        "papier: Legt",
        ["2:5: 'paper' fehlt", "5:5: 'papier' gibt es hier nicht (ist 'paper' gemeint?)"],
    ),
    "long prompt": (
        ACTIVITIES,
        "Bring den",
        "Bring " + "den " * 9,
        ["4:13: das sind 60 Zeichen, höchstens 40 passen hierher"],
    ),
    "star": (
        ACTIVITIES,
        "Legt die",
        "Schüler*innen legen die",
        [
            "5:12: 'Schüler*innen' hat ein Sonderzeichen im Wort"
            " (beide Formen oder ein neutrales Wort schreiben: Schülerinnen und Schüler, Jugendliche)"
        ],
    ),
    "unknown": (
        LESSON,
        "activity roboter",
        "activity robotor",
        [
            "51:14: die Aktivität 'robotor' steht nicht in activities.yaml (ist 'roboter' gemeint?)",
            "activities 2:9: keine Folie zeigt die Aktivität 'roboter' ('::: activity roboter' in lesson.md schreiben)",
        ],
    ),
    "no id": (
        LESSON,
        "activity roboter",
        "activity",
        [
            "51:1: hinter '::: activity' fehlt die Id",
            "51:1: die Aktivität '' steht nicht in activities.yaml (möglich: roboter)",
            "activities 2:9: keine Folie zeigt die Aktivität 'roboter' ('::: activity roboter' in lesson.md schreiben)",
        ],
    ),
    "twice": (
        LESSON,
        "::: fact F-10\n:::\n",
        "::: activity roboter\n:::\n",
        ["51:14: die Aktivität 'roboter' steht zweimal in der Stunde"],
    ),
    "text beside": (
        LESSON,
        "::: activity roboter\n:::\n",
        "::: activity roboter\n:::\n\nUnd los.\n",
        ["49:1: neben einer Aktivität ist kein Platz für Text (in '::: home' schreiben)"],
    ),
    "with a question": (
        LESSON,
        "::: activity roboter\n:::\n",
        "::: activity roboter\n:::\n\n::: question wahl\n:::\n",
        ["54:1: diese Folie hat schon einen Block 'activity'", "70:14: die Frage 'wahl' steht zweimal in der Stunde"],
    ),
    # the robot
    "no way": (
        ACTIVITIES,
        "slots: 4",
        "slots: 2",
        [
            "7:9: mit 2 dieser Karten kommt der Roboter nicht ans Ziel"
            " (Gitter öffnen, slots erhöhen oder eine Karte dazugeben)"
        ],
    ),
    "no slots": (
        ACTIVITIES,
        "        slots: 4\n",
        "",
        ["7:9: 'slots' fehlt (so viele Karten darf die Lösung haben)"],
    ),
    "rows": (ACTIVITIES, '"> . . Z"', '"> . Z"', ["11:13: diese Reihe hat 3 Felder, die erste hat 4"]),
    "wide": (
        ACTIVITIES,
        '          - ". . . ."\n          - "> . . Z"\n',
        '          - "> . . . . . Z"\n',
        ["10:13: diese Reihe hat 7 Felder, höchstens 6 passen an die Tafel"],
    ),
    "no goal": (
        ACTIVITIES,
        '"> . . Z"',
        '"> . . ."',
        [
            "10:11: das Gitter hat 0-mal ein Ziel, nötig ist eins"
            " (möglich: . frei, # Wand, Z Ziel, ^ > v < Start und Blick)"
        ],
    ),
    "sign": (
        ACTIVITIES,
        '". # ."',
        '". x ."',
        ["18:13: '.x.' ist keine Reihe des Gitters (möglich: . frei, # Wand, Z Ziel, ^ > v < Start und Blick)"],
    ),
    "card twice": (
        ACTIVITIES,
        "[forward, left, right]",
        "[forward, left, left, right]",
        ["12:32: 'left' steht hier zweimal (jede Art von Karte einmal)"],
    ),
    "one bracket": (
        ACTIVITIES,
        "open, close]",
        "open]",
        ["29:16: hier steht nur eine Klammer (open und close gehören zusammen)"],
    ),
    "right already": (
        ACTIVITIES,
        "right, forward, forward]",
        "left, forward, forward]",
        ["21:20: dieses Programm führt schon ans Ziel (einen Fehler einbauen)"],
    ),
    "more than one wrong": (
        ACTIVITIES,
        "[forward, forward, right, forward, forward]",
        "[right, forward, right, forward, forward]",
        [
            "21:20: keine einzelne andere Karte führt ans Ziel"
            " (genau eine Karte ist falsch, und die richtige steht in cards)"
        ],
    ),
    "two places": (
        ACTIVITIES,
        '          - ". . Z"\n          - ". # ."\n          - "> . ."\n        cards: [forward, left, right]\n'
        "        programme: [forward, forward, right, forward, forward]\n",
        '          - "> Z"\n        cards: [left, right]\n        programme: [left, left, forward]\n',
        ["19:20: der Fehler kann an mehreren Karten liegen: 1, 2 (ihn eindeutig machen)"],
    ),
    "no programme": (
        ACTIVITIES,
        "        programme: [forward, forward, right, forward, forward]\n",
        "",
        ["14:9: 'programme' fehlt (das Programm mit dem Fehler)"],
    ),
    "slots to fix": (
        ACTIVITIES,
        "        programme:",
        "        slots: 5\n        programme:",
        ["21:16: 'slots' steht nur in einem Level 'build'"],
    ),
    "programme to build": (
        ACTIVITIES,
        "        slots: 4\n",
        "        slots: 4\n        programme: [left]\n",
        ["14:20: ein Programm steht nur in einem Level 'fix'"],
    ),
}

BROKEN_SENTENCES = {
    "no beginning": (
        "start: Enten",
        'start: "Enten …"',
        "7:16: 'Enten …' ist kein Anfang (nur Wörter, ohne Satzzeichen)",
    ),
    "nowhere": ("start: Enten", "start: Gänse", "7:16: auf 'Gänse' folgt in keinem Text etwas"),
    "comma": (
        "Enten fressen Gras.",
        "Enten fressen Gras, Brot.",
        "11:13: 'Enten fressen Gras, Brot.' ist hier kein Satz (nur Wörter, am Ende ein Punkt)",
    ),
    "no full stop": (
        "Enten fressen Gras.",
        "Enten fressen Gras",
        "11:13: 'Enten fressen Gras' ist hier kein Satz (nur Wörter, am Ende ein Punkt)",
    ),
    "long text": (
        "Enten fressen Gras.",
        "Enten fressen besonders Gras.",
        "11:13: 'Enten fressen besonders Gras.' hat 29 Zeichen, höchstens 26 passen an die Tafel",
    ),
    "long sentence": (
        "im Wasser.",
        "im Seewasser.",
        "9:11: 'Enten schwimmen im Seewasser.' hat 29 Zeichen, höchstens 26 passen an die Tafel",
    ),
    "twice": (
        "Enten schwimmen im Fluss.",
        "Enten schwimmen im Teich.",
        "10:13: 'Enten schwimmen im Teich.' steht hier zweimal",
    ),
    "tie": (
        "Krebse leben im Wasser.",
        "Krebse leben im Meer.",
        "9:11: auf 'im' folgen 'Teich' und 'Fluss' gleich oft (einen Text ändern oder dazugeben)",
    ),
    "circle": (
        "im Wasser.",
        "im Teich im.",
        "9:11: dieser Satz endet nie (nach jedem Wort muss es auf den Punkt zugehen)",
    ),
    "nothing to guess": (
        "start: Enten",
        "start: Enten schwimmen",
        "9:11: in diesem Satz gibt es 1-mal etwas zu raten, nötig ist 2-mal"
        " (nach einem Wort verschiedene Wörter folgen lassen)",
    ),
    "too much to guess": (
        "Enten fressen Gras.",
        "Enten leben im See.",
        "9:11: auf 'im' folgen 4 Wörter, höchstens 3 passen an die Tafel",
    ),
    "false and written": (
        "Wale sind klug.",
        "Wale sind Fische.",
        "23:16: 'Wale sind Fische.' steht in den Texten und soll doch falsch sein"
        " (alle Texte stimmen; nur der neue Satz darf falsch sein)",
    ),
    "no truth": (
        "right: false",
        "right: vielleicht",
        "23:16: hier muss true oder false stehen (ohne Anführungszeichen)",
    ),
}
"""What is wrong with the sentences of "next-word"."""

BROKEN_SEARCH = {
    "card twice": (
        "          - {id: ohne",
        "          - {id: maus, kind: word, text: Mäuse}\n          - {id: ohne",
        ["9:11: die Karte 'maus' steht hier 2-mal"],
    ),
    "too many cards": (
        "          - {id: ohne",
        "          - {id: lang, kind: exact, text: Maus und Tier}\n"
        "          - {id: seite, kind: site, text: zoo.example}\n"
        "          - {id: ohne",
        [
            "9:11: die Karten brauchen 7 Plätze, an der Tafel sind 6 (mit mehr als 12 Zeichen braucht eine Karte zwei)",
        ],
    ),
    "unknown card": (
        "cards: [maus], alike",
        "cards: [mous], alike",
        ["15:83: die Karte 'mous' gibt es nicht (möglich: frisst, maus, ohne)"],
    ),
    "too long together": (
        "address: markt.example, note: heute",
        "address: sehr-guter-markt.example, note: jeden Tag neu",
        ["13:79: 'address' und 'note' haben zusammen 37 Zeichen, höchstens 30 passen"],
    ),
    "a long ad": (
        "title: Maus im Angebot",
        "title: Maus im großen Angebot",
        ["13:21: der Titel hat 22 Zeichen, hinter dem Wort Anzeige passen höchstens 18"],
    ),
    "a real address": (
        "address: markt.example",
        "address: markt.test",
        ["13:47: diese Adresse könnte es geben (erfundene Adressen enden auf .example)"],
    ),
    "no reason": (
        ",\n             says: Das ist Technik.}",
        "}",
        ["15:13: 'says' fehlt (warum es diese Seite nicht ist)"],
    ),
    "a reason for the wanted one": (
        "wanted: true}",
        "wanted: true, says: Falsch.}",
        ["25:13: die gesuchte Seite ist keine Anzeige und hat kein 'says' (ad und says streichen)"],
    ),
    "nothing wanted": (
        "wanted: true}",
        "says: Nein.}",
        ["13:11: 0 Seiten sind gesucht, nötig ist eine (wanted: true)"],
    ),
    "never seen": (
        "cards: [maus, frisst, ohne],\n",
        "cards: [ohne],\n",
        [
            "13:11: die gesuchte Seite ist nie zu sehen"
            " (bei einer Auswahl der Karten muss sie unter den ersten 3 stehen)"
        ],
    ),
    "seen at once": (
        "cards: [frisst],\n",
        "cards: [ohne],\n",
        [
            "13:11: die Karte 'frisst' allein zeigt schon die gesuchte Seite"
            " (davor 3 andere Seiten mit dieser Karte setzen)"
        ],
    ),
}

BROKEN_TREES = {
    "home": (
        "- {home: Pix, has: [horns]}",
        "- {home: Pax, has: [horns]}",
        ["10:20: 'Pax' steht nicht in homes (möglich: Lumo, Pix)"],
    ),
    "feature twice": (
        "{home: Pix, has: [horns]}",
        "{home: Pix, has: [horns, horns]}",
        ["10:38: 'horns' steht hier zweimal"],
    ),
    "same letter": (
        "homes: [Lumo, Pix]",
        "homes: [Pumo, Pix]",
        [
            "6:12: beide Namen beginnen mit demselben Buchstaben"
            " (am Buchstaben erkennt man an der Tafel, wohin ein Beispiel gehört)",
            *[f"{line}:20: 'Lumo' steht nicht in homes (möglich: Pumo, Pix)" for line in (11, 12, 15, 16, 21, 23)],
            *[f"{line}:16: 'Lumo' steht nicht in homes (möglich: Pumo, Pix)" for line in (27, 28)],
        ],
    ),
    "no square ones": (
        "has: [square, stripes]}\n      - {home: Lumo, has: []}\n      - {home: Lumo, has: [square, horns]}",
        "has: [horns, stripes]}\n      - {home: Lumo, has: []}\n      - {home: Lumo, has: [tail]}",
        ["25:7: eckige Wesen fehlen (für beide Gruppen werden die Treffer gezählt)"],
    ),
    "no tree": (
        "{home: Lumo, has: [square, horns]}",
        "{home: Lumo, has: [horns]}",
        [
            "10:11: kein Baum ordnet alle diese Beispiele richtig ein"
            " (in zwei Stufen von Fragen müssen sich alle trennen lassen)"
        ],
    ),
    "not for new ones": (
        "      - {home: Pix, has: [horns, tail]}\n      - {home: Pix, has: [square, stripes]}",
        "      - {home: Lumo, has: [horns, tail]}\n      - {home: Pix, has: [square, stripes]}",
        ["10:11: kein Baum, der hier alles trifft, trifft auch alle neuen (Beispiele oder new ändern)"],
    ),
    "crowded": (
        "[horns]}\n          - {home: Lumo, has: [square, horns]}",
        "[horns, tail]}\n          - {home: Lumo, has: [square, horns, tail]}",
        [
            "10:11: in einem Blatt können sich 5 Wesen treffen, höchstens 4 haben dort Platz"
            " (die Wesen verschiedener machen)"
        ],
    ),
    "fair all the same": (
        "has: [square, stripes]}\n      - {home: Lumo, has: []}\n      - {home: Lumo, has: [square, horns]}",
        "has: [square, horns, stripes]}\n      - {home: Lumo, has: []}\n      - {home: Lumo, has: [square]}",
        [
            "20:11: die Beispiele sind einseitig, und trotzdem trifft ein Baum alle neuen"
            " (die andere Gruppe bei new nach einer anderen Regel einteilen)"
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN_SEARCH)
def test_a_broken_search_page_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN_SEARCH[name]
    lines = [str(one) for one in found(tmp_path, altered("search", old, new)).errors]
    assert sorted(lines) == sorted(f"modules/{ACTIVITIES}:{one}" for one in expected)


@pytest.mark.parametrize("name", BROKEN_TREES)
def test_a_broken_tree_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN_TREES[name]
    lines = [str(one) for one in found(tmp_path, altered("tree", old, new)).errors]
    assert sorted(lines) == sorted(_full(ACTIVITIES, one) for one in expected)


@pytest.mark.parametrize("one", TREES, ids=lambda one: one["name"])
def test_a_tree_sorts_as_its_questions_and_examples_say(one: dict[str, Any]) -> None:
    nodes, examples, new = one["nodes"], _creatures(one["examples"]), _creatures(one["new"])
    assert [tree.leaf_of(nodes, each) for each in new] == one["leaves"]
    assert list(tree.answers(nodes, examples)) == one["answers"]
    assert [tree.hits(nodes, examples, each) for each in (examples, new)] == [one["fit"], one["hits"]]


def test_perfect_trees_are_those_that_are_right_about_every_example() -> None:
    mixed, one_sided = _creatures(TREES[2]["examples"]), _creatures(TREES[4]["examples"])
    assert ("square", "stripes", "horns") in list(tree.perfect(mixed))
    assert all(tree.hits(one, mixed, mixed) == len(mixed) for one in tree.perfect(mixed))
    assert ("horns", None, None) in list(tree.perfect(one_sided))
    assert list(tree.perfect([Creature((), "Lumo"), Creature((), "Pix")])) == []


def _creatures(raw: list[dict[str, Any]]) -> list[Creature]:
    return [Creature(tuple(one["has"]), one["home"]) for one in raw]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_activity_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    file, old, new, expected = BROKEN[name]
    lines = [str(one) for one in found(tmp_path, altered("robot", old, new, file)).errors]
    assert sorted(lines) == sorted(_full(file, one) for one in expected)


@pytest.mark.parametrize("name", BROKEN_SENTENCES)
def test_a_sentence_that_cannot_grow_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN_SENTENCES[name]
    files = only("next-word")
    text = str(files[ACTIVITIES])
    assert old in text
    lines = [str(one) for one in found(tmp_path, {**files, ACTIVITIES: text.replace(old, new)}).errors]
    assert lines == [_full(ACTIVITIES, expected)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_in_order_and_can_be_kept(kind: str, tmp_path: Path) -> None:
    read = found(tmp_path, only(kind))
    assert [*read.errors, *read.warnings] == []
    module = read.library.modules["s9-test"]
    assert [one.kind for one in module.activities] == [kind]
    assert from_json(to_json(module)) == module
    [slide] = [one for one in module.slides if one.activity]
    assert (slide.kind, module.activity(slide.activity or "")) == ("activity", module.activities[0])


def test_a_module_that_was_kept_before_there_were_activities_can_be_read() -> None:
    data = json.loads(to_json(small_module()))
    del data["activities"]
    for one in data["slides"]:
        del one["activity"]
    old = from_json(json.dumps(data))
    assert (old.activities, {one.activity for one in old.slides}) == ((), {None})


def test_an_activity_ends_in_a_question_of_its_phase_or_the_next(tmp_path: Path) -> None:
    lesson = str(active_files("activities:\n" + KINDS["robot"])[LESSON])
    without = lesson.replace("::: question wahl\n:::\n", "").replace("::: question folge\n:::\n", "")
    files = {**only("robot"), LESSON: without}
    assert [str(one) for one in found(tmp_path, files).errors] == [
        "modules/s9-test/lesson.md:51:14: nach der Aktivität 'roboter' kommt keine Frage"
        " (eine Folie mit '::: question' in dieser Phase oder der nächsten danach setzen)"
    ]


def test_two_activities_with_one_id(tmp_path: Path) -> None:
    files = {**only("robot"), ACTIVITIES: "activities:\n" + 2 * KINDS["robot"]}
    assert [str(one) for one in found(tmp_path, files).errors] == [
        "modules/s9-test/activities.yaml:31:9: die Id 'roboter' steht hier zweimal"
    ]


def test_a_file_without_a_list_is_told_once(tmp_path: Path) -> None:
    files = {**only("robot"), ACTIVITIES: "activities:\n"}
    assert [str(one) for one in found(tmp_path, files).errors] == [
        "modules/s9-test/activities.yaml:1:12: hier muss eine Liste stehen"
        " (in eckigen Klammern oder Zeile für Zeile mit -)"
    ]


def test_a_module_needs_no_activities() -> None:
    assert ACTIVITIES not in FILES
    assert small_module().activities == ()


@pytest.mark.parametrize("one", RUNS, ids=lambda one: one["name"])
def test_a_programme_runs_as_the_cards_say(one: dict[str, object]) -> None:
    level = _level(one)
    run = robot.run(level, level.programme)
    assert [run.end, run.card, run.fault, len(run.spots)] == [one["end"], one["card"], one["fault"], one["steps"]]


@pytest.mark.parametrize("one", LISTS["lists"], ids=lambda one: one["name"])
def test_the_list_shows_what_has_all_laid_cards(one: dict[str, Any]) -> None:
    cards = tuple(search.Card(**card) for card in LISTS["cards"])
    pages = tuple(search.Page("", "", "", tuple(page["cards"]), page["alike"], page["ad"]) for page in LISTS["pages"])
    assert search.listing(search.Level("", cards, pages), one["laid"]) == search.Listing(
        tuple(one["pages"]), one["total"]
    )


STAIRS = ["repeat-3", "open", "forward", "left", "forward", "right", "close"]


@pytest.mark.parametrize(
    ("rows", "cards", "slots", "expected"),
    [
        (["> . . Z"], ["forward"], 3, ["forward"] * 3),
        (["> . . Z"], ["forward"], 2, None),
        (["> . . Z"], ["forward", "repeat-3"], 2, ["repeat-3", "forward"]),
        (["> # Z"], CARDS, 8, None),
        (["###Z", "##..", "#..#", ">.##"], CARDS, 7, STAIRS),
        (["###Z", "##..", "#..#", ">.##"], CARDS, 6, None),
        ([">.", ".Z"], ["forward", "right"], 3, ["forward", "right", "forward"]),
    ],
)
def test_the_solver_finds_a_shortest_way_or_none(
    rows: list[str], cards: list[str], slots: int, expected: list[str] | None
) -> None:
    level = Level("build", "", tuple(one.replace(" ", "") for one in rows), tuple(cards), slots)
    solved = robot.solve(level)
    assert (None if solved is None else list(solved)) == expected
    assert solved is None or robot.run(level, solved).end == "goal"


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one["name"])
def test_a_sentence_grows_by_the_most_frequent_words(one: dict[str, list[str]]) -> None:
    sentence, choices = next_word.grow(one["texts"], str(one["start"]))
    assert [list(sentence), list(choices)] == [one["sentence"], one["choices"]]


def _level(one: dict[str, object]) -> Level:
    rows, programme = one["rows"], one["programme"]
    assert isinstance(rows, list)
    assert isinstance(programme, list)
    return Level("build", "", tuple(rows), tuple(CARDS), len(programme), tuple(programme))


def _full(file: str, expected: str) -> str:
    name, _, rest = expected.partition(" ")
    return f"modules/{ACTIVITIES}:{rest}" if name == "activities" else f"modules/{file}:{expected}"
