"""Highlight the passages of a text: none is an answer too, and the text keeps its order."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from app.domain.errors import BadResponse
from app.domain.grading import asked, grade, kind_of, shuffled
from app.web.responses import response_from
from tests.support.lesson import HIGHLIGHT

RIGHT = {"open": "claim", "nice": "opinion", "bye": "none"}


@pytest.mark.parametrize(
    ("passages", "score", "found"),
    [
        (RIGHT, 1.0, ()),
        ({**RIGHT, "nice": "claim"}, 2 / 3, ("praise-is-a-claim",)),
        ({"open": "none", "nice": "none", "bye": "none"}, 1 / 3, ("praise-is-a-claim",)),
        ({"open": "opinion", "nice": "none", "bye": "opinion"}, 0.0, ("praise-is-a-claim", "all-is-opinion")),
    ],
)
def test_every_passage_counts_the_plain_ones_too(
    passages: dict[str, str], score: float, found: tuple[str, ...]
) -> None:
    graded = grade(HIGHLIGHT, {"passages": passages})
    assert graded.score == pytest.approx(score)
    assert graded.misconceptions == found


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ({"passages": ["open"]}, "shape"),
        ({"passages": {"open": "claim"}}, "incomplete"),
        ({"passages": {**RIGHT, "bye": None}}, "unknown-id"),
        ({"passages": {**RIGHT, "hello": "none"}}, "unknown-id"),
    ],
)
def test_what_is_no_answer_is_refused(response: dict[str, Any], code: str) -> None:
    with pytest.raises(BadResponse, match=code):
        grade(HIGHLIGHT, response)


def test_the_text_keeps_its_order() -> None:
    assert all(shuffled(HIGHLIGHT, seed) == HIGHLIGHT for seed in range(5))
    assert [one.text for one in asked(HIGHLIGHT, 3).groups] == ["Claim", "Opinion", "None of it"]


def test_an_answer_piece_by_piece() -> None:
    pieces = kind_of(HIGHLIGHT).pieces(HIGHLIGHT, {"passages": {**RIGHT, "bye": "opinion"}})
    assert [(one.id, one.state, one.place, one.belongs) for one in pieces] == [
        ("open", "correct", "claim", ""),
        ("nice", "correct", "opinion", ""),
        ("bye", "wrong", "opinion", "None of it"),
    ]


def test_the_sheet_names_the_ink_of_each_passage() -> None:
    expected = "It opens at nine. (Claim) · It is lovely. (Opinion) · See you. (None of it)"
    assert kind_of(HIGHLIGHT).expected(HIGHLIGHT) == expected


def test_a_plain_form_sends_what_was_chosen() -> None:
    form = MultiDict([("passage-open", "claim"), ("passage-bye", "none")])
    assert response_from("highlight", form) == {"passages": {"open": "claim", "bye": "none"}}
