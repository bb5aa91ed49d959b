"""Grading by example: one test for each rule of each kind. What holds for all questions is in tests/property."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.errors import BadResponse
from app.domain.grading import full_credit, grade, misconception_name, shuffled, votes
from app.domain.live.result import right_ids
from app.domain.questions import Question
from tests.support.lesson import CHOICE, GROUPS, MARK, ORDER, QUESTIONS


def test_a_right_choice() -> None:
    graded = grade(CHOICE, {"option": "line"})
    assert (graded.score, graded.correct, graded.misconceptions) == (1.0, True, ())
    assert graded.feedback.reason == CHOICE.reason


def test_a_wrong_choice_names_its_misconception() -> None:
    graded = grade(CHOICE, {"option": "real"})
    assert (graded.score, graded.correct, graded.misconceptions) == (0.0, False, ("lock-is-real",))
    assert (graded.feedback.reason, graded.feedback.advice) == ("Many think so.", CHOICE.advice)
    assert misconception_name(CHOICE, "lock-is-real") == "Lock means real"
    assert misconception_name(CHOICE, "of-an-older-version") == "of-an-older-version"


@pytest.mark.parametrize(
    ("order", "score", "slips"),
    [
        (["stop", "open", "ask", "tell"], 1.0, ()),
        (["open", "stop", "ask", "tell"], 5 / 6, ("open-first",)),
        (["stop", "open", "tell", "ask"], 5 / 6, ()),
        (["tell", "stop", "open", "ask"], 3 / 6, ()),
        (["tell", "ask", "open", "stop"], 0.0, ("open-first",)),
    ],
)
def test_an_order_counts_pairs_and_names_slips(order: list[str], score: float, slips: tuple[str, ...]) -> None:
    graded = grade(ORDER, {"order": order})
    assert graded.score == pytest.approx(score)
    assert graded.misconceptions == slips


def test_groups_count_items() -> None:
    graded = grade(GROUPS, {"groups": {"app": "safe", "link": "safe", "call": "safe"}})
    assert graded.score == pytest.approx(2 / 3)
    assert graded.misconceptions == ("link-is-short",)
    assert [one.id for one in graded.parts if not one.right] == ["link"]


@pytest.mark.parametrize(
    ("marks", "score", "found"),
    [
        (["now", "pay"], 1.0, ()),
        (["now"], 0.5, ("pay",)),
        (["now", "pay", "bye"], 0.5, ("bye",)),
        (["now", "bye"], 0.0, ("pay", "bye")),
        (["hello", "now", "pay", "bye"], 0.0, ("hello", "bye")),
        ([], 0.0, ("now", "pay")),
    ],
)
def test_marks_count_hits_less_false_alarms(marks: list[str], score: float, found: tuple[str, ...]) -> None:
    graded = grade(MARK, {"marks": marks})
    assert graded.score == pytest.approx(score)
    assert graded.misconceptions == found


def test_a_line_says_itself_what_it_means_to_overlook_it() -> None:
    assert [misconception_name(MARK, one) for one in grade(MARK, {"marks": []}).misconceptions] == ["Haste", "Money"]


@pytest.mark.parametrize(
    ("question", "response", "code"),
    [
        (CHOICE, {}, "shape"),
        (CHOICE, {"option": "line", "more": 1}, "shape"),
        (CHOICE, {"option": None}, "unknown-id"),
        (CHOICE, {"option": ["line"]}, "unknown-id"),
        (ORDER, {"order": "stop"}, "shape"),
        (ORDER, {"order": ["stop", "open", "ask"]}, "incomplete"),
        (ORDER, {"order": ["stop", "stop", "ask", "tell"]}, "twice"),
        (ORDER, {"order": ["stop", "open", "ask", "fly"]}, "unknown-id"),
        (GROUPS, {"groups": []}, "shape"),
        (GROUPS, {"groups": {"app": "safe"}}, "incomplete"),
        (GROUPS, {"groups": {"app": "safe", "link": "safe", "call": 1}}, "unknown-id"),
        (GROUPS, {"groups": {"app": "safe", "link": "safe", "call": "safe", "x": "safe"}}, "unknown-id"),
        (MARK, {"marks": {"now": True}}, "shape"),
        (MARK, {"marks": ["now", ["pay"]]}, "shape"),
        (MARK, {"marks": ["now", "now"]}, "twice"),
        (MARK, {"marks": ["never"]}, "unknown-id"),
        (MARK, ["now"], "shape"),
    ],
)
def test_what_is_no_answer_is_refused(question: Question, response: Any, code: str) -> None:
    with pytest.raises(BadResponse, match=code):
        grade(question, response)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.kind)
def test_a_right_answer_votes_for_what_counts_as_right(question: Question) -> None:
    assert set(votes(question, full_credit(question))) == right_ids(question)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.kind)
def test_a_seed_draws_the_same_order_again(question: Question) -> None:
    assert shuffled(question, 7) == shuffled(question, 7)


def test_seeds_draw_different_orders() -> None:
    assert len({shuffled(CHOICE, seed).options for seed in range(40)}) == 6
    assert all(shuffled(MARK, seed) == MARK for seed in range(5))
    assert all(tuple(one.id for one in shuffled(ORDER, seed).items) != ORDER.right for seed in range(40))
