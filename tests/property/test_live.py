"""Whatever people tap in whatever order, an hour keeps its promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import IllegalMove
from app.domain.live import State, Stop, apply, moves, next_move
from app.domain.live.frame import Room, board_view, seats_view, staff_view
from app.domain.live.result import Answers
from app.domain.live.rules import back_move
from app.domain.live.state import Hands, Phase
from tests.support.lesson import CHOICE, QUESTIONS, SECRET_NOTES, SECRET_REMOTE, SECRET_SAY, module

START = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
MODULE = module()
OPTIONS = tuple(one.id for one in CHOICE.options)
PLAN = tuple(Stop(one.question, OPTIONS if one.question == CHOICE.id else ()) for one in MODULE.slides)
ROOM = Room(1, 1, "482917", 3, 6, 1, "Priya", {n: Answers(6, {"line": 6}, 6) for n in (1, 2, 3)})
TOLD = [text for one in QUESTIONS for text in (one.reason, one.advice)]

ANY_OPTION = st.sampled_from((*OPTIONS, "never"))
COUNTS = st.integers(-1, 70)
PLAIN = (
    moves.Start(), moves.Ask(), moves.Think(), moves.Count(), moves.Counted(), moves.Close(),
    moves.Show(), moves.Discuss(), moves.Reveal(), moves.Take(7), moves.Lock(True), moves.Finish(),
)  # fmt: skip
ANYTHING = st.one_of(
    st.sampled_from(PLAIN),
    st.integers(-1, len(PLAN)).map(moves.Step),
    st.builds(moves.Tally, ANY_OPTION, COUNTS),
    st.builds(moves.Rest, ANY_OPTION),
    st.builds(moves.Present, COUNTS),
    st.sampled_from(("next", "back")),
)
LIKELY = (
    moves.Start(), moves.Step(1), moves.Ask(), moves.Think(), moves.Count(), moves.Tally("line", 2),
    moves.Tally("real", 4), moves.Rest("checked"), moves.Counted(), moves.Close(), moves.Show(), moves.Discuss(),
    moves.Reveal(),
)  # fmt: skip


@st.composite
def walks(draw: st.DrawFn) -> list[State]:
    """Every state of an hour in which people tap what is offered, and now and then something else."""
    present = draw(st.sampled_from((None, 6, 24)))
    states = [State(PLAN, holder=1, present=present)]
    for number in range(draw(st.integers(0, 40))):
        state, now = states[-1], START + timedelta(minutes=number)
        possible = [one for one in LIKELY if allowed(state, one, now)]
        likely = possible and draw(st.integers(0, 5)) > 0
        move = draw(st.sampled_from(possible) if likely else ANYTHING)
        wanted = {"next": next_move, "back": back_move}[move](state) if isinstance(move, str) else move
        if wanted is not None and allowed(state, wanted, now):
            states.append(apply(state, wanted, now))
        else:
            assert wanted is None or not isinstance(move, str), f"{wanted} was offered and refused"
    return states


def allowed(state: State, move: moves.Move, now: datetime) -> bool:
    """Whether `state` lets this move happen."""
    try:
        apply(state, move, now)
    except IllegalMove:
        return False
    return True


@settings(max_examples=300)
@given(walks())
def test_an_hour_keeps_its_promises(states: list[State]) -> None:
    for state in states:
        open_rounds = [one for one in state.rounds if one.closed_at is None]
        assert len(open_rounds) == (state.phase is Phase.ASKING)
        assert state.phase is Phase.ASKING or state.hands is Hands.DOWN
        assert 0 <= state.position < len(PLAN)
        assert (state.phase is Phase.FINISHED) == (state.finished_at is not None)
        if open_rounds and state.present is not None:
            assert open_rounds[0].hands <= state.present
        for question in {one.question for one in state.rounds}:
            assert [one.number for one in state.rounds_of(question)] == [*range(1, len(state.rounds_of(question)) + 1)]
        for round_ in state.rounds:
            assert round_.revealed_at is None or round_.shown_at is not None
            assert round_.shown_at is None or round_.closed_at is not None


@settings(max_examples=300)
@given(walks())
def test_what_is_done_stays_done(states: list[State]) -> None:
    for before, after in pairwise(states):
        assert before.phase is not Phase.FINISHED
        assert len(after.rounds) >= len(before.rounds)
        for old, new in zip(before.rounds, after.rounds, strict=False):
            assert (old.question, old.number, old.opened_at) == (new.question, new.number, new.opened_at)
            if old.closed_at:
                assert (new.closed_at, new.tally) == (old.closed_at, old.tally)
            assert old.shown_at in (None, new.shown_at)
            assert old.revealed_at in (None, new.revealed_at)


@settings(max_examples=200)
@given(walks())
def test_no_frame_says_too_much(states: list[State]) -> None:
    for state in states:
        board, seats = board_view(state, MODULE, ROOM), seats_view(state, MODULE, ROOM)
        staff_view(state, MODULE, ROOM, 45)
        solved = state.round is not None and state.round.revealed_at is not None
        for view in (board, seats):
            text = repr(view)
            assert not any(one in text for one in (SECRET_NOTES, SECRET_SAY, SECRET_REMOTE, "Priya"))
            assert solved or (view.solution is None and not any(one in text for one in TOLD))
        for result in (*board.results, *([seats.result] if seats.result else [])):
            assert result.enough or (result.rows, result.right_share) == ((), None)
            assert solved or all(row.right is None and row.reason is None for row in result.rows)
        if state.round is None or state.round.shown_at is None:
            assert board.results == ()
            assert seats.result is None


@given(walks())
def test_weiter_always_leads_to_the_end(states: list[State]) -> None:
    state = states[-1]
    for _ in range(12 * len(PLAN)):
        move = next_move(state)
        if move is None:
            break
        state = apply(state, move, START)
    assert state.phase is Phase.FINISHED
