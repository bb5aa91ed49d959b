"""German as people read it, in templates, the words of the code and the modules: the rules are the table below."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.german import in_code, in_content, in_template

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CODE = sorted((ROOT / "app").rglob("*.py"))
CONTENT = sorted(one for one in (ROOT / "modules").rglob("*") if one.suffix in {".yaml", ".md"})
FOR_PUPILS = ("join/", "learn/", "board/", "question/", "auth/card.html")

VALUES = re.compile(r"%\(\w+\)[ds]|\{\w+\}")
"""What is filled in later: %(num)d, {item}."""
RULES = {
    "a star, colon, underscore, dot or slash inside a word": r"[^\W\d_](?:[*:_·]|/-?)[^\W\d_]",
    "a capital I inside a word": r"[a-zäöüß]I[a-zäöüß]",
    "a quote that is not „ and “": r"[\"”«»‚]|'\w+'|„[^“]*(?:„|$)|^[^„]*“",
    "two marks where one is enough": r"[!?]{2}",
    "a placeholder": r"(?i)\b(?:todo|fixme|tbd|xxx|lorem|ipsum|foo|placeholder)\b",
    "formal address inside a sentence": r"[a-zäöüß,] (?:Sie|Ihnen|Ihre?[mnrs]?)\b",
}
AT_A_START = r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b"
"""In what pupils read also at the start of a sentence, where it could mean "they" or "all of you"."""


def of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def faults(text: str, rules: dict[str, str]) -> list[tuple[str, str]]:
    """The rules that `text` breaks, with the place."""
    text = VALUES.sub("1", " ".join(text.split()))
    found = [(name, re.search(rule, text)) for name, rule in rules.items()]
    return [(name, text[max(0, one.start() - 20) : one.end() + 20]) for name, one in found if one]


@pytest.mark.parametrize("path", TEMPLATES, ids=of)
def test_pages_are_in_plain_german(path: Path) -> None:
    rules = dict(RULES)
    if path.relative_to(ROOT / "templates").as_posix().startswith(FOR_PUPILS):
        rules["formal address"] = AT_A_START
    assert [one for text in in_template(path) for one in faults(text, rules)] == []


@pytest.mark.parametrize("path", [one for one in CODE if any(in_code(one))], ids=of)
def test_messages_are_in_plain_german(path: Path) -> None:
    assert [one for text in in_code(path) for one in faults(text, RULES)] == []


@pytest.mark.parametrize("path", CONTENT, ids=of)
def test_modules_are_in_plain_german(path: Path) -> None:
    assert [one for text in in_content(path) for one in faults(text, RULES)] == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Alle Schüler*innen antworten.", "a star, colon, underscore, dot or slash inside a word"),
        ("Frag deine Lehrer/-in.", "a star, colon, underscore, dot or slash inside a word"),
        ("Alle SchülerInnen antworten.", "a capital I inside a word"),
        ('Tippe auf "Weiter".', "a quote that is not „ and “"),
        ("Tippe auf „Weiter”.", "a quote that is not „ and “"),
        ("Tippe auf „Weiter.", "a quote that is not „ and “"),
        ("Geschafft!!", "two marks where one is enough"),
        ("TODO", "a placeholder"),
        ("Bitte geben Sie den Code ein.", "formal address inside a sentence"),
    ],
)
def test_each_rule_finds_what_it_names(text: str, broken: str) -> None:
    assert [name for name, _ in faults(text, RULES)] == [broken]


def test_good_words_break_no_rule() -> None:
    good = "Noch {n} von %(all)s offen: „Weiter“ und „Zurück“. Ihr seid dran! Sie zählt, TechTeens, 18/19, 10:05?"
    assert faults(good, RULES) == []
    assert [name for name, _ in faults("Ihr Code ist da.", {"formal address": AT_A_START})] == ["formal address"]
