"""Modules: everybody who is signed in may read those that are no drafts."""

from __future__ import annotations

from app.access.errors import NotFound
from app.domain.content import Library, Module
from app.domain.roles import Actor, Pupil, Staff


def get_module_for(library: Library, actor: Actor, slug: str) -> Module:
    """The module `slug` in its newest version, for pupils and staff. Raises NotFound, also for drafts."""
    module = library.modules.get(slug)
    if module is None or module.draft or not isinstance(actor, Pupil | Staff):
        raise NotFound(slug)
    return module
