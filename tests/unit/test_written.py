"""Numbers and words as people write them."""

from __future__ import annotations

import pytest

from app.domain.errors import BadResponse
from app.domain.grading import grade, kind_of
from app.domain.grading.numbers import number_from, number_text
from app.domain.grading.wording import alike, distance, folded
from tests.support.lesson import NUMBER, SHORT

READ = {
    "12": 12.0,
    "12,5": 12.5,
    "12.5": 12.5,
    "1.000": 1000.0,
    "1.000.000,5": 1000000.5,
    "1 000": 1000.0,
    "1\u202f000": 1000.0,
    "-3": -3.0,
    "\u22123": -3.0,
    "56 %": 56.0,
    "56%": 56.0,
}


@pytest.mark.parametrize("text", READ)
def test_a_number_is_read_as_it_is_written_in_germany(text: str) -> None:
    assert number_from(text, "%") == READ[text]


@pytest.mark.parametrize("text", ["", "viele", "12,", ",5", "1,2,3", "1.00.0", "--1", "1e5", "\u0661", "9" * 21])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no number|too long"):
        number_from(text, "%")


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (12.5, "12,5"), (1000.0, "1000"), (12500.0, "12\u202f500"), (-0.25, "-0,25"), (1 / 3, "0,333333")],
)
def test_a_number_is_written_back(value: float, text: str) -> None:
    assert number_text(value) == text
    assert number_from(text) == pytest.approx(value, abs=1e-6)


def test_an_estimate_is_half_right_within_twice_the_tolerance() -> None:
    scores = {one: grade(NUMBER, {"number": one}).score for one in ("56", "61", "51", "62", "66", "67", "5")}
    assert scores == {"56": 1.0, "61": 1.0, "51": 1.0, "62": 0.5, "66": 0.5, "67": 0.0, "5": 0.0}
    assert grade(NUMBER, {"number": "5"}).misconceptions == ("nobody-clicks",)


def test_the_rows_of_a_number_cover_all_numbers_once() -> None:
    kind = kind_of(NUMBER)
    assert [one.text for one in kind.rows(NUMBER)] == [
        "< 20\u00a0%", "20 – 40\u00a0%", "40 – 60\u00a0%", "60 – 80\u00a0%", "≥ 80\u00a0%",
    ]  # fmt: skip
    found = [kind.votes(NUMBER, {"number": one})[0] for one in ("-5", "19,9", "20", "59", "60", "80", "900")]
    assert found == ["0", "0", "1", "2", "3", "4", "4"]


@pytest.mark.parametrize("response", [{"number": 56}, {"number": "viele"}, {"number": None}, {"text": "56"}, {}])
def test_a_number_that_is_none_is_no_answer(response: dict[str, object]) -> None:
    with pytest.raises(BadResponse):
        grade(NUMBER, response)


@pytest.mark.parametrize(
    "text", ["Passwort-Manager", "passwortmanager", " Passwort  Manager ", "Paßwort-Manager", "Pasword-Manager"]
)
def test_small_slips_are_forgiven(text: str) -> None:
    assert grade(SHORT, {"text": text}).correct


def test_a_known_mistake_has_its_feedback_and_an_unknown_one_the_reason() -> None:
    known, unknown = grade(SHORT, {"text": "notizbuch"}), grade(SHORT, {"text": "Handy"})
    assert (known.misconceptions, known.feedback.reason) == (("paper-only",), "Paper helps as well.")
    assert (unknown.misconceptions, unknown.feedback.reason) == ((), SHORT.reason)
    assert kind_of(SHORT).votes(SHORT, {"text": "Handy"}) == ("other",)


def test_what_is_written_is_in_no_result() -> None:
    assert "Handy" not in repr(kind_of(SHORT).rows(SHORT))


@pytest.mark.parametrize("response", [{"text": ""}, {"text": "  "}, {"text": 5}, {"text": "x" * 61}, {"texts": "a"}])
def test_nothing_is_no_answer(response: dict[str, object]) -> None:
    with pytest.raises(BadResponse):
        grade(SHORT, response)


def test_umlauts_accents_and_signs_are_folded() -> None:
    assert folded("  Grüße, André! ") == folded("gruesse andre")


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "abc", 3), ("ab", "xy", 2)],
)
def test_the_distance_counts_slips(first: str, second: str, apart: int) -> None:
    assert distance(first, second) == distance(second, first) == apart


def test_a_short_word_forgives_nothing() -> None:
    assert not alike("ja", "na", 2)
    assert alike("hause", "haus", 2)
