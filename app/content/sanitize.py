"""The only door to the sanitizers: bleach cleans what people see, nh3 is the second opinion in the checks and tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Final

import nh3
from bleach.sanitizer import Cleaner

TAGS: Final = frozenset({"p", "strong", "em", "br", "ul", "ol", "li", "blockquote", "img", "div", "code"})

VALUES: Final[Mapping[tuple[str, str], Callable[[str], object]]] = {
    ("img", "src"): re.compile(r"/m/[0-9a-f]{64}/[a-z0-9-]{1,60}\.svg").fullmatch,
    ("img", "alt"): lambda value: True,
    ("img", "width"): re.compile(r"[0-9]{1,4}").fullmatch,
    ("img", "height"): re.compile(r"[0-9]{1,4}").fullmatch,
    ("div", "class"): re.compile(r"fact").fullmatch,
    ("p", "class"): re.compile(r"fact__source").fullmatch,
    ("ol", "start"): re.compile(r"[0-9]{1,3}").fullmatch,
}
"""Every attribute that may stand, with the test its value must pass."""


def clean(html: str) -> str:
    """`html` with nothing in it but the tags and attributes above; anything else is shown as text or dropped."""
    with _lock:
        return str(_cleaner.clean(html))


def second_opinion(html: str) -> str:
    """The same by nh3. Both must give the same tree for whatever our Markdown produces."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: {name for one, name in VALUES if one == tag} for tag in TAGS},
        attribute_filter=lambda tag, name, value: value if _may_stand(tag, name, value) else None,
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )


def _may_stand(tag: str, name: str, value: Any) -> bool:
    test = VALUES.get((tag, name))
    return test is not None and bool(test(str(value)))


_lock = Lock()  # a Cleaner keeps its parser between calls and is not made for two threads
# No address with a protocol passes the test above; bleach wants one here to let an address through at all.
_cleaner = Cleaner(tags=TAGS, attributes=_may_stand, protocols={"http"}, strip=False, strip_comments=True)
