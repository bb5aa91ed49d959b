"""The same question practised, tested, and asked before and after an hour."""

from __future__ import annotations

import re

import pytest

from app.domain.behaviour import BEHAVIOURS
from app.domain.grading import full_credit
from app.domain.questions import Choice, Question
from tests.support.home import Home
from tests.support.world import World

SLUG = "s2-phishing"


@pytest.fixture
def home(world: World) -> Home:
    return Home(world)


def question_of(home: Home, kind: str) -> Question:
    return next(one for one in home.module(SLUG).questions if one.kind == kind and "practice" in one.uses)


def wrong(question: Question) -> dict[str, object]:
    assert isinstance(question, Choice)
    return {"option": next(one.id for one in question.options if not one.right)}


def levels(home: Home) -> dict[str, int]:
    return {one.competence: one.level for one in home.standings()}


def test_a_first_mistake_is_told_without_the_solution_and_may_be_tried_again(home: Home) -> None:
    question = question_of(home, "choice")
    first = home.read(home.answer(SLUG, question, wrong(question)).location)
    assert "Noch mal versuchen" in first
    assert "Das stimmt" not in first
    assert question.reason not in first
    assert question.advice not in first
    second = home.read(home.answer(SLUG, question, wrong(question)).location)
    assert "Das stimmt" in second
    assert question.advice in second


def test_who_wants_it_sees_the_solution_at_once(home: Home) -> None:
    question = question_of(home, "choice")
    path = home.answer(SLUG, question, wrong(question)).location
    [link] = re.findall(r'href="([^"]+solution=1)"', home.read(path))
    assert question.advice in home.read(link.replace("&amp;", "&"))


def test_a_right_answer_is_told_at_once(home: Home) -> None:
    question = question_of(home, "choice")
    assert question.advice in home.read(home.answer(SLUG, question, full_credit(question)).location)


@pytest.fixture
def hinted(home: Home) -> Question:
    return next(one for one in home.module(SLUG).questions if len(one.hints) > 1 and "practice" in one.uses)


def test_hints_come_one_by_one_and_keep_what_was_given(home: Home, hinted: Question) -> None:
    path = f"/learn/{SLUG}/question/{hinted.id}"
    form = {**home.form(path), "confidence": "fairly"}
    assert not any(one in home.read(path) for one in hinted.hints)
    page = home.client.post(path, data={**form, "hint": "1"})
    assert page.status_code == 200
    assert [one in page.text for one in hinted.hints[:2]] == [True, False]
    assert 'value="fairly" checked' in page.text
    page = home.client.post(path, data={**form, "hint": "1", "hints": "1"})
    assert all(one in page.text for one in hinted.hints[:2])
    assert home.attempts() == []


def test_an_answer_with_a_hint_is_kept_but_no_progress(home: Home, hinted: Question) -> None:
    home.answer(SLUG, hinted, full_credit(hinted), hints="1")
    [attempt] = home.attempts()
    assert (attempt.hints, attempt.correct) == (1, True)
    assert levels(home) == {}
    home.answer(SLUG, hinted, full_credit(hinted))
    assert levels(home) == {}, "the first try of the day was the one with the hint"


@pytest.mark.parametrize("run", ["test", "pre", "post"])
def test_a_check_asks_one_after_the_other_and_tells_nothing_in_between(home: Home, run: str) -> None:
    questions = BEHAVIOURS[run].questions(home.module(SLUG))
    assert len(questions) >= 2
    start = f"/learn/{SLUG}/check/{run}"
    assert "Anfangen" in home.read(start)
    for number, question in enumerate(questions):
        path = f"/learn/{SLUG}/question/{question.id}?run={run}"
        assert "Tipp zeigen" not in home.read(path)
        sent = home.answer(SLUG, question, full_credit(question), run=run)
        last = number == len(questions) - 1
        following = start if last else f"/learn/{SLUG}/question/{questions[number + 1].id}?run={run}"
        assert (sent.status_code, sent.location) == (303, following)
    assert {one.context for one in home.attempts()} == {run}
    end = home.read(start)
    assert ("Danke." in end) == (run == "pre")
    assert end.count("/learn/attempt/") == (0 if run == "pre" else len(questions))


def test_what_comes_before_an_hour_is_told_by_no_page(home: Home) -> None:
    question = BEHAVIOURS["pre"].questions(home.module(SLUG))[0]
    home.answer(SLUG, question, full_credit(question), run="pre")
    [attempt] = home.attempts()
    assert home.client.get(f"/learn/attempt/{attempt.key}").status_code == 404
    assert question.prompt not in home.read("/learn/progress")


def test_a_question_of_a_check_is_answered_once(home: Home) -> None:
    question = BEHAVIOURS["post"].questions(home.module(SLUG))[0]
    home.answer(SLUG, question, full_credit(question), run="post")
    home.answer(SLUG, question, full_credit(question), run="post")
    assert len(home.attempts()) == 1


@pytest.mark.parametrize("run", ["test", "pre", "post"])
def test_a_check_asks_only_what_is_meant_for_it(home: Home, run: str) -> None:
    other = next(one for one in home.module(SLUG).questions if not BEHAVIOURS[run].asks(one))
    assert home.client.get(f"/learn/{SLUG}/question/{other.id}?run={run}").status_code == 404
