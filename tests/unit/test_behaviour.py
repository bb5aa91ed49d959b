"""One question, many places to ask it: what each place allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.behaviour import BEHAVIOURS, Telling
from app.domain.grading import KINDS
from app.domain.questions import Question
from tests.support.lesson import CHOICE, QUESTIONS


def test_there_is_a_question_of_every_kind_to_try_this_with() -> None:
    assert {one.kind for one in QUESTIONS} == set(KINDS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.kind)
def test_every_kind_is_told_as_the_place_wants_it(question: Question) -> None:
    first = {name: one.told(right=False, tries=1) for name, one in BEHAVIOURS.items()}
    assert first == {name: name == "recall" for name in BEHAVIOURS}
    second = {name: one.told(right=False, tries=2) for name, one in BEHAVIOURS.items()}
    assert second == {name: name in {"practice", "recall"} for name in BEHAVIOURS}
    assert {name for name, one in BEHAVIOURS.items() if one.told(right=True, tries=1)} == {"practice", "recall"}
    asked = {name for name, one in BEHAVIOURS.items() if one.asks(question)}
    assert asked == {"live", "paper"} | ({"practice", "recall", "test"} if KINDS[question.kind].graded else set())


def test_hints_are_for_practice_only_and_come_step_by_step() -> None:
    question = replace(CHOICE, hints=("a push", "nearly all"))
    steps = [BEHAVIOURS["practice"].hint_of(question, number) for number in (-1, 0, 1, 2, 3)]
    assert steps == [(), (), ("a push",), ("a push", "nearly all"), ("a push", "nearly all")]
    assert {name for name, one in BEHAVIOURS.items() if one.hint_of(question, 3)} == {"practice"}


def test_what_is_asked_before_an_hour_is_never_told() -> None:
    assert [name for name, one in BEHAVIOURS.items() if one.telling is Telling.NEVER] == ["pre"]
