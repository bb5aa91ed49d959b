"""Login cards: the link, and word with PIN; wrong PINs make the card wait, never the person beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Card
from app.work.cards import FREE_TRIES, LONGEST_WAIT, CardRefused, PrintedCard, by_link, by_pin, issue, normal_word
from tests.support.world import World

KEY = "the server's secret"
NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


def printed(world: World, session: Session, name: str = "Mila") -> tuple[int, PrintedCard]:
    pupil = world.pupil(session, name).id
    return pupil, issue(session, pupil, KEY)


def test_both_ways_lead_to_the_pupil(world: World) -> None:
    with world.session() as session:
        pupil, card = printed(world, session)
        assert by_link(session, card.secret) == pupil
        assert by_pin(session, card.word.lower().replace("-", " "), f" {card.pin} ", KEY, NOW) == pupil


def test_nothing_printed_can_be_read_from_the_database(world: World) -> None:
    with world.session() as session:
        _, card = printed(world, session)
        row = session.scalars(select(Card).where(Card.word == card.word)).one()
        assert card.secret not in row.link_hash
        assert (len(row.link_hash), len(row.pin_hash)) == (64, 64)
        with pytest.raises(CardRefused):  # a copy of the database without the server's secret
            by_pin(session, card.word, card.pin, "another secret", NOW)


@pytest.mark.parametrize("typed", ["linde 47", "LINDE-47", " Linde47 ", "linde - 47"])
def test_a_word_may_be_typed_as_it_comes(typed: str) -> None:
    assert normal_word(typed) == "LINDE-47"


def test_an_unknown_word_looks_like_a_wrong_pin(world: World) -> None:
    with world.session() as session, pytest.raises(CardRefused, match="wrong-pin"):
        by_pin(session, "KEINE-11", "0000", KEY, NOW)


@pytest.mark.parametrize("secret", ["", "nothing", "x" * 500])
def test_an_unknown_link_is_refused(world: World, secret: str) -> None:
    with world.session() as session, pytest.raises(CardRefused, match="unknown-link"):
        by_link(session, secret)


def test_a_revoked_card_is_worth_nothing(world: World) -> None:
    with world.session() as session:
        _, card = printed(world, session)
        session.execute(update(Card).where(Card.word == card.word).values(revoked_at=NOW))
        with pytest.raises(CardRefused, match="unknown-link"):
            by_link(session, card.secret)
        with pytest.raises(CardRefused, match="wrong-pin"):
            by_pin(session, card.word, card.pin, KEY, NOW)


def test_wrong_pins_make_the_card_wait_longer_each_time(world: World) -> None:
    with world.session() as session:
        pupil, card = printed(world, session)
        other_pupil, other = printed(world, session, "Yusuf")
        row = session.scalars(select(Card).where(Card.word == card.word)).one()
        wrong, now, waits = "0000" if card.pin != "0000" else "1111", NOW, []
        for _ in range(FREE_TRIES + 7):
            with pytest.raises(CardRefused, match=r"wrong-pin|wait"):
                by_pin(session, card.word, wrong, KEY, now)
            waits.append((row.locked_until or now) - now)
            now = row.locked_until or now
        assert waits[: FREE_TRIES - 1] == [timedelta(0)] * (FREE_TRIES - 1)
        assert waits[FREE_TRIES - 1 : FREE_TRIES + 2] == [timedelta(seconds=one) for one in (30, 60, 120)]
        assert waits[-1] == LONGEST_WAIT
        with pytest.raises(CardRefused, match="wait") as refused:
            by_pin(session, card.word, card.pin, KEY, now - timedelta(seconds=20))
        assert refused.value.wait == timedelta(seconds=20)
        assert by_pin(session, other.word, other.pin, KEY, now) == other_pupil
        assert by_link(session, card.secret) == pupil  # the link is no guess
        assert by_pin(session, card.word, card.pin, KEY, now) == pupil
        assert (row.wrong_pins, row.locked_until) == (0, None)


def test_every_card_has_a_word_of_its_own(world: World) -> None:
    with world.session() as session:
        pupil = world.pupil(session, "Mila").id
        words = [issue(session, pupil, KEY).word for _ in range(60)]
        assert len(set(words)) == 60
        again = issue(session, pupil, KEY, word=words[0])
        assert again.word != words[0]
