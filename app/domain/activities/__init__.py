"""Activities: a file for each kind, with its value and its rules. They are played in the page and never graded."""

from __future__ import annotations

from app.domain.activities.base import Doing
from app.domain.activities.next_word import NextWord
from app.domain.activities.robot import Robot
from app.domain.activities.search import Search
from app.domain.activities.tree import Tree

Activity = Robot | Search | NextWord | Tree
ACTIVITIES: tuple[type[Activity], ...] = (Robot, Search, NextWord, Tree)
"""All kinds."""

__all__ = ["ACTIVITIES", "Activity", "Doing", "NextWord", "Robot", "Search", "Tree"]
