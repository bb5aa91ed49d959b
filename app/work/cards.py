"""Login cards: a secret link, or a word with a PIN; three wrong PINs make the card wait, a teacher undoes it."""

from __future__ import annotations

import hashlib
import hmac
import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import insert_ignore
from app.db.models import Card
from app.domain.errors import DomainError
from app.work.tokens import hash_of, new_token

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=15)

_WORDS = [
    "LINDE",
    "AHORN",
    "BIRKE",
    "TANNE",
    "FICHTE",
    "BUCHE",
    "EICHE",
    "WEIDE",
    "HASEL",
    "HOLUNDER",
    "OTTER",
    "BIBER",
    "DACHS",
    "FALKE",
    "KRANICH",
    "LUCHS",
    "IGEL",
    "ROBBE",
    "SPECHT",
    "LIBELLE",
    "WOLKE",
    "WELLE",
    "INSEL",
    "FELSEN",
    "KOMET",
    "PLANET",
    "MOND",
    "STERN",
    "KOMPASS",
    "ANKER",
    "LATERNE",
    "BALLON",
    "KREISEL",
    "MURMEL",
    "PINSEL",
    "TROMMEL",
    "FEDER",
    "LEITER",
    "SPIRALE",
    "ZIRKEL",
]


class CardRefused(DomainError):
    """No sign-in with this card. Codes: unknown-link, wrong-pin (also for unknown words), wait."""

    def __init__(self, code: str, wait: timedelta = timedelta(0)) -> None:
        super().__init__(code)
        self.wait = wait


@dataclass(frozen=True)
class PrintedCard:
    """What stands on paper, once: nothing of it can be read back from the database."""

    word: str
    pin: str
    secret: str


def issue(
    session: Session,
    pupil: int,
    key: str,
    chance: random.Random | None = None,
    *,
    word: str | None = None,
    pin: str | None = None,
) -> PrintedCard:
    """A new card for `pupil`; `key` is the server's secret that PINs are hashed with.

    `chance` draws word and PIN (default: the system's source); the demo world names some of its own.
    """
    chance = chance or random.SystemRandom()
    pin = pin or f"{chance.randrange(10_000):04d}"
    secret = new_token()
    while True:
        word = word or f"{chance.choice(_WORDS)}-{chance.randrange(10, 100)}"
        row = {"pupil_id": pupil, "word": word, "link_hash": hash_of(secret), "pin_hash": _pin_hash(word, pin, key)}
        made = insert_ignore(session, Card).values(row | {"wrong_pins": 0})
        if session.scalar(made.returning(Card.__table__.c.id)) is not None:
            return PrintedCard(word, pin, secret)
        word = None  # taken: draw another


def by_link(session: Session, secret: str) -> int:
    """The pupil whose card has this link. Raises CardRefused."""
    found = select(Card.pupil_id).where(Card.link_hash == hash_of(secret), Card.revoked_at.is_(None))
    pupil = session.scalar(found)
    if pupil is None:
        raise CardRefused("unknown-link")
    return pupil


def by_pin(session: Session, word: str, pin: str, key: str, now: datetime) -> int:
    """The pupil with this card word and PIN.

    From the third wrong PIN on the card waits: half a minute, then twice as long each time, at most a quarter of an
    hour. Raises CardRefused; the caller must commit even then, since the wrong try is counted.
    """
    word = normal_word(word)
    card = session.scalar(select(Card).where(Card.word == word, Card.revoked_at.is_(None)).with_for_update())
    if card is None:
        raise CardRefused("wrong-pin")
    if card.locked_until is not None and card.locked_until > now:
        raise CardRefused("wait", card.locked_until - now)
    if not hmac.compare_digest(card.pin_hash, _pin_hash(word, pin.strip(), key)):
        card.wrong_pins += 1
        if card.wrong_pins >= FREE_TRIES:
            wait = timedelta(seconds=30 * 2 ** min(card.wrong_pins - FREE_TRIES, 6))
            card.locked_until = now + min(wait, LONGEST_WAIT)
            raise CardRefused("wait", card.locked_until - now)
        raise CardRefused("wrong-pin")
    card.wrong_pins, card.locked_until = 0, None
    return card.pupil_id


def normal_word(typed: str) -> str:
    """A typed card word as it is stored: "linde 47" is LINDE-47."""
    letters = "".join(one for one in typed.upper() if one.isalpha())
    digits = "".join(one for one in typed if one.isdigit())
    return f"{letters}-{digits}"


def _pin_hash(word: str, pin: str, key: str) -> str:
    """Keyed, so that a copy of the database alone does not give four digits away."""
    return hmac.new(key.encode(), f"{word}:{pin}".encode(), hashlib.sha256).hexdigest()
