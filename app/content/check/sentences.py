"""Short sentences: none has more than sixteen words, and a lesson's have eleven or fewer on average.

The words about a picture are free: they list what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content import seen
from app.content.draft import Draft
from app.content.errors import Problem
from app.content.language.plain import sentences
from app.content.wording import count

LONGEST = 16
AVERAGE = 11


def check(draft: Draft) -> Iterator[Problem]:
    """Every sentence that people read, and the average of what pupils read on the slides."""
    yield from long_sentences(seen.read(draft))
    parts = (text for slide in draft.slides for part in ("body", "home") for text in seen.of_part(draft, slide, part))
    lengths = [count(sentence) for one in parts for sentence in sentences(one.text)]
    if sum(lengths) > AVERAGE * len(lengths):
        average = f"{sum(lengths) / len(lengths):.1f}".replace(".", ",")
        message = f"die Sätze dieser Stunde haben im Schnitt {average} Wörter"
        yield Problem(draft.lesson, 1, 1, message, f"höchstens {AVERAGE}")


def long_sentences(texts: Iterable[seen.Seen]) -> Iterator[Problem]:
    """Each sentence that is too long."""
    for one in texts:
        for sentence in sentences(one.text):
            if count(sentence) > LONGEST:
                start = " ".join(sentence.split()[:4])
                message = f"der Satz '{start} …' hat {count(sentence)} Wörter"
                yield one.problem(message, f"höchstens {LONGEST}; zwei Sätze schreiben, ein Doppelpunkt zählt nicht")
