"""How much, how long, how often: every number of the server that a test must be able to make small."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What the product promises."""

    body_size: int = 2 * 1024 * 1024
    """Bytes of a request's body."""

    answer_size: int = 64 * 1024
    """Bytes of an answer of the live hour."""

    body_seconds: float = 15.0
    """A body must be complete after so long."""

    thrown_away: int = 32 * 1024 * 1024
    """Of a body that is too large so many bytes are still read: a browser shows a refusal once it has sent all."""

    beat_seconds: float = 15.0
    """Between two signs of life on a stream; the page opens it anew when it hears nothing for 35 s."""

    stuck_seconds: float = 30.0
    """A stream whose page takes nothing for so long is cut off."""

    wrong_codes: int = 60
    """Above so many wrong join codes in a minute, every try waits."""

    guess_seconds: float = 2.0
    """How long it waits."""

    guess_places: int = 50
    """So many may wait at once; further ones are sent away."""

    answers_waiting: int = 8192
    """Answers that may wait to be stored; further ones are sent away."""
