"""Mark regions of a picture: false alarms count, and the picture is that of the module's version."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from app.domain.errors import BadResponse
from app.domain.grading import asked, grade, kind_of, misconception_name, shuffled
from app.web.responses import response_from
from tests.support.lesson import SPOTS


@pytest.mark.parametrize(
    ("marks", "score", "found"),
    [
        (["clock", "price"], 1.0, ()),
        (["clock"], 0.5, ("price",)),
        (["clock", "flower", "price"], 0.5, ("flower",)),
        (["flower"], 0.0, ("clock", "price", "flower")),
        ([], 0.0, ("clock", "price")),
    ],
)
def test_regions_count_hits_less_false_alarms(marks: list[str], score: float, found: tuple[str, ...]) -> None:
    graded = grade(SPOTS, {"marks": marks})
    assert graded.score == pytest.approx(score)
    assert graded.misconceptions == found


def test_a_region_says_itself_what_it_means_to_overlook_it() -> None:
    graded = grade(SPOTS, {"marks": ["price"]})
    assert misconception_name(SPOTS, graded.misconceptions[0]) == "Clock overlooked"
    assert graded.feedback.reason == "It runs down."


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ({"marks": "clock"}, "shape"),
        ({"marks": ["clock", "clock"]}, "twice"),
        ({"marks": ["bird"]}, "unknown-id"),
    ],
)
def test_what_is_no_answer_is_refused(response: dict[str, Any], code: str) -> None:
    with pytest.raises(BadResponse, match=code):
        grade(SPOTS, response)


def test_what_is_asked_has_the_picture_of_its_version_and_where_the_regions_lie() -> None:
    found = asked(SPOTS, 3, "v1")
    assert (found.version, found.picture, found.alt) == ("v1", "poster.svg", SPOTS.alt)
    assert [one.box for one in found.entries] == [one.box for one in SPOTS.regions]
    assert all(shuffled(SPOTS, seed) == SPOTS for seed in range(5))


def test_an_answer_piece_by_piece() -> None:
    pieces = kind_of(SPOTS).pieces(SPOTS, {"marks": ["clock", "flower"]})
    assert [(one.state, one.belongs, one.note) for one in pieces] == [
        ("correct", "Haste", ""),
        ("wrong", "", "A flower is a flower."),
        ("missed", "Money", "Today only."),
    ]
    assert kind_of(SPOTS).expected(SPOTS) == "Clock · Price"


def test_a_plain_form_sends_what_was_ticked() -> None:
    assert response_from("spots", MultiDict([("mark", "clock"), ("mark", "price")])) == {"marks": ["clock", "price"]}
