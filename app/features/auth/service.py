"""Sign people in and out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Staff
from app.web import passwords
from app.work import login


def find_staff(session: Session, email: str, password: str, now: datetime) -> Staff | None:
    """The member of staff with this address and password whose time here has not ended; None for every other pair.

    Slow on purpose; comes before the first write, since a writing request holds up all others.
    """
    found = session.scalar(select(Staff).where(Staff.email == account_of(email)))
    right = passwords.is_right(found.password_hash if found else None, password)
    if found is None or not right or login.is_over(found.until, now):
        return None
    if passwords.is_outdated(found.password_hash):
        found.password_hash = passwords.hash_password(password)
    return found


def account_of(email: str) -> str:
    """A typed address as it is stored."""
    return email.strip().lower()
