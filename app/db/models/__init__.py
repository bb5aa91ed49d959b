"""All rows. Importing this package is enough for Alembic to see every table."""

from app.db.models.content import ContentVersion
from app.db.models.live import Board, Device, Entry, LiveSession, LiveStaff, MoveLog, Round, Seat, Tally
from app.db.models.login import Card, Login
from app.db.models.people import Group, Membership, Placement, Pupil, School, SchoolYear, Staff
from app.db.models.progress import Attempt, Standing

__all__ = [
    "Attempt",
    "Board",
    "Card",
    "ContentVersion",
    "Device",
    "Entry",
    "Group",
    "LiveSession",
    "LiveStaff",
    "Login",
    "Membership",
    "MoveLog",
    "Placement",
    "Pupil",
    "Round",
    "School",
    "SchoolYear",
    "Seat",
    "Staff",
    "Standing",
    "Tally",
]
