"""A question on its way to the people who answer holds nothing that tells the answer."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from app.domain.grading import asked
from app.domain.questions import Question
from tests.support.lesson import CHOICE, GROUPS, MARK, ORDER, QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.kind)
def test_no_reason_no_advice_no_misconception(question: Question) -> None:
    text = repr(asked(question, 3))
    assert question.reason not in text
    assert question.advice not in text
    assert "lock-is-real" not in text
    assert "right" not in {key for entry in asdict(asked(question, 3))["entries"] for key in entry}


def test_a_choice_has_letters_in_the_order_that_is_shown() -> None:
    found = asked(CHOICE, 3)
    assert [one.letter for one in found.entries] == ["A", "B", "C"]
    assert {one.id for one in found.entries} == {"line", "real", "checked"}


def test_an_order_is_never_asked_in_its_right_order() -> None:
    assert all(tuple(one.id for one in asked(ORDER, seed).entries) != ORDER.right for seed in range(30))


def test_groups_come_with_their_places_and_no_item_says_where_it_belongs() -> None:
    found = asked(GROUPS, 3)
    assert [one.id for one in found.groups] == ["safe", "risky"]
    assert {one.group for one in found.entries} == {""}


def test_a_message_keeps_its_lines_and_names_the_means() -> None:
    found = asked(MARK, 3)
    assert [one.text for one in found.entries] == [one.text for one in MARK.lines]
    assert (found.sender, [one.text for one in found.marks]) == ("Paketdienst", ["Haste", "Money"])
