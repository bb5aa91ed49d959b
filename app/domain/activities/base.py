"""What all activities have: something to do together that no question kind can do. There is no grade."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Doing:
    """An activity without what its kind adds. `paper` says how it goes on paper, in one or two sentences."""

    id: str
    prompt: str
    paper: str
