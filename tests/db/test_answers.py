"""The answer writer: what becomes of every kind of answer, each stored once, nothing acknowledged is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from app.db.base import new_key
from app.db.models import Attempt, Device, Seat, Standing
from app.domain.grading import KINDS, full_credit
from app.domain.live import moves
from app.work.live.answer import GRACE
from app.work.live.frames import view_for
from app.work.standings import rebuild
from tests.support import lesson
from tests.support.hour import Hour, right, wrong
from tests.support.statements import Statements
from tests.support.world import PUPILS, World


@pytest.fixture
def hour(world: World) -> Hour:
    return Hour(world)


def attempts(hour: Hour) -> list[Attempt]:
    """What is stored of this hour."""
    with hour.world.session() as session:
        seats = select(Seat.id).where(Seat.live_id == hour.live().id)
        return list(session.scalars(select(Attempt).where(Attempt.seat_id.in_(seats)).order_by(Attempt.id)))


def test_an_answer_is_stored_graded_and_acknowledged(hour: Hour) -> None:
    question, phone = hour.ask(), hour.join()
    seq = hour.live().seq
    [receipt] = hour.store([hour.answer(phone, right(question), confidence="sure")])
    assert (receipt.code, receipt.status, receipt.seq) == ("stored", 200, seq + 1)
    assert receipt.body == {"code": "stored", "response": right(question)}
    [row] = attempts(hour)
    assert (row.score, row.correct, row.context, row.late) == (1.0, True, "live", False)
    assert (row.confidence, row.pupil_id, row.competence) == ("sure", None, question.competence)
    assert hour.live().seq == seq + 1
    assert hour.live().turn == 4  # take, start, step, ask: answers make no move stale


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_answered_by_phone(world: World, kind: str) -> None:
    hour = Hour(world, lesson.module())
    question, phone = hour.ask(kind), hour.join()
    [receipt] = hour.store([hour.answer(phone, full_credit(question))])
    assert receipt.code == "stored"
    [row] = attempts(hour)
    assert (row.response, row.correct, row.graded) == (full_credit(question), True, KINDS[kind].graded)


@pytest.mark.parametrize("kind", [name for name, one in KINDS.items() if not one.graded])
def test_an_opinion_is_no_progress(world: World, kind: str) -> None:
    hour = Hour(world, lesson.module())
    question, phone = hour.ask(kind), hour.join("pupil")
    with world.session() as session:
        before = session.scalar(select(func.count()).select_from(Standing))
    [receipt] = hour.store([hour.answer(phone, full_credit(question))])
    assert receipt.code == "stored"
    with world.session() as session, session.begin():
        assert session.scalar(select(func.count()).select_from(Standing)) == before
        assert rebuild(session) == before


def test_the_same_answer_again_gives_the_same_receipt(hour: Hour) -> None:
    question, phone = hour.ask(), hour.join()
    answer = hour.answer(phone, right(question))
    [first] = hour.store([answer])
    [again] = hour.store([answer])
    assert (again.code, again.status, again.body, again.seq) == (first.code, first.status, first.body, None)
    assert len(attempts(hour)) == 1


def test_the_same_answer_twice_in_one_batch_counts_once(hour: Hour) -> None:
    """A phone that hears nothing sends again, and both can wait in the same batch."""
    question, phone = hour.ask(), hour.join("pupil")
    answer = hour.answer(phone, right(question))
    assert [one.code for one in hour.store([answer, answer])] == ["stored", "stored"]
    assert len(attempts(hour)) == 1
    assert in_step(hour.world)


def test_a_seat_answers_once(hour: Hour) -> None:
    question, phone = hour.ask(), hour.join()
    hour.store([hour.answer(phone, right(question))])
    [second] = hour.store([hour.answer(phone, wrong(question))])
    assert (second.code, second.status, second.seq) == ("already", 409, None)
    assert second.body["response"] == right(question)
    [row] = attempts(hour)
    assert row.response == right(question)


def test_two_answers_of_one_seat_in_one_batch(hour: Hour) -> None:
    question, phone = hour.ask(), hour.join()
    receipts = hour.store([hour.answer(phone, right(question)), hour.answer(phone, wrong(question))])
    assert [one.code for one in receipts] == ["stored", "already"]
    assert receipts[1].body["response"] == right(question)


def test_a_second_round_is_answered_anew(hour: Hour) -> None:
    question, phone = hour.ask(), hour.join()
    hour.store([hour.answer(phone, wrong(question))])
    for move in (moves.Close(), moves.Discuss(), moves.Ask()):
        hour.make(move)
    [receipt] = hour.store([hour.answer(phone, right(question))])
    assert receipt.code == "stored"
    assert [one.correct for one in attempts(hour)] == [False, True]


@pytest.mark.parametrize(
    ("after_close", "code"), [(timedelta(0), "stored"), (GRACE, "stored"), (GRACE + timedelta(milliseconds=1), "late")]
)
def test_an_answer_may_travel_three_seconds(hour: Hour, after_close: timedelta, code: str) -> None:
    question, phone = hour.ask(), hour.join("pupil")
    closed = datetime.now(UTC)
    hour.make(moves.Close(), now=closed)
    before = standings(hour.world, "pupil")
    answer = hour.answer(phone, right(question))
    [receipt] = hour.store([answer], closed + after_close)
    assert (receipt.code, receipt.status) == (code, 200)
    assert hour.store([answer], closed + timedelta(minutes=1))[0].code == code
    assert [one.late for one in attempts(hour)] == [code == "late"]
    assert (standings(hour.world, "pupil") != before) == (code == "stored")
    hour.make(moves.Show())
    assert answered(hour) == (1 if code == "stored" else 0)


def answered(hour: Hour) -> int:
    with hour.world.session() as session:
        return int(view_for(session, hour.world.live(session, hour.key), "board").answered)  # type: ignore[union-attr]


def test_nothing_is_stored_for_a_seat_of_somebody_else(hour: Hour) -> None:
    question, phone, other = hour.ask(), hour.join(), hour.join()
    for answer in (
        hour.answer(phone, right(question), device=other.device),
        hour.answer(phone, right(question), seat=new_key()),
        hour.answer(phone, right(question), round=new_key()),
        hour.answer(phone, right(question), live=new_key()),
    ):
        [receipt] = hour.store([answer])
        assert (receipt.code, receipt.status) == ("unknown", 404)
    assert attempts(hour) == []


@pytest.mark.parametrize("model", [Seat, Device])
def test_whoever_was_sent_out_fails_at_once(hour: Hour, model: type[Seat] | type[Device]) -> None:
    question, phone, stays = hour.ask(), hour.join(), hour.join()
    with hour.world.session() as session, session.begin():
        if model is Seat:
            session.execute(update(Seat).where(Seat.key == phone.seat).values(kicked_at=datetime.now(UTC)))
        else:
            gone = Device.token_hash == phone.device
            session.execute(update(Device).where(gone).values(revoked_at=datetime.now(UTC)))
    receipts = hour.store([hour.answer(phone, right(question)), hour.answer(stays, right(question))])
    assert [one.code for one in receipts] == ["unknown", "stored"]


def test_after_the_hour_nothing_new_is_stored(hour: Hour) -> None:
    question, phone, late = hour.ask(), hour.join(), hour.join()
    in_time = hour.answer(phone, right(question))
    hour.store([in_time])
    hour.make(moves.Finish())
    [new] = hour.store([hour.answer(late, right(question))])
    assert (new.code, new.status) == ("gone", 410)
    assert len(attempts(hour)) == 1


def test_a_receipt_that_got_lost_is_given_again_after_the_hour(hour: Hour) -> None:
    """The answer was stored, so the phone must not hear that it was not."""
    question, phone = hour.ask(), hour.join()
    answer = hour.answer(phone, right(question))
    hour.store([answer])
    hour.make(moves.Finish())
    [again] = hour.store([answer])
    assert (again.code, again.status) == ("stored", 200)
    [other] = hour.store([hour.answer(phone, wrong(question))])
    assert (other.code, other.status) == ("gone", 410)


def test_what_is_no_answer_is_refused_and_spoils_nothing(hour: Hour) -> None:
    question, phone, other = hour.ask(), hour.join(), hour.join()
    receipts = hour.store([hour.answer(phone, {"option": "never"}), hour.answer(other, right(question))])
    assert [(one.code, one.status) for one in receipts] == [("bad", 422), ("stored", 200)]
    assert len(attempts(hour)) == 1


def test_a_key_that_belongs_to_another_answer_is_refused(hour: Hour) -> None:
    question, phone, other = hour.ask(), hour.join("pupil"), hour.join("classmate")
    first = hour.answer(phone, right(question))
    assert [one.code for one in hour.store([first])] == ["stored"]
    assert [one.code for one in hour.store([hour.answer(other, right(question), key=first.key)])] == ["bad"]
    assert in_step(hour.world)


def test_one_key_for_two_seats_in_one_batch_counts_for_the_first(hour: Hour) -> None:
    question, phone, other = hour.ask(), hour.join("pupil"), hour.join("classmate")
    key = new_key()
    batch = [hour.answer(one, right(question), key=key) for one in (phone, other)]
    assert [one.code for one in hour.store(batch)] == ["stored", "bad"]
    assert in_step(hour.world)


def test_an_answer_of_a_pupil_counts_for_the_own_standing_and_a_guests_for_nobodys(hour: Hour) -> None:
    question, guest, pupil = hour.ask(), hour.join(), hour.join("pupil")
    before = everyone(hour.world)
    hour.store([hour.answer(guest, right(question))])
    assert everyone(hour.world) == before
    hour.store([hour.answer(pupil, right(question))])
    assert everyone(hour.world) != before
    assert in_step(hour.world)


def test_a_batch_costs_the_same_however_many_answer(hour: Hour, statements: Statements) -> None:
    question = hour.ask()
    phones = [hour.join("pupil"), hour.join("classmate"), *(hour.join() for _ in range(28))]
    hour.store([hour.answer(hour.join("other_pupil"), right(question))])  # the module is in memory now
    costs = []
    for batch in (phones[:1], phones[1:2], phones[2:]):
        answers = [hour.answer(one, right(question)) for one in batch]
        with statements.counted() as seen:
            hour.store(answers)
        costs.append(len([one for one in seen if not one.startswith("INSERT INTO standing")]))
    assert costs[0] == costs[1]
    assert costs[2] <= costs[0]  # guests have no standing


def test_seq_rises_once_a_batch(hour: Hour) -> None:
    question, phones = hour.ask(), [hour.join() for _ in range(6)]
    seq = hour.live().seq
    receipts = hour.store([hour.answer(one, right(question)) for one in phones])
    assert {one.seq for one in receipts} == {seq + 1}
    assert hour.live().seq == seq + 1


def test_an_empty_batch_is_fine(hour: Hour) -> None:
    assert hour.store([]) == []


def standings(world: World, who: str) -> dict[str, list[str]]:
    """The last answers that count for a pupil, by competence."""
    with world.session() as session:
        mine = select(Standing).where(Standing.pupil_id == world.pupil(session, PUPILS[who]).id)
        return {one.competence: list(one.recent) for one in session.scalars(mine)}


def everyone(world: World) -> set[tuple[object, ...]]:
    """All standings as values."""
    with world.session() as session:
        return {
            (one.pupil_id, one.competence, *one.recent, one.level, one.secure_on, one.wrong_in_a_row, one.due_on)
            for one in session.scalars(select(Standing))
        }


def in_step(world: World) -> bool:
    """Whether making all standings anew changes none of them."""
    before = everyone(world)
    with world.session() as session, session.begin():
        rebuild(session)
    return everyone(world) == before
