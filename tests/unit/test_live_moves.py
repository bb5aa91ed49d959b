"""The live session's rules: what each move does, what it refuses, and what "Weiter" means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.errors import IllegalMove, NotAllowed
from app.domain.live import Hands, Phase, State, Stop, apply, check_hand, moves, next_move, parse
from app.domain.live.rules import back_move
from app.domain.roles import STRANGER, Board, Role, Staff

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
PLAN = (Stop(), Stop("lock", ("a", "b", "c")), Stop("order"), Stop())
HOLDER = Staff(1, Role.MENTOR, None, 7, "Priya")
OTHER = Staff(2, Role.TEACHER, 1, 8, "Sabine")
BOARD = Board(1, 1)


def after(*made: moves.Move, state: State | None = None) -> State:
    state = state or State(PLAN, holder=HOLDER.login)
    for move in made:
        state = apply(state, move, NOW)
    return state


def asking() -> State:
    return after(moves.Start(), moves.Step(1), moves.Ask())


def closed() -> State:
    return after(moves.Close(), state=asking())


def test_start_leaves_the_lobby_for_the_first_slide() -> None:
    state = after(moves.Start())
    assert (state.phase, state.position, state.started_at) == (Phase.SLIDE, 0, NOW)


def test_weiter_walks_the_whole_hour() -> None:
    state, walked = State(PLAN, holder=7), []
    while (move := next_move(state)) is not None:
        walked.append(moves.name(move))
        state = apply(state, move, NOW)
    question = ["ask", "close", "show", "reveal"]
    assert walked == ["start", "step", *question, "step", *question, "step", "finish"]
    assert state.phase is Phase.FINISHED
    assert back_move(state) is None


def test_a_talk_opens_a_second_round_and_hides_the_first() -> None:
    state = after(moves.Discuss(), moves.Ask(), state=closed())
    assert state.phase is Phase.ASKING
    assert [one.number for one in state.rounds_of("lock")] == [1, 2]
    assert state.rounds[0].shown_at is None


def test_after_the_result_was_shown_nobody_talks_first() -> None:
    with pytest.raises(IllegalMove, match="not-closed"):
        after(moves.Show(), moves.Discuss(), state=closed())


def test_going_back_never_opens_a_round_again() -> None:
    left = after(moves.Step(0), moves.Step(1), state=closed())
    assert left.phase is Phase.CLOSED
    solved = after(moves.Reveal(), moves.Step(0), moves.Step(1), state=closed())
    assert solved.phase is Phase.REVEALED
    with pytest.raises(IllegalMove, match="already"):
        after(moves.Ask(), state=solved)


def test_leaving_an_open_question_closes_it() -> None:
    state = after(moves.Step(2), state=asking())
    assert state.rounds[0].closed_at == NOW
    assert state.hands is Hands.DOWN


def test_hands_are_counted_inside_an_open_round() -> None:
    state = after(
        moves.Present(24), moves.Think(), moves.Count(), moves.Tally("a", 3), moves.Tally("b", 12), state=asking()
    )
    state = after(moves.Rest("c"), moves.Counted(), state=state)
    assert dict(state.rounds[0].tally) == {"a": 3, "b": 12, "c": 9}
    assert (state.phase, state.hands) == (Phase.ASKING, Hands.DOWN)


def test_rest_replaces_what_was_counted_for_its_own_option() -> None:
    state = after(
        moves.Present(10), moves.Count(), moves.Tally("a", 4), moves.Rest("b"), moves.Rest("b"), state=asking()
    )
    assert state.rounds[0].tally["b"] == 6


def test_the_rest_keeps_down_the_hands_of_those_who_answered_by_phone() -> None:
    state = after(moves.Present(10), moves.Count(), moves.Tally("a", 4), moves.Rest("b", phones=3), state=asking())
    assert state.rounds[0].tally["b"] == 3


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (moves.Tally("z", 1), "no-option"),
        (moves.Tally("a", -1), "too-many"),
        (moves.Tally("a", 25), "too-many"),
        (moves.Rest("z"), "no-option"),
    ],
)
def test_a_count_refuses_what_cannot_be(move: moves.Move, code: str) -> None:
    state = after(moves.Present(24), moves.Count(), state=asking())
    with pytest.raises(IllegalMove, match=code):
        apply(state, move, NOW)


def test_rest_needs_the_number_present() -> None:
    with pytest.raises(IllegalMove, match="no-present"):
        after(moves.Count(), moves.Rest("a"), state=asking())


def test_only_choices_are_counted_by_hands() -> None:
    state = after(moves.Start(), moves.Step(2), moves.Ask())
    with pytest.raises(IllegalMove, match="no-option"):
        apply(state, moves.Think(), NOW)


@pytest.mark.parametrize("move", [moves.Step(4), moves.Step(-1)])
def test_there_is_nothing_beyond_the_plan(move: moves.Move) -> None:
    with pytest.raises(IllegalMove, match="no-slide"):
        after(moves.Start(), move)


def test_nothing_moves_after_the_end() -> None:
    over = after(moves.Start(), moves.Finish())
    for move in (moves.Start(), moves.Step(1), moves.Take(3), moves.Lock(True)):
        with pytest.raises(IllegalMove, match="finished"):
            apply(over, move, NOW)


def test_the_holder_may_move_and_other_staff_may_only_take() -> None:
    state = asking()
    check_hand(state, HOLDER, moves.Close())
    check_hand(state, OTHER, moves.Take(OTHER.login))
    with pytest.raises(NotAllowed, match="not-holder"):
        check_hand(state, OTHER, moves.Close())


def test_the_board_is_the_rooms_hand_until_it_is_locked() -> None:
    state = asking()
    check_hand(state, BOARD, moves.Close())
    with pytest.raises(NotAllowed, match="staff-only"):
        check_hand(state, BOARD, moves.Take())
    with pytest.raises(NotAllowed, match="board-locked"):
        check_hand(replace(state, locked=True), BOARD, moves.Close())


def test_nobody_else_moves() -> None:
    with pytest.raises(NotAllowed):
        check_hand(asking(), STRANGER, moves.Close())


def test_moves_are_read_from_json() -> None:
    assert parse({"move": "step", "to": 3}) == moves.Step(3)
    assert parse({"move": "take", "login": 99}) == moves.Take()
    assert parse({"move": "rest", "option": "a", "phones": 99}) == moves.Rest("a")
    broken: tuple[dict[str, object], ...] = (
        {},
        {"move": "jump"},
        {"move": "step"},
        {"move": "step", "to": "3"},
        {"move": "step", "to": True},
        {"move": "tally", "option": 1, "count": 2},
    )
    for one in broken:
        with pytest.raises(IllegalMove):
            parse(one)


def test_the_number_present_cannot_fall_below_the_hands_that_are_up() -> None:
    state = after(moves.Present(24), moves.Count(), moves.Tally("a", 20), state=asking())
    with pytest.raises(IllegalMove, match="too-many"):
        apply(state, moves.Present(19), NOW)
    assert after(moves.Present(20), state=state).present == 20
    assert after(moves.Close(), moves.Present(19), state=state).present == 19


def test_a_result_is_shown_once() -> None:
    with pytest.raises(IllegalMove, match="already"):
        after(moves.Show(), moves.Show(), state=closed())
