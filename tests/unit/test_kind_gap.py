"""Fill the gaps of a text: what is forgiven, what is not, and what each surface is told."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from app.domain.errors import BadResponse
from app.domain.grading import asked, grade, kind_of, misconception_name, shuffled
from app.domain.questions import Gap
from app.web.responses import response_from
from tests.support.lesson import GAP

RIGHT = {"first": "Schlüssel", "second": "Straßentür"}
CHOSEN = replace(
    GAP, gaps=(GAP.gaps[0], Gap("second", ("Tür", "Pforte"))), words=("Haken", "Pforte", "Schlüssel", "Wand")
)


@pytest.mark.parametrize("text", ["Schlüssel", "schlüssel", "  SCHLÜSSEL ", "Schluessel", "Schlüssel!", "dietrich"])
def test_case_blanks_signs_and_written_out_umlauts_are_forgiven(text: str) -> None:
    assert grade(GAP, {"gaps": {**RIGHT, "first": text}}).correct


@pytest.mark.parametrize("text", ["straßentür", "Strassentür", "Straßentuer", "Straßentür."])
def test_nothing_is_forgiven_in_an_exact_gap_but_blanks_around_it(text: str) -> None:
    assert grade(GAP, {"gaps": {**RIGHT, "second": " Straßentür "}}).correct
    graded = grade(GAP, {"gaps": {**RIGHT, "second": text}})
    assert (graded.score, graded.misconceptions) == (0.5, ())


def test_a_known_wrong_text_names_its_misconception_and_says_why() -> None:
    graded = grade(GAP, {"gaps": {**RIGHT, "first": "haken"}})
    assert (graded.score, graded.misconceptions, graded.feedback.reason) == (0.5, ("hook",), "It does not.")
    assert misconception_name(GAP, "hook") == "A hook does it"


def test_an_unknown_wrong_text_has_the_reason_of_the_question() -> None:
    assert grade(GAP, {"gaps": {**RIGHT, "first": "Hammer"}}).feedback.reason == GAP.reason


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ({"gaps": ["Schlüssel"]}, "shape"),
        ({"gaps": {**RIGHT, "first": 1}}, "shape"),
        ({"gaps": {**RIGHT, "first": "x" * 61}}, "shape"),
        ({"gaps": {"first": "Schlüssel"}}, "incomplete"),
        ({"gaps": {**RIGHT, "second": " "}}, "incomplete"),
        ({"gaps": {**RIGHT, "third": "x"}}, "unknown-id"),
    ],
)
def test_what_is_no_answer_is_refused(response: dict[str, Any], code: str) -> None:
    with pytest.raises(BadResponse, match=code):
        grade(GAP, response)


def test_from_a_list_only_its_words_can_be_chosen() -> None:
    assert grade(CHOSEN, {"gaps": {"first": "Schlüssel", "second": "Pforte"}}).correct
    with pytest.raises(BadResponse, match="unknown-id"):
        grade(CHOSEN, {"gaps": {"first": "Schlüssel", "second": "Tür"}})


def test_what_belongs_there_is_a_word_of_the_list() -> None:
    assert kind_of(CHOSEN).solution(CHOSEN).placed == {"first": "Schlüssel", "second": "Pforte"}
    [_, piece] = kind_of(CHOSEN).pieces(CHOSEN, {"gaps": {"first": "Haken", "second": "Wand"}})
    assert (piece.state, piece.belongs) == ("wrong", "Pforte")


def test_an_answer_piece_by_piece() -> None:
    first, second = kind_of(GAP).pieces(GAP, {"gaps": {"first": "Haken", "second": " Straßentür"}})
    assert (first.text, first.state, first.belongs) == ("Haken", "wrong", "Schlüssel")
    assert (second.text, second.state, second.belongs) == ("Straßentür", "correct", "")


def test_what_is_asked_does_not_tell() -> None:
    text = repr(asked(GAP, 1))
    assert "Schlüssel" not in text
    assert "Haken" not in text
    assert {one.text for one in asked(CHOSEN, 1).groups} == set(CHOSEN.words)


def test_words_are_drawn_and_gaps_stay() -> None:
    drawn = [shuffled(CHOSEN, seed) for seed in range(60)]
    assert len({each.words for each in drawn}) > 12
    assert {each.gaps for each in drawn} == {CHOSEN.gaps}


def test_a_row_of_the_result_is_a_gap_with_the_words_around_it() -> None:
    assert [one.text for one in kind_of(GAP).rows(GAP)] == ["A ___ opens", "opens the ___."]


def test_mistakes_are_known_ones_first() -> None:
    drawn = [kind_of(GAP).mistaken(GAP, Random(seed))["gaps"] for seed in range(20)]
    assert {"Haken", "Schlüssel"} == {one["first"] for one in drawn}
    assert all(not grade(GAP, {"gaps": one}).correct for one in drawn)
    assert kind_of(GAP).expected(GAP) == "Schlüssel / Dietrich · Straßentür"


def test_a_plain_form_sends_what_was_filled_in() -> None:
    form = MultiDict([("gap-first", " Haken "), ("gap-second", " ")])
    assert response_from("gap", form) == {"gaps": {"first": "Haken"}}
