"""The only way from an id in a URL to an owned row: `get_<thing>_for(session, actor, key)`.

Each function returns the row or raises NotFound. Whoever may not see a thing does not learn that it exists.
"""

from app.access.attempts import get_attempt_for
from app.access.entries import get_handed_in, handed_in
from app.access.errors import NotFound
from app.access.groups import get_group_for, get_pupil_in, groups_of
from app.access.live import get_live_for_board, get_live_for_device, get_live_for_staff, hours_of
from app.access.modules import get_module_for

__all__ = [
    "NotFound",
    "get_attempt_for",
    "get_group_for",
    "get_handed_in",
    "get_live_for_board",
    "get_live_for_device",
    "get_live_for_staff",
    "get_module_for",
    "get_pupil_in",
    "groups_of",
    "handed_in",
    "hours_of",
]
