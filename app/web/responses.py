"""Read the response to a question from the fields of a plain form.

The fields are those of templates/question/: `option`, `order`, `group-<item>`, `pair-<item>` and so on. Grading decides
what is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.datastructures import MultiDict

Form = MultiDict[str, str]

GROUP = "group-"
PAIR = "pair-"
GAP = "gap-"
PASSAGE = "passage-"


def response_from(kind: str, form: Form) -> dict[str, Any]:
    """What `form` answers to a question of `kind`, in the shape `app.domain.grading` takes.

    An answer that is not complete comes back as far as it goes, so that the page can show it again.
    """
    return READERS[kind](form)


def moved(order: list[str], move: str) -> list[str]:
    """`order` after an arrow was pressed: `move` is "up:<id>" or "down:<id>"; anything else changes nothing."""
    way, _, item = move.partition(":")
    if item not in order or way not in {"up", "down"}:
        return order
    here = order.index(item)
    there = here + (1 if way == "down" else -1)
    if not 0 <= there < len(order):
        return order
    order = list(order)
    order[here], order[there] = order[there], order[here]
    return order


def _choice(form: Form) -> dict[str, Any]:
    return {"option": form.get("option")}


def _multiple(form: Form) -> dict[str, Any]:
    return {"options": form.getlist("option")}


def _truth(form: Form) -> dict[str, Any]:
    return {"because": form.get("because")}


def _number(form: Form) -> dict[str, Any]:
    return {"number": form.get("number", "").strip()}


def _short(form: Form) -> dict[str, Any]:
    return {"text": form.get("text", "").strip()}


def _free(form: Form) -> dict[str, Any]:
    return {"text": form.get("text", "").strip()}


def _cloud(form: Form) -> dict[str, Any]:
    return {"words": [one.strip() for one in form.getlist("word") if one.strip()]}


def _order(form: Form) -> dict[str, Any]:
    return {"order": form.getlist("order")}


def _groups(form: Form) -> dict[str, Any]:
    return {"groups": _named(form, GROUP)}


def _match(form: Form) -> dict[str, Any]:
    return {"pairs": _named(form, PAIR)}


def _gap(form: Form) -> dict[str, Any]:
    return {"gaps": _named(form, GAP)}


def _mark(form: Form) -> dict[str, Any]:
    return {"marks": form.getlist("mark")}


def _highlight(form: Form) -> dict[str, Any]:
    return {"passages": _named(form, PASSAGE)}


def _named(form: Form, prefix: str) -> dict[str, str]:
    """What was filled in of the fields whose names begin with `prefix`, by the rest of their names."""
    found = {name[len(prefix) :]: value.strip() for name, value in form.items() if name.startswith(prefix)}
    return {name: value for name, value in found.items() if value}


READERS: dict[str, Callable[[Form], dict[str, Any]]] = {
    "choice": _choice,
    "multiple": _multiple,
    "truth": _truth,
    "number": _number,
    "short": _short,
    "poll": _choice,
    "free": _free,
    "cloud": _cloud,
    "order": _order,
    "groups": _groups,
    "match": _match,
    "gap": _gap,
    "mark": _mark,
    "highlight": _highlight,
    "spots": _mark,
}
"""One reader for each kind of question."""
