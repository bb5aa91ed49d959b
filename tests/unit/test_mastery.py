"""The five levels, each rule as a test."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.mastery import Level, Result, Standing, after, standing_of

MONDAY = date(2026, 9, 7)


def results(marks: str, *, days_apart: int = 0, start: date = MONDAY) -> list[Result]:
    return [Result(mark == "+", start + timedelta(days=days_apart * place)) for place, mark in enumerate(marks)]


def level(marks: str, *, days_apart: int = 0) -> Level:
    return standing_of(results(marks, days_apart=days_apart)).level


def test_without_an_attempt_it_is_open() -> None:
    assert Standing().level is Level.OPEN


def test_one_attempt_begins_right_or_wrong() -> None:
    assert level("+") is Level.STARTED
    assert level("-") is Level.STARTED


def test_two_of_the_last_five_are_on_the_way() -> None:
    assert level("+-+") is Level.ON_THE_WAY


def test_four_right_on_one_day_are_not_secure() -> None:
    assert level("++++") is Level.ON_THE_WAY


def test_four_right_on_two_days_are_secure() -> None:
    assert level("++++", days_apart=1) is Level.SECURE


def test_right_again_after_28_days_lasts() -> None:
    secure = standing_of(results("++++", days_apart=1))
    assert secure.secure_on is not None
    early = after(secure, Result(True, secure.secure_on + timedelta(days=27)))
    assert early.level is Level.SECURE
    assert after(early, Result(True, secure.secure_on + timedelta(days=28))).level is Level.LASTING


def test_two_wrong_in_a_row_take_one_level_off() -> None:
    secure = standing_of(results("++++", days_apart=1))
    day = MONDAY + timedelta(days=10)
    once = after(secure, Result(False, day))
    assert once.level is Level.SECURE
    assert after(once, Result(False, day)).level is Level.ON_THE_WAY


def test_nobody_falls_below_begun() -> None:
    assert level("------") is Level.STARTED
