"""Match pairs: what counts, what is shown, and what a plain form sends."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from app.domain.errors import BadResponse
from app.domain.grading import asked, grade, kind_of, misconception_name, shuffled
from app.web.responses import response_from
from tests.support.lesson import MATCH

RIGHT = {"small": "box", "large": "gate", "flat": "door"}


@pytest.mark.parametrize(
    ("pairs", "score", "found"),
    [
        (RIGHT, 1.0, ()),
        ({**RIGHT, "small": "door", "flat": "box"}, 1 / 3, ("size-says-nothing", "flat-is-false")),
        ({**RIGHT, "large": "tin"}, 2 / 3, ()),
        ({**RIGHT, "small": "gate"}, 2 / 3, ("size-says-nothing",)),
    ],
)
def test_pairs_count_items_with_their_own_partner(pairs: dict[str, str], score: float, found: tuple[str, ...]) -> None:
    graded = grade(MATCH, {"pairs": pairs})
    assert graded.score == pytest.approx(score)
    assert graded.misconceptions == found


def test_a_wrong_pair_says_why() -> None:
    graded = grade(MATCH, {"pairs": {**RIGHT, "small": "tin"}})
    assert graded.feedback.reason == "It does."
    assert misconception_name(MATCH, "size-says-nothing") == "Size says nothing"


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ({"pairs": []}, "shape"),
        ({"pairs": {"small": "box"}}, "incomplete"),
        ({"pairs": {**RIGHT, "flat": "window"}}, "unknown-id"),
        ({"pairs": {**RIGHT, "round": "tin"}}, "unknown-id"),
        ({"groups": RIGHT}, "shape"),
    ],
)
def test_what_is_no_answer_is_refused(response: dict[str, Any], code: str) -> None:
    with pytest.raises(BadResponse, match=code):
        grade(MATCH, response)


def test_both_sides_are_drawn_each_for_itself() -> None:
    drawn = [shuffled(MATCH, seed) for seed in range(60)]
    assert len({tuple(one.id for one in each.items) for each in drawn}) == 6
    assert len({tuple(one.id for one in each.partners) for each in drawn}) > 12


def test_the_right_side_has_letters_in_the_order_that_is_shown() -> None:
    found = asked(MATCH, 3)
    assert [one.letter for one in found.groups] == ["A", "B", "C", "D"]
    assert {one.letter for one in found.entries} == {""}


def test_a_mistake_swaps_two() -> None:
    pairs = kind_of(MATCH).mistaken(MATCH, Random(1))["pairs"]
    assert sorted(pairs.values()) == sorted(RIGHT.values())
    assert grade(MATCH, {"pairs": pairs}).score == pytest.approx(1 / 3)


def test_an_answer_piece_by_piece() -> None:
    pieces = kind_of(MATCH).pieces(MATCH, {"pairs": {**RIGHT, "small": "tin"}})
    assert [(one.id, one.state, one.place, one.belongs) for one in pieces] == [
        ("small", "wrong", "tin", "Box"),
        ("large", "correct", "gate", ""),
        ("flat", "correct", "door", ""),
    ]


def test_the_sheet_names_each_pair() -> None:
    assert kind_of(MATCH).expected(MATCH) == "Small key – Box; Large key – Gate; Flat key – Door"


def test_a_plain_form_sends_what_was_chosen() -> None:
    form = MultiDict([("pair-small", "box"), ("pair-large", ""), ("group-flat", "door")])
    assert response_from("match", form) == {"pairs": {"small": "box"}}
