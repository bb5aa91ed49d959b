"""A board gets into an hour: by the code it shows, or by the hour's key; each with its limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Board, LiveSession
from app.domain.roles import STRANGER
from app.domain.roles import Board as BoardActor
from app.work.boards import FREE_TRIES, LONGEST_WAIT, NotPaired, new_board, open_hour, pair_by_code, pair_by_key
from app.work.login import actor_for
from app.work.tokens import hash_of
from tests.support.world import World

BERLIN = ZoneInfo("Europe/Berlin")


def waiting(session: Session, now: datetime) -> Board:
    token, _ = new_board(session, now)
    return session.scalars(select(Board).where(Board.token_hash == hash_of(token))).one()


def noon(live: LiveSession, days: int = 0) -> datetime:
    """Noon at the school on the day of the hour, or so many days later."""
    return live.starts_at.astimezone(BERLIN).replace(hour=12, minute=0) + timedelta(days=days)


def test_a_code_pairs_once(world: World) -> None:
    now = datetime.now(UTC)
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        token, code = new_board(session, now)
        seq = live.seq
        paired = pair_by_code(session, live, f"{code[:3]} {code[3:]}", now)
        assert (paired.live_id, paired.code, live.seq) == (live.id, None, seq + 1)
        assert actor_for(session, {"board": token}, "board", now) == BoardActor(paired.id, live.id)
        with pytest.raises(NotPaired, match="unknown-code"):
            pair_by_code(session, live, code, now)


def test_a_thrown_away_code_pairs_nothing(world: World) -> None:
    now = datetime.now(UTC)
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        token, code = new_board(session, now)
        session.execute(update(Board).where(Board.code == code).values(revoked_at=now))
        with pytest.raises(NotPaired, match="unknown-code"):
            pair_by_code(session, live, code, now)
        assert actor_for(session, {"board": token}, "board", now) is STRANGER


def test_the_key_opens_the_hour_on_its_day(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        now = noon(live)
        board = waiting(session, now)
        typed = f"{live.hour_key[:4].lower()}-{live.hour_key[4:]}"
        assert pair_by_key(session, board, typed, now).id == live.id
        assert (live.status, board.live_id) == ("running", live.id)
        assert live.join_code is not None


@pytest.mark.parametrize("days", [-1, 1, 7])
def test_the_key_is_worth_nothing_on_other_days(world: World, days: int) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        now = noon(live, days)
        board = waiting(session, now)
        with pytest.raises(NotPaired, match="other-day"):
            pair_by_key(session, board, live.hour_key, now)
        assert (board.live_id, live.status) == (None, "planned")


def test_the_day_is_the_schools_not_the_servers(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        late = noon(live).replace(hour=0, minute=30)  # the day before in UTC
        assert late.astimezone(UTC).date() != late.date()
        pair_by_key(session, waiting(session, late), live.hour_key, late)


def test_after_the_hour_its_key_is_over(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        now = noon(live)
        live.status, live.finished_at = "finished", now
        with pytest.raises(NotPaired, match="over"):
            pair_by_key(session, waiting(session, now), live.hour_key, now)


def test_wrong_keys_make_this_board_wait_longer_each_time(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        now, waits = noon(live), []
        board, other = waiting(session, now), waiting(session, now)
        for _ in range(FREE_TRIES + 12):
            with pytest.raises(NotPaired, match="unknown-key"):
                pair_by_key(session, board, "00000000", now)
            waits.append((board.wait_until - now) if board.wait_until and board.wait_until > now else timedelta(0))
            now = max(now, board.wait_until or now)
        assert waits[:FREE_TRIES] == [timedelta(0)] * FREE_TRIES
        assert waits[FREE_TRIES : FREE_TRIES + 3] == [timedelta(seconds=one) for one in (2, 4, 8)]
        assert waits == sorted(waits)
        assert waits[-1] == LONGEST_WAIT
        with pytest.raises(NotPaired, match="wait") as refused:
            pair_by_key(session, board, live.hour_key, now - timedelta(seconds=1))
        assert refused.value.wait == timedelta(seconds=1)
        pair_by_key(session, other, live.hour_key, now)  # only the one board waits
        pair_by_key(session, board, live.hour_key, now)
        assert (board.wrong_keys, board.wait_until) == (0, None)


def test_opening_twice_keeps_the_code(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        open_hour(session, live)
        code = live.join_code
        open_hour(session, live)
        assert (live.status, live.join_code) == ("running", code)
        assert code is not None
        assert len(code) == 6


def test_join_codes_are_unique_among_open_hours_only(world: World) -> None:
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        open_hour(session, live)
        over = session.scalars(select(LiveSession).where(LiveSession.status == "finished")).first()
        assert over is not None
        over.join_code = live.join_code
        session.flush()  # an old hour may have had the same six digits


def test_a_board_is_forgotten_after_half_a_day_or_some_time_after_its_hour(world: World) -> None:
    now = datetime.now(UTC)
    with world.session() as session:
        live = world.live(session, world.todays_hour())
        token, code = new_board(session, now)
        cookies = {"board": token}
        assert actor_for(session, cookies, "board", now + timedelta(hours=11)) != STRANGER
        assert actor_for(session, cookies, "board", now + timedelta(hours=12, seconds=1)) is STRANGER
        open_hour(session, live)
        pair_by_code(session, live, code, now)
        live.status, live.finished_at = "finished", now
        session.flush()
        assert actor_for(session, cookies, "board", now + timedelta(minutes=14)) != STRANGER
        assert actor_for(session, cookies, "board", now + timedelta(minutes=16)) is STRANGER
