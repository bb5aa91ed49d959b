"""The mentor's remote: what somebody who does not see the board has to know of it."""

from __future__ import annotations

from html import unescape

import pytest

from app.domain.live import moves
from tests.support.hour import Hour, right
from tests.support.world import PUPILS, World


@pytest.fixture
def hour(world: World) -> Hour:
    """Today's hour, open, with a mentor who steers."""
    return Hour(world)


def remote(hour: Hour, who: str = "mentor") -> str:
    return unescape(hour.world.client_for(who).get(f"/present/{hour.key}/remote").get_data(as_text=True))


def test_a_mentor_at_home_reads_the_slide_on_the_remote(hour: Hour) -> None:
    hour.make(moves.Start())
    assert "Drei kurze Fragen von früher." in remote(hour)


def test_a_mentor_at_home_reads_the_question_and_its_options_on_the_remote(hour: Hour) -> None:
    question = hour.ask()
    page = remote(hour)
    assert question.prompt in page
    assert all(one.text in page for one in question.options)  # type: ignore[union-attr]


def test_all_staff_see_that_the_board_is_locked(hour: Hour) -> None:
    hour.make(moves.Start())
    said = "Die Tafel nimmt keine Berührung an"
    assert said not in remote(hour)
    hour.make(moves.Lock(on=True))
    for who in ("mentor", "teacher"):
        assert said in remote(hour, who)


def test_the_count_on_the_phone_begins_with_those_who_answered_by_phone(hour: Hour) -> None:
    question = hour.ask()
    hour.store([hour.answer(hour.join(), right(question)), hour.answer(hour.join("pupil"), right(question))])
    for move in (moves.Present(24), moves.Count(), moves.Tally(question.options[0].id, 3)):  # type: ignore[union-attr]
        hour.make(move)
    assert 'data-present="24" data-phones="2"' in remote(hour)


def test_no_pupil_is_named_on_any_page_a_mentor_opens(hour: Hour) -> None:
    question = hour.ask()
    hour.store([hour.answer(hour.join("classmate"), right(question))])
    client = hour.world.client_for("mentor")
    pages = [f"/present/{hour.key}{page}" for page in ("", "/remote", "/sheet")]
    for page in ["/present", *pages]:
        answer = client.get(page)
        assert answer.status_code == 200
        assert PUPILS["classmate"] not in answer.get_data(as_text=True)


def test_after_the_hour_no_clock_runs_and_nobody_steers(hour: Hour) -> None:
    hour.make(moves.Start())
    assert 'id="clock"' in remote(hour)
    assert "data-holder" in remote(hour)
    hour.make(moves.Finish())
    page = remote(hour)
    assert 'id="clock"' not in page
    assert "data-holder" not in page
    assert "Die Stunde ist zu Ende" in page


def test_the_end_of_the_hour_is_asked_for_twice_on_the_phone(hour: Hour) -> None:
    hour.make(moves.Start())
    assert "data-confirm" not in remote(hour)
    hour.make(moves.Step(len(hour.module.slides) - 1))
    assert 'data-confirm="Wirklich beenden?"' in remote(hour)


def test_the_list_says_which_hour_is_over_and_the_page_hides_its_key(hour: Hour) -> None:
    client = hour.world.client_for("mentor")
    key = hour.live().hour_key
    half = key[:4]
    assert "Die Stunde ist zu Ende." not in client.get("/present").text
    assert half in client.get(f"/present/{hour.key}").text
    hour.make(moves.Start())
    hour.make(moves.Finish())
    assert "Die Stunde ist zu Ende." in client.get("/present").text
    assert half not in client.get(f"/present/{hour.key}").text
