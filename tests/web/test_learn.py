"""At home: read a step, answer, see why, and see the own progress move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask

from app.config import Settings
from app.domain.grading import full_credit
from app.domain.questions import Choice, Groups, Mark, Order, Question
from app.factory import create_app
from app.features.learn.feedback import NEXT_TIME
from app.features.learn.steps import steps_of
from tests.support.compiled import COMPILED
from tests.support.home import Home, fields, words
from tests.support.modules import FILES, QUIZ, changed, write
from tests.support.world import World

SLUG = "s2-phishing"
KINDS = ("choice", "order", "groups", "mark")
NOON = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
"""Far from midnight, so that a test stays within its day."""


@pytest.fixture
def home(world: World) -> Home:
    return Home(world)


@pytest.fixture
def world_with(settings: Settings) -> Iterator[Callable[..., World]]:
    """This test's world with the modules of other files: `world_with(folder, files)`."""
    made: list[Flask] = []

    def serve(folder: Path, files: Mapping[str, str | bytes] = FILES) -> World:
        made.append(create_app(replace(settings, modules=write(folder, files))))
        made[-1].testing = True
        made[-1].jinja_env.bytecode_cache = COMPILED
        return World(made[-1])

    yield serve
    for app in made:
        app.extensions["sessions"].kw["bind"].dispose()


def of_kind(home: Home, kind: str) -> Question:
    return next(one for one in home.module(SLUG).questions if one.kind == kind)


def mistake(question: Question) -> tuple[dict[str, Any], str, str]:
    """A wrong response, the misconception behind it in words, and what the module says to it."""
    right = full_credit(question)
    match question:
        case Choice():
            option = next(one for one in question.options if not one.right)
            return {"option": option.id}, option.name, option.feedback
        case Order():
            slip = question.slips[0]
            order = [one for one in right["order"] if one != slip.first]
            order.insert(order.index(slip.second), slip.first)
            return {"order": order}, slip.name, slip.feedback
        case Groups():
            item = question.items[0]
            other = next(one.id for one in question.groups if one.id != item.group)
            return {"groups": {**right["groups"], item.id: other}}, item.name, item.feedback
        case Mark():
            return {"marks": []}, next(one.name for one in question.lines if one.mark), question.reason


def test_every_step_can_be_read_and_leads_to_the_next(home: Home) -> None:
    steps = steps_of(home.module(SLUG))
    for step in steps:
        page = home.read(f"/learn/{SLUG}/{step.number}")
        assert f"Schritt {step.number} von {len(steps)}" in page
        assert step.title in page
        onward = f"/learn/{SLUG}/{step.number + 1}" if step.number < len(steps) else f"/learn/{SLUG}"
        assert f'href="{onward}"' in page
    for number in (0, len(steps) + 1):
        assert home.client.get(f"/learn/{SLUG}/{number}").status_code == 404


def test_a_step_to_read_has_its_text_for_home_and_no_notes(home: Home) -> None:
    module = home.module(SLUG)
    step = next(one for one in steps_of(module) if not one.question)
    slide = next(one for one in module.slides if one.id == step.slide)
    page = home.read(f"/learn/{SLUG}/{step.number}")
    said = re.sub(r"<[^>]+>", "", page)
    assert re.sub(r"[*_`]", "", slide.home.split("\n")[0]).strip() in said
    assert slide.say not in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_answer_leads_to_its_reason(home: Home, kind: str) -> None:
    question = of_kind(home, kind)
    sent = home.answer(SLUG, question, full_credit(question))
    (attempt,) = home.attempts()
    assert (sent.status_code, sent.location) == (303, f"/learn/attempt/{attempt.key}?run=practice")
    assert (attempt.correct, attempt.confidence, attempt.context) == (True, "sure", "practice")
    page = home.read(sent.location)
    assert "Rückmeldung: Stimmt.</h1>" in page
    assert question.reason in page
    assert question.advice in page
    assert "Du warst dir ganz sicher, und das zu Recht." in page
    assert "Denkfehler" not in page


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_answer_names_the_idea_the_reason_and_the_next_time(home: Home, kind: str) -> None:
    question = of_kind(home, kind)
    response, name, said = mistake(question)
    sent = home.answer(SLUG, question, response)
    assert sent.status_code == 303
    assert [one.correct for one in home.attempts()] == [False]
    page = home.read(f"{sent.location}&solution=1")
    reason, _, next_time = (one.strip() for one in said.partition(NEXT_TIME))
    assert "Rückmeldung: Stimmt noch nicht.</h1>" in page
    assert f"Denkfehler: „{name}“" in page
    assert f"<p>{reason}</p>" in page
    assert question.reason in page  # who was sure reads the idea as well
    if next_time:
        assert f"<b>{NEXT_TIME}</b> {next_time}" in page
    else:
        assert isinstance(question, Mark)
        assert all(one.feedback in page for one in question.lines if one.mark)


@pytest.mark.parametrize(
    ("confidence", "sentence"),
    [("guess", "Du hast geraten. Jetzt findest du den Grund."), ("sure", "So geht es vielen, auch Erwachsenen")],
)
def test_who_was_sure_reads_more_than_who_guessed(home: Home, confidence: str, sentence: str) -> None:
    question = of_kind(home, "choice")
    page = home.read(f"{home.answer(SLUG, question, mistake(question)[0], confidence).location}&solution=1")
    assert sentence in page
    assert (question.reason in page) == (confidence == "sure")


def test_an_answer_in_the_lesson_leads_on_in_the_lesson(home: Home) -> None:
    module = home.module(SLUG)
    step = next(one for one in steps_of(module) if one.question)
    question = module.question(step.question)
    assert question.prompt in home.read(f"/learn/{SLUG}/{step.number}")
    sent = home.answer(SLUG, question, full_credit(question), run="lesson")
    assert f'href="/learn/{SLUG}/{step.number + 1}">Weiter' in home.read(sent.location)
    assert f"Schritt {step.number + 1} von " in home.read("/learn")


def half(home: Home, case: str) -> tuple[Question, dict[str, Any]]:
    """A form that cannot be stored: the question, and what was given as far as it goes."""
    choice, groups = of_kind(home, "choice"), of_kind(home, "groups")
    assert isinstance(choice, Choice)
    cards = list(fields(full_credit(groups)).items())
    match case:
        case "no option":
            return choice, {"confidence": "fairly"}
        case "no confidence":
            return choice, {"option": choice.right.id}
        case "a card not sorted":
            return groups, {**dict(cards[1:]), "confidence": "fairly"}
        case _:
            return of_kind(home, "order"), {"order": ["made-up"], "confidence": "fairly"}


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("no option", "Wähle erst eine Antwort."),
        ("no confidence", "Sag noch, wie sicher du bist."),
        ("a card not sorted", "Es sind noch nicht alle Karten sortiert."),
        ("made up", "Diese Antwort passt nicht zur Frage. Gib sie noch mal ein."),
    ],
)
def test_what_is_not_complete_stays_and_says_what_is_missing(home: Home, case: str, sentence: str) -> None:
    question, given = half(home, case)
    path = f"/learn/{SLUG}/question/{question.id}"
    form = home.form(path)
    again = home.client.post(path, data={**form, **given})
    assert again.status_code == 422
    assert home.attempts() == []
    page = words(again)
    assert f'<p class="small">{sentence}' in page
    assert "Da fehlt noch etwas" in page
    for name in ("key", "seed"):
        assert f'name="{name}" value="{form[name]}"' in page
    checked = set(re.findall(r'name="([^"]+)" value="([^"]+)" checked', page))
    assert checked == {(name, value) for name, value in given.items() if name != "order"}


def test_an_arrow_moves_an_item_and_stores_nothing(home: Home) -> None:
    question = of_kind(home, "order")
    first, *others = full_credit(question)["order"]
    path = f"/learn/{SLUG}/question/{question.id}"
    moved = home.client.post(
        path, data={**home.form(path), "order": [first, *others], "move": f"down:{first}", "confidence": "guess"}
    )
    assert moved.status_code == 200
    assert re.findall(r'name="order" value="([^"]+)"', moved.text) == [others[0], first, *others[1:]]
    assert re.search(r'value="guess" checked', moved.text)
    assert home.attempts() == []


def test_the_same_form_twice_is_one_attempt_and_the_first_one(home: Home) -> None:
    question = of_kind(home, "choice")
    path = f"/learn/{SLUG}/question/{question.id}"
    form = {**home.form(path), "confidence": "sure"}
    first = home.client.post(path, data={**form, **full_credit(question)})
    again = home.client.post(path, data={**form, **mistake(question)[0]})
    assert (first.status_code, again.status_code) == (303, 303)
    assert first.location == again.location
    assert [one.correct for one in home.attempts()] == [True]
    assert "Rückmeldung: Stimmt.</h1>" in home.read(again.location)


def way(home: Home, question: Question) -> str:
    """What the progress page says of the competence behind `question`."""
    name = home.world.app.extensions["library"].competences[question.competence].name
    page = home.read("/learn/progress")
    found = re.search(rf'{re.escape(name)}</span>.*?path__l">([^<]+)<', page)
    assert found
    return found[1]


def ways(page: str) -> list[str]:
    """The competences that `page` shows."""
    return re.findall(r'<li><div class="path__row">.*?<span class="strong">([^<]*)</span>', page)


def test_the_start_shows_the_way_of_one_module_and_progress_all_of_them_once(home: Home) -> None:
    library = home.world.app.extensions["library"]
    first = home.module(SLUG).questions[0]
    home.answer(SLUG, first, full_credit(first))
    asked = {one.competence for one in home.module(SLUG).questions}
    assert set(ways(home.read("/learn"))) == {library.competences[one].name for one in asked}
    everything = {one.competence for module in library.modules.values() for one in module.questions}
    assert sorted(ways(home.read("/learn/progress"))) == sorted(library.competences[one].name for one in everything)


def test_the_first_try_of_a_day_counts_and_progress_shows_it(home: Home) -> None:
    question = of_kind(home, "choice")
    with time_machine.travel(NOON, tick=False) as clock:
        home.come()
        assert way(home, question) == "offen"
        assert question.prompt not in home.read("/learn/progress")
        for _ in range(3):  # drilling
            home.answer(SLUG, question, full_credit(question))
        assert way(home, question) == "begonnen"
        assert home.read("/learn/progress").count(question.prompt) == 3
        clock.shift(timedelta(days=1))
        home.come()
        home.answer(SLUG, question, full_credit(question))
        assert way(home, question) == "auf dem Weg"


def test_what_was_wrong_is_repeated_after_two_days_and_then_done(home: Home) -> None:
    question = of_kind(home, "choice")
    link = f'href="/learn/{SLUG}/question/{question.id}?run=recall"'
    with time_machine.travel(NOON, tick=False) as clock:
        home.come()
        assert "Noch nichts zum Wiederholen" in home.read("/learn")
        sent = home.answer(SLUG, question, mistake(question)[0])
        assert "Die Frage kommt am Samstag, 28. November noch mal." in home.read(sent.location)
        assert "Heute nichts zum Wiederholen" in home.read("/learn")
        clock.shift(timedelta(days=2))
        home.come()
        start = home.read("/learn")
        assert "1 Frage von früher" in start
        assert link in start
        assert link in home.read("/learn/progress")
        sent = home.answer(SLUG, question, full_credit(question), run="recall")
        assert [one.context for one in home.attempts()] == ["practice", "recall"]
        assert re.search(r'href="/learn">Weiter', home.read(sent.location))  # nothing else is due
        assert "Für heute fertig wiederholt" in home.read("/learn")


def test_a_recall_that_is_not_due_counts_as_practice(home: Home) -> None:
    question = of_kind(home, "choice")
    home.answer(SLUG, question, full_credit(question), run="recall")
    assert [one.context for one in home.attempts()] == ["practice"]


@pytest.mark.parametrize("use", ["live", "pre", "post"])
def test_a_question_of_a_test_or_an_hour_is_not_asked_at_home(
    world_with: Callable[..., World], tmp_path: Path, use: str
) -> None:
    files = changed(QUIZ, "use: [practice]", f"use: [{use}]")
    home = Home(world_with(tmp_path, files))
    question = home.module("s9-test").question("gruppen")
    assert question.uses == (use,)
    form = {**home.form("/learn/s9-test/question/wahl"), **fields(full_credit(question)), "confidence": "sure"}
    for id_ in (question.id, "no-such"):
        path = f"/learn/s9-test/question/{id_}"
        assert home.client.get(path).status_code == 404
        assert home.client.post(path, data=form).status_code == 404
    assert home.attempts() == []


def test_an_old_answer_is_shown_as_it_was_after_the_module_changed(
    world_with: Callable[..., World], tmp_path: Path
) -> None:
    home = Home(world_with(tmp_path / "before"))
    sent = home.answer("s9-test", home.module("s9-test").question("wahl"), {"option": "schlecht"})
    before = home.read(sent.location)
    for sentence in ("Was machst du?", "Denkfehler: „Zu schnell“", "Viele glauben schnell."):
        assert sentence in before

    quiz = str(FILES[QUIZ])
    for old, new in {"Was machst du?": "Was nun?", "Zu schnell": "Zu eilig", "Viele glauben": "Manche meinen"}.items():
        quiz = quiz.replace(old, new)
    home.world = world_with(tmp_path / "after", {**FILES, QUIZ: quiz})
    home.come()
    assert "Was nun?" in home.read("/learn/s9-test/question/wahl")
    assert home.read(sent.location).split("<main")[1] == before.split("<main")[1]
