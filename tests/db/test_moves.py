"""Moves as transactions: the first wins, rows keep the state, and the log says what happened."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.db.models import MoveLog
from app.domain.errors import IllegalMove, NotAllowed
from app.domain.live import Phase, moves
from app.domain.roles import Board
from app.work import boards
from app.work.live.moves import Stale
from tests.support.hour import Hour, right, wrong
from tests.support.world import World


@pytest.fixture
def hour(world: World) -> Hour:
    return Hour(world)


def log(hour: Hour) -> list[tuple[int, str, dict[str, object]]]:
    with hour.world.session() as session:
        lines = select(MoveLog).where(MoveLog.live_id == hour.live().id).order_by(MoveLog.seq)
        return [(one.seq, one.hand, one.move) for one in session.scalars(lines)]


def board_of(hour: Hour) -> Board:
    with hour.world.session() as session, session.begin():
        _, code = boards.new_board(session, datetime.now(UTC))
        row = boards.pair_by_code(session, hour.world.live(session, hour.key), code, datetime.now(UTC))
        return Board(row.id, row.live_id)


def test_a_move_raises_both_numbers_and_is_logged(hour: Hour) -> None:
    before = hour.live()
    assert hour.make(moves.Start()) == before.seq + 1
    after = hour.live()
    assert (after.seq, after.turn, after.phase) == (before.seq + 1, before.turn + 1, "slide")
    assert log(hour)[-1] == (after.seq, "staff", {"move": "start"})


def test_a_move_on_an_old_picture_is_dropped_and_changes_nothing(hour: Hour) -> None:
    hour.make(moves.Start())
    before = hour.live()
    with pytest.raises(Stale):
        hour.make(moves.Step(2), seen=before.turn - 1)
    after = hour.live()
    assert (after.seq, after.turn, after.position) == (before.seq, before.turn, before.position)


def test_taking_the_right_and_counting_the_room_fit_any_picture(hour: Hour) -> None:
    hour.make(moves.Present(22), seen=-7)
    teacher = hour.staff("teacher")
    hour.make(moves.Take(), teacher, seen=-7)
    assert (hour.live().present, hour.live().holder_id) == (22, teacher.login)


def test_nobody_takes_the_right_for_somebody_else(hour: Hour) -> None:
    teacher = hour.staff("teacher")
    hour.make(moves.Take(login=hour.mentor.login), teacher)
    assert hour.live().holder_id == teacher.login
    assert log(hour)[-1][2] == {"move": "take"}  # and the log names no person


@pytest.mark.parametrize(
    ("move", "error"),
    [(moves.Close(), IllegalMove), (moves.Step(99), IllegalMove), (moves.Tally("a", 2), IllegalMove)],
)
def test_a_refused_move_changes_nothing(hour: Hour, move: moves.Move, error: type[Exception]) -> None:
    hour.make(moves.Start())
    before, lines = hour.live(), log(hour)
    with pytest.raises(error):
        hour.make(move)
    assert (hour.live().seq, hour.live().turn) == (before.seq, before.turn)
    assert log(hour) == lines


def test_only_the_holder_moves_until_another_takes_over(hour: Hour) -> None:
    teacher = hour.staff("teacher")
    with pytest.raises(NotAllowed, match="not-holder"):
        hour.make(moves.Start(), teacher)
    hour.make(moves.Take(), teacher)
    hour.make(moves.Start(), teacher)
    with pytest.raises(NotAllowed, match="not-holder"):
        hour.make(moves.Step(1), hour.mentor)


def test_the_board_moves_without_a_login_until_it_is_locked(hour: Hour) -> None:
    board = board_of(hour)
    hour.make(moves.Start(), board)
    assert log(hour)[-1][1] == "board"
    hour.make(moves.Lock(True))
    with pytest.raises(NotAllowed, match="board-locked"):
        hour.make(moves.Step(1), board)
    hour.make(moves.Lock(False))
    hour.make(moves.Step(1), board)
    with pytest.raises(NotAllowed, match="staff-only"):
        hour.make(moves.Take(), board)


def test_of_two_hands_at_once_one_wins(hour: Hour) -> None:
    """Mentor and board tap "Weiter" at the same moment: one step, one gentle no."""
    board = board_of(hour)
    hour.make(moves.Start())
    turn, together = hour.live().turn, threading.Barrier(2)

    def tap(who: object) -> str:
        together.wait()
        try:
            hour.make(moves.Step(1), who, seen=turn)  # type: ignore[arg-type]
        except Stale:
            return "stale"
        return "made"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(tap, [hour.mentor, board])) == ["made", "stale"]
    assert (hour.live().position, hour.live().turn) == (1, turn + 1)


def test_a_whole_round_is_kept_in_rows(hour: Hour) -> None:
    question = hour.ask()
    option = question.options[0].id  # type: ignore[union-attr]
    now = datetime.now(UTC)
    counting = (moves.Present(20), moves.Think(), moves.Count(), moves.Tally(option, 7), moves.Counted())
    for number, move in enumerate((*counting, moves.Close(), moves.Show(), moves.Reveal())):
        hour.make(move, now=now + timedelta(seconds=number))
    [round_] = hour.state().rounds
    assert (round_.question, round_.number, dict(round_.tally)) == (question.id, 1, {option: 7})
    assert (round_.closed_at, round_.shown_at, round_.revealed_at) == tuple(
        now + timedelta(seconds=number) for number in (5, 6, 7)
    )
    assert hour.state().phase is Phase.REVEALED


def test_a_count_can_be_put_right(hour: Hour) -> None:
    question = hour.ask()
    option = question.options[0].id  # type: ignore[union-attr]
    for move in (moves.Count(), moves.Tally(option, 7), moves.Tally(option, 5)):
        hour.make(move)
    assert dict(hour.state().rounds[0].tally) == {option: 5}


def test_the_rest_are_those_who_neither_showed_a_hand_nor_answered_by_phone(hour: Hour) -> None:
    earlier = hour.ask()
    hour.store([hour.answer(hour.join(), right(earlier))])  # an answer to another round takes nobody's hand away
    hour.make(moves.Close())
    question = hour.ask(skip=1)
    hour.store([hour.answer(hour.join(), right(question)), hour.answer(hour.join(), wrong(question))])
    first, *_, last = (one.id for one in question.options)  # type: ignore[union-attr]
    for move in (moves.Present(20), moves.Count(), moves.Tally(first, 7), moves.Rest(last)):
        hour.make(move)
    assert dict(hour.state().rounds[-1].tally) == {first: 7, last: 11}


def test_nothing_moves_before_the_hour_opens_or_after_it_ended(hour: Hour) -> None:
    hour.make(moves.Start())
    hour.make(moves.Finish())
    assert (hour.live().status, hour.live().phase) == ("finished", "finished")
    with pytest.raises(Stale):
        hour.make(moves.Take())
