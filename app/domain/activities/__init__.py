"""Activities: a file for each kind, with its value and its rules. They are played in the page and never graded."""

from __future__ import annotations

from app.domain.activities.base import Doing
from app.domain.activities.robot import Robot

Activity = Robot
ACTIVITIES: tuple[type[Activity], ...] = (Robot,)
"""All kinds."""

__all__ = ["ACTIVITIES", "Activity", "Doing", "Robot"]
