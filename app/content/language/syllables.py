"""How many syllables a German word has: as many as it has vowels, where pairs like `au` and `ie` are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

ONE_SOUND: Final = "aa|ee|oo|ai|ay|au|äu|ei|ey|eu|ie|oi|oy|ou"
VOWELS: Final = re.compile(rf"{ONE_SOUND}|[aeiouyäöüàéè]")
APART: Final = re.compile(
    r"^be(?=en)|^ge(?=e)|(?<=\w{3}i)(?=en$)|(?:famil|stud|fol|lin|ser|präm|komöd)i(?=e$)|(?<=zi)(?=e[ln])|(?<=se)(?=um)"
)
"""Where two vowels that look like one are two: be|enden, ge|ehrt, Medi|en, Famili|e, spezi|ell, Muse|um."""
SPELT: Final = re.compile(r"[A-ZÄÖÜ]{2,5}")
"""An abbreviation that is read letter by letter: KI, BSI."""
FOREIGN: Final[Mapping[str, int]] = {
    "code": 1, "game": 1, "like": 1, "likes": 1, "fake": 1, "fakes": 1, "online": 2, "offline": 2, "software": 2,
    "hardware": 2, "update": 2, "updates": 2, "smartphone": 2, "website": 2, "timeline": 2, "team": 1, "teams": 1,
    "teamwork": 2, "deepfake": 2, "deepfakes": 2,
}  # fmt: skip
"""Words whose letters mislead."""


def count(word: str) -> int:
    """The syllables of `word`, at least one. Numbers count a syllable for each digit."""
    return sum(_part(one) for one in re.split(r"[-'’]", word) if one) or 1


def _part(part: str) -> int:
    if part.isdigit() or SPELT.fullmatch(part):
        return len(part)
    low = part.lower()
    if low in FOREIGN:
        return FOREIGN[low]
    low = APART.sub(lambda found: f"{found[0]}|", low.replace("qu", "kw"))
    return len(VOWELS.findall(low)) or 1
