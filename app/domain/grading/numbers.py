"""Numbers as people in Germany write and read them."""

from __future__ import annotations

import re

LONGEST = 20
THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
PLAIN = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def number_from(text: str, unit: str = "") -> float:
    """The number in `text`: 12,5 and 1.000 and 1 000, with or without `unit` behind it. Raises ValueError."""
    found = re.sub(r"[\s']", "", text[: LONGEST + 1]).replace("\u2212", "-").removesuffix(re.sub(r"\s", "", unit))
    if len(text) > LONGEST:
        raise ValueError("too long")
    if THOUSANDS.fullmatch(found):
        found = found.replace(".", "")
    elif not PLAIN.fullmatch(found):
        raise ValueError("no number")
    return float(found.replace(",", "."))


def number_text(value: float) -> str:
    """`value` with a decimal comma, and a blank between thousands from five digits on."""
    whole, _, rest = f"{value:.6f}".rstrip("0").rstrip(".").partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}".replace(",", "\u202f")
    return f"{whole},{rest}" if rest else whole
