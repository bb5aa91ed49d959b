"""When a question comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.recall import A_DAY, Answer, comes_back, to_repeat

MONDAY = date(2026, 11, 2)


def answers(*days: tuple[int, bool], question: str = "q") -> list[Answer]:
    """Answers to one question, so many days after a Monday."""
    return [Answer(question, MONDAY + timedelta(days=day), right) for day, right in days]


def back(*days: tuple[int, bool]) -> int:
    """Days after that Monday on which the question comes back."""
    return (comes_back(answers(*days))["q"] - MONDAY).days


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ([(0, True)], 7),
        ([(0, True), (7, True)], 7 + 21),
        ([(0, True), (7, True), (28, True)], 28 + 70),
        ([(0, True), (7, True), (28, True), (98, True)], 98 + 70),
        ([(0, True), (30, True)], 30 + 21),
    ],
)
def test_right_answers_take_it_one_three_and_ten_weeks_away(given: list[tuple[int, bool]], due: int) -> None:
    assert back(*given) == due


def test_a_wrong_answer_brings_it_back_in_two_days_and_starts_anew() -> None:
    assert back((0, False)) == 2
    assert back((0, True), (7, True), (28, False)) == 30
    assert back((0, True), (7, False), (9, True)) == 16


def test_only_the_first_try_of_a_day_counts() -> None:
    assert back((0, False), (0, True), (0, True)) == 2
    assert back((0, True), (0, False)) == 7


def test_drilling_before_its_day_moves_nothing() -> None:
    assert back((0, True), (1, True), (2, True), (3, True)) == 7
    assert back((0, True), (3, True), (7, True)) == 28


def test_a_wrong_answer_before_its_day_counts() -> None:
    assert back((0, True), (7, True), (10, False)) == 12


def test_the_longest_waiting_come_first_and_at_most_so_many_a_day() -> None:
    many = [one for n in range(9) for one in answers((n, False), question=f"q{n}")]
    today = MONDAY + timedelta(days=60)
    assert to_repeat(many, today).open == tuple(f"q{n}" for n in range(A_DAY))
    assert to_repeat(many, MONDAY + timedelta(days=3)).open == ("q0", "q1")
    assert to_repeat(many, MONDAY).open == ()


def test_what_was_repeated_today_counts_towards_the_day() -> None:
    many = [one for n in range(9) for one in answers((0, True), question=f"q{n}")]
    today = MONDAY + timedelta(days=7)
    done = [Answer("q0", today, True), Answer("q1", today, False)]
    found = to_repeat([*many, *done], today)
    assert found.done == 2
    assert found.open == ("q2", "q3", "q4", "q5")


def test_new_questions_are_no_repetition() -> None:
    assert to_repeat(answers((0, True)), MONDAY).done == 0


def test_nothing_answered_nothing_due() -> None:
    assert comes_back([]) == {}
    assert to_repeat([], MONDAY).open == ()
