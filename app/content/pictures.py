"""The pictures of modules: SVG that holds drawing and text and nothing that runs or loads."""

from __future__ import annotations

import re

VIEW_BOX = re.compile(r'viewBox="0 0 ([0-9]+) ([0-9]+)"')


def size_of(svg: str) -> tuple[int, int]:
    """Width and height of a picture that was checked."""
    found = VIEW_BOX.search(svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)
