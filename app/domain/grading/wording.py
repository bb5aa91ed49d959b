"""Are two short texts the same, umlauts, signs and typing slips forgiven?"""

from __future__ import annotations

import re
import unicodedata

FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
SHORTEST = 4
"""Letters a text needs for each forgiven slip: in shorter ones a slip makes another word."""


def folded(text: str) -> str:
    """`text` in small letters, without accents and signs, umlauts written out, single blanks between words."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(FOLDS)
    bare = "".join(one for one in unicodedata.normalize("NFD", plain) if not unicodedata.combining(one))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def alike(given: str, wanted: str, slips: int) -> bool:
    """Whether `given` is `wanted` but for at most `slips` slips; both folded. Fewer in short texts."""
    return distance(given, wanted) <= min(slips, len(wanted) // SHORTEST)


def distance(first: str, second: str) -> int:
    """How many letters are missing, too many, wrong or swapped with a neighbour (optimal string alignment)."""
    older: list[int] = []
    before = list(range(len(second) + 1))
    for n, one in enumerate(first, start=1):
        row = [n]
        for m, other in enumerate(second, start=1):
            cost = min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (one != other))
            if n > 1 and m > 1 and one == second[m - 2] and other == first[n - 2]:
                cost = min(cost, older[m - 2] + 1)
            row.append(cost)
        older, before = before, row
    return before[-1]
