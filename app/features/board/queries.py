"""What the board's pages read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import LiveSession
from app.domain.activities import Activity
from app.domain.grading import asked
from app.domain.grading.view import Asked
from app.domain.live.frame import SlideView
from app.work.library import module_at


@dataclass(frozen=True)
class KeptSlide:
    """A slide that the page keeps for the time without network: no notes, and of a question what everybody sees."""

    slide: SlideView
    question: Asked | None
    activity: Activity | None


def live_of(session: Session, live: int | None) -> LiveSession | None:
    """The hour a board is paired with."""
    return session.scalar(select(LiveSession).where(LiveSession.id == live)) if live is not None else None


def runs(session: Session, live: int | None) -> bool:
    """Whether this hour is open now."""
    return session.scalar(select(LiveSession.status).where(LiveSession.id == live)) == "running"


def kept_slides(session: Session, live: LiveSession) -> tuple[KeptSlide, ...]:
    """All slides of the hour, questions in the order that was drawn for it."""
    module = module_at(session, live.version)
    return tuple(
        KeptSlide(
            SlideView(one.id, one.title, one.kind, one.phase),
            asked(module.question(one.question), live.seed, module.version) if one.question else None,
            module.activity(one.activity) if one.activity else None,
        )
        for one in module.slides
    )
