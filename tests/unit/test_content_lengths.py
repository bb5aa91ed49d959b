"""Who always takes the longest answer, or the shortest, does not do well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.modules import FILES, QUIZ, found

QUESTION = """\
  - id: {id}
    kind: choice
    use: [practice]
    competence: "kmk:4.1"
    prompt: Was ist es?
    case: true
    options:
      - {{id: gut, text: {right}, right: true, feedback: Stimmt.}}
      - {{id: a, text: {wrong}, mis: zu-schnell, name: Zu schnell, feedback: Viele raten.}}
      - {{id: b, text: Nein, mis: zu-langsam, name: Zu langsam, feedback: Viele zögern.}}
    reason: So ist es.
    advice: Sieh hin.
"""
LONG, SAME = ("Ein runder Mond", "Ein Mond"), ("Ein Mond", "Ein Stern")


def told(folder: Path, *pairs: tuple[str, str]) -> list[str]:
    """The errors when a quiz has these right and wrong answers besides two that are even."""
    more = "".join(QUESTION.format(id=f"f{n}", right=right, wrong=wrong) for n, (right, wrong) in enumerate(pairs))
    return [str(one) for one in found(folder, {**FILES, QUIZ: FILES[QUIZ] + more}).errors]


@pytest.mark.parametrize(
    ("pairs", "what"),
    [
        ([SAME] * 6, ""),
        ([LONG, *[SAME] * 5], ""),  # 2 of 8: the reason that is right in the small module is long too
        ([LONG, LONG, *[SAME] * 4], "in 3 von 8 Fragen ist die richtige Antwort deutlich die längste"),
        ([LONG], ""),  # of three questions nothing is said
        ([("Ein Mond im", "Ein Mond")] * 6, ""),  # three letters more, nobody sees
        ([("Ein schöner voller runder Mond", "Ein schöner und voller Stern")] * 6, ""),  # a fifth at least
    ],
)
def test_a_right_answer_may_be_long_now_and_then(pairs: list[tuple[str, str]], what: str, tmp_path: Path) -> None:
    expected = [f"modules/{QUIZ}:2:3: {what} (höchstens 25 von 100; ausgleichen: stimmts, f0, f1)"] if what else []
    assert told(tmp_path, *pairs) == expected


def test_nor_may_it_be_the_shortest(tmp_path: Path) -> None:
    pairs = [("Ja", "Ein Stern")] * 3
    files = FILES[QUIZ] + "".join(
        QUESTION.format(id=f"f{n}", right=right, wrong=wrong).replace("Nein", "Ein Komet")
        for n, (right, wrong) in enumerate(pairs)
    )
    assert [str(one) for one in found(tmp_path, {**FILES, QUIZ: files}).errors] == [
        f"modules/{QUIZ}:2:3: in 3 von 5 Fragen ist die richtige Antwort deutlich die kürzeste"
        " (höchstens 25 von 100; ausgleichen: f0, f1, f2)"
    ]
