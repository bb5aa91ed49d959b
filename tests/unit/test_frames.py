"""What each audience of a live hour may know, phase by phase: the walk of a whole hour, and single rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from app.domain.grading import full_credit
from app.domain.live import State, Stop, apply, moves, next_move
from app.domain.live.frame import BoardView, Room, SeatsView, advice, board_view, seats_view, staff_view
from app.domain.live.result import Answers, result
from app.domain.live.state import Phase, Round
from tests.support.lesson import CHOICE, ORDER, SECRET_NOTES, SECRET_REMOTE, SECRET_SAY, module

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
MODULE = module()
PLAN = tuple(
    Stop(one.question, tuple(o.id for o in CHOICE.options) if one.question == CHOICE.id else ())
    for one in MODULE.slides
)
ANSWERS = Answers(6, {"line": 4, "real": 2}, 4)
ROOM = Room(seq=9, turn=4, code="482917", seed=5, seated=6, boards=1, holder="Priya", answers={1: ANSWERS})
REASONS = [text for one in MODULE.questions for text in (one.reason, one.advice)]


def room(*rounds: Answers) -> Room:
    return replace(ROOM, answers=dict(enumerate(rounds, start=1)))


def after(*made: moves.Move, state: State | None = None) -> State:
    state = state or State(PLAN, holder=1)
    for move in made:
        state = apply(state, move, NOW)
    return state


def asking() -> State:
    return after(moves.Start(), moves.Step(1), moves.Ask())


def closed() -> State:
    return after(moves.Close(), state=asking())


def shown() -> State:
    return after(moves.Show(), state=closed())


def solved() -> State:
    return after(moves.Reveal(), state=shown())


def whole_hour() -> Iterator[State]:
    """Every state of an hour in which "Weiter" is tapped until it ends."""
    state = State(PLAN, holder=1)
    yield state
    while (move := next_move(state)) is not None:
        state = apply(state, move, NOW)
        yield state


def test_board_and_phones_never_hold_notes() -> None:
    for state in whole_hour():
        for view in (board_view(state, MODULE, ROOM), seats_view(state, MODULE, ROOM)):
            text = repr(view)
            assert SECRET_NOTES not in text
            assert SECRET_SAY not in text
            assert SECRET_REMOTE not in text


def test_staff_hold_what_to_say_and_the_rest_of_the_notes_by_id_only() -> None:
    view = staff_view(asking(), MODULE, ROOM, 45)
    assert (view.say, view.remote) == (SECRET_SAY, SECRET_REMOTE)
    assert SECRET_NOTES not in repr(view)


def test_solution_and_reasons_wait_for_the_reveal() -> None:
    revealed = 0
    for state in whole_hour():
        for view in (board_view(state, MODULE, ROOM), seats_view(state, MODULE, ROOM)):
            told = view.solution is not None or any(one in repr(view) for one in REASONS)
            assert told == (state.round is not None and state.round.revealed_at is not None)
            revealed += told
    assert revealed > 0


def test_nobody_but_staff_sees_who_steers() -> None:
    assert {"holder", "holder_login"} & {one.name for one in fields(BoardView) + fields(SeatsView)} == set()
    assert "Priya" not in repr(board_view(asking(), MODULE, ROOM))
    assert staff_view(asking(), MODULE, ROOM, 45).holder == "Priya"


def test_phones_see_no_count_while_answers_come_in() -> None:
    one, other = (seats_view(asking(), MODULE, room(Answers(n, {"line": n}, n))) for n in (1, 30))
    assert one == other
    assert one.result is None


def test_phones_ask_only_what_is_open_or_was() -> None:
    assert seats_view(after(moves.Start(), moves.Step(1)), MODULE, ROOM).question is None
    assert seats_view(asking(), MODULE, ROOM).question is not None


def test_phones_are_told_that_hands_are_counted() -> None:
    assert seats_view(after(moves.Think(), state=asking()), MODULE, ROOM).paper
    assert not seats_view(asking(), MODULE, ROOM).paper


def test_the_board_counts_before_it_shows() -> None:
    view = board_view(closed(), MODULE, ROOM)
    assert (view.answered, view.results, view.solution) == (6, (), None)
    [result_] = board_view(shown(), MODULE, ROOM).results
    assert {row.id: row.count for row in result_.rows} == {"line": 4, "real": 2, "checked": 0}
    assert all(row.right is None and row.reason is None for row in result_.rows)
    [told] = board_view(solved(), MODULE, ROOM).results
    assert {row.id: row.right for row in told.rows} == {"line": True, "real": False, "checked": False}


@pytest.mark.parametrize(("votes", "enough"), [(0, False), (4, False), (5, True), (24, True)])
def test_a_result_shows_from_five_votes_up(votes: int, enough: bool) -> None:
    few = Answers(votes, {"line": votes}, votes)
    for view in (board_view(solved(), MODULE, room(few)), seats_view(solved(), MODULE, room(few))):
        found = view.results[-1] if isinstance(view, BoardView) else view.result
        assert found is not None
        assert (found.votes, bool(found.rows), found.right_share is not None) == (votes, enough, enough)
    folded = staff_view(closed(), MODULE, room(few), 45).result
    assert folded is not None
    assert bool(folded.rows) == enough


def test_below_five_the_solution_can_still_be_shown() -> None:
    view = board_view(solved(), MODULE, room(Answers(2, {"line": 2}, 2)))
    assert view.solution is not None
    assert view.results[-1].rows == ()


def test_phones_and_hands_are_one_result() -> None:
    counted = after(
        moves.Count(), moves.Tally("line", 2), moves.Tally("real", 1), moves.Counted(), moves.Close(), state=asking()
    )
    state = after(moves.Show(), state=counted)
    [found] = board_view(state, MODULE, room(Answers(3, {"line": 1, "checked": 2}, 1))).results
    assert found.votes == 6
    assert {row.id: row.count for row in found.rows} == {"line": 3, "real": 1, "checked": 2}
    assert found.right_share == pytest.approx(3 / 6)


def test_hands_alone_reach_five() -> None:
    state = after(moves.Count(), moves.Tally("real", 5), moves.Close(), moves.Show(), state=asking())
    assert board_view(state, MODULE, room()).results[-1].enough


def test_a_second_round_hides_the_first_until_it_is_shown_itself() -> None:
    again = after(moves.Discuss(), moves.Ask(), state=closed())
    both = room(Answers(6, {"real": 6}, 0), Answers(6, {"line": 6}, 6))
    for state in (again, after(moves.Close(), state=again)):
        assert board_view(state, MODULE, both).results == ()
        assert seats_view(state, MODULE, both).result is None
    first, second = board_view(after(moves.Close(), moves.Show(), state=again), MODULE, both).results
    assert (first.number, first.right_share) == (1, 0.0)
    assert (second.number, second.right_share) == (2, 1.0)


def test_the_right_order_is_the_questions_not_the_files() -> None:
    state = after(moves.Start(), moves.Step(2), moves.Ask(), moves.Close(), moves.Reveal())
    view = board_view(state, MODULE, room())
    assert view.solution is not None
    assert view.solution.right == ORDER.right == tuple(full_credit(ORDER)["order"])


def test_groups_are_solved_by_place_and_marks_by_line() -> None:
    groups = after(moves.Start(), moves.Step(3), moves.Ask(), moves.Close(), moves.Reveal())
    solution = board_view(groups, MODULE, room()).solution
    assert solution is not None
    assert (solution.right, solution.placed) == ((), {"app": "safe", "link": "risky", "call": "safe"})
    marks = after(moves.Start(), moves.Step(4), moves.Ask(), moves.Close(), moves.Reveal())
    solution = board_view(marks, MODULE, room()).solution
    assert solution is not None
    assert solution.right == ("now", "pay")


def test_buttons_say_what_can_be_done() -> None:
    view = board_view(asking(), MODULE, ROOM)
    assert (view.next, view.back, view.can_count, view.can_discuss) == ("close", "step", True, False)
    assert board_view(closed(), MODULE, ROOM).can_discuss
    assert not board_view(shown(), MODULE, ROOM).can_discuss
    at_order = after(moves.Start(), moves.Step(2), moves.Ask())
    assert not board_view(at_order, MODULE, ROOM).can_count


def test_a_tally_is_on_the_board_only_while_it_is_counted() -> None:
    counting = after(moves.Count(), moves.Tally("real", 3), state=asking())
    assert board_view(counting, MODULE, ROOM).tally == {"real": 3}
    assert board_view(after(moves.Counted(), moves.Close(), state=counting), MODULE, ROOM).tally == {}


@pytest.mark.parametrize(
    ("right", "number", "said"),
    [(0, 1, "explain"), (5, 1, "talk"), (7, 1, "talk"), (8, 1, "go-on"), (5, 2, "go-on"), (2, 2, "explain")],
)
def test_the_first_vote_suggests_what_to_do(right: int, number: int, said: str) -> None:
    round_ = Round(CHOICE.id, number, opened_at=NOW)
    folded = result(CHOICE, round_, Answers(10, {"line": right, "real": 10 - right}, right), 5, solved=True)
    assert advice(closed(), folded) == said
    assert advice(asking(), folded) is None


def test_no_advice_below_five_votes() -> None:
    assert staff_view(closed(), MODULE, room(Answers(4, {"real": 4}, 0)), 45).advice is None


def test_the_plan_follows_the_length_of_the_hour() -> None:
    assert [minutes for _, _, minutes in staff_view(asking(), MODULE, ROOM, 45).plan] == [5, 30]
    assert [minutes for _, _, minutes in staff_view(asking(), MODULE, ROOM, 90).plan] == [10, 70]


def test_questions_are_numbered_through_the_hour() -> None:
    state = after(moves.Start(), moves.Step(3), moves.Ask())
    assert board_view(state, MODULE, ROOM).question_number == 3
    assert seats_view(state, MODULE, ROOM).round_number == 1


@pytest.mark.parametrize(("present", "seated", "expected"), [(None, 6, 6), (24, 6, 24), (3, 6, 6)])
def test_how_many_votes_a_room_can_give(present: int | None, seated: int, expected: int) -> None:
    state = replace(asking(), present=present)
    assert board_view(state, MODULE, replace(ROOM, seated=seated)).expected == expected


def test_all_see_options_in_one_order() -> None:
    board, seats = board_view(asking(), MODULE, ROOM), seats_view(asking(), MODULE, ROOM)
    assert board.question == seats.question
    folded = staff_view(asking(), MODULE, ROOM, 45).result
    assert folded is not None
    assert board.question is not None
    assert [row.id for row in folded.rows] == [one.id for one in board.question.entries]
    assert [row.letter for row in folded.rows] == ["A", "B", "C"]


def test_reasons_stand_beside_wrong_options_only() -> None:
    [found] = board_view(solved(), MODULE, ROOM).results
    reasons = {row.id: row.reason for row in found.rows}
    assert reasons == {one.id: None if one.right else one.feedback for one in CHOICE.options}


def test_when_the_hour_is_over_nothing_comes_next() -> None:
    *_, last = whole_hour()
    board, seats = board_view(last, MODULE, ROOM), seats_view(last, MODULE, ROOM)
    assert (board.phase, board.next, board.back) == (Phase.FINISHED, None, None)
    assert seats.phase is Phase.FINISHED
