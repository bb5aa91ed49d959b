"""German spelling of the modules and of everything else that people read, by hunspell and modules/words.txt."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import main
from app.config import MODULES
from app.content import seen
from app.content.check import spelling as check
from app.content.formats import quiz
from app.content.formats.activities import KINDS as ACTIVITIES
from app.content.formats.base import Strict
from app.content.formats.lesson import BLOCKS
from app.content.language import spelling
from app.content.language.spelling import NoDictionary, known_words, misspelt, words
from app.content.reading import read
from tests.support.german import in_code, in_messages, in_script, in_template
from tests.support.modules import LESSON, TODAY, changed, found, write

ROOT = Path(__file__).resolve().parents[2]
KNOWN = known_words(MODULES)


def schemas(schema: type[Strict]) -> Iterator[type[Strict]]:
    """Every schema of the files."""
    for one in schema.__subclasses__():
        yield one
        yield from schemas(one)


KEYS = {*BLOCKS, *quiz.KINDS, *ACTIVITIES, *(key for schema in schemas(Strict) for key in schema.model_fields)}
"""What stands in the files of a module; checks name it as it is."""
TECHNICAL = {
    *("Id", "Slug", "TLS", "Strg", "TECHTEENS", "DATABASE", "PUBLIC", "INSTANCE", "hunspell", "JavaScript", "Amstad"),
    "example",
    *("tls", "cert", "min", "true", "false", "or", "abruf", "close", "open", "media", "Flesch", "build", "item"),
    *("phase", "techteens", "content", "check"),
}
"""Words for those who run it or write modules."""

pytestmark = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is missing")


def everywhere() -> Iterator[tuple[Path, str]]:
    """Every text outside the modules, with its file."""
    for folder, pattern, texts in (
        ("templates", "*.html", in_template),
        ("app", "*.py", in_code),
        ("app/cli", "*.py", in_messages),
        ("app/content/check", "*.py", in_messages),
        ("app/content/formats", "*.py", in_messages),
        ("static/js", "*.js", in_script),
    ):
        for path in sorted((ROOT / folder).rglob(pattern)):
            for text in texts(path):
                yield path, text


def test_pages_scripts_and_commands_are_spelt_rightly() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for path, text in everywhere():
        for word in words(text):
            where[word].add(path.relative_to(ROOT).as_posix())
    assert len(where) > 500, "the texts were not found"
    assert {one: where[one] for one in sorted(misspelt(where, {*KNOWN, *KEYS, *TECHNICAL}))} == {}


def test_modules_are_spelt_rightly() -> None:
    content = read(MODULES, TODAY)
    assert [str(one) for one in check.check(content.drafts, content.lists, KNOWN)] == []


def test_the_list_is_sorted_and_holds_no_word_twice() -> None:
    assert list(KNOWN) == sorted(set(KNOWN))


def test_a_misspelt_word_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(
        tmp_path,
        {
            **changed(LESSON, "Was war der Mond?", "Was wahr der Mohnd?"),
            "words.txt": "BY\nCC\nMila\nTechTeens\nnachsieht\n",
        },
    )
    assert main(["content", "check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "modules/s9-test/lesson.md:5:1: das Wort 'Mohnd' steht in keinem Wörterbuch"
        " (berichtigen; ist das Wort richtig, kommt es in words.txt)",
        "Fehler: 1. Hinweise: 0.",
    ]


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("Passwort-Manager", True),
        ("Passwort-Mannager", False),
        ("Betrugs-Seiten", True),
        ("Plappi", True),
        ("Plappis", True),
        ("Plappi-Antwort", True),
        ("Plappi-Antwrot", False),
        ("Überlegst", True),
        ("überleg", True),
        ("Überleg", True),
        ("schüler", False),
    ],
)
def test_a_word_is_right_by_the_dictionary_the_list_or_its_parts(word: str, right: bool) -> None:
    assert (word not in misspelt({word}, {"Plappi", "überleg"})) is right


def test_addresses_and_codes_are_no_words() -> None:
    text = "paket-hilfe.example, mila@schule.example, F-25b, sonne7x 8b und %(num)d {name}: Ruf’s 15-Jährigen A zu"
    assert list(words(text)) == ["und", "Ruf's", "Jährigen", "zu"]


def test_the_command_says_that_nobody_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["content", "check", str(write(tmp_path))]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Die Rechtschreibung wurde nicht geprüft, es fehlt: hunspell (Debian: hunspell hunspell-de-de)."
    assert said[1].startswith("In Ordnung. ")


def test_a_dictionary_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "DICTIONARY", "de_XX")
    with pytest.raises(NoDictionary, match="das Wörterbuch de_XX von hunspell"):
        misspelt({"Wort"}, ())


def test_every_text_of_the_small_module_is_seen(tmp_path: Path) -> None:
    [draft] = found(tmp_path).drafts
    texts = {one.text for one in seen.everything(draft)}
    assert texts >= {
        "Ein Test",  # module.yaml
        "Pause",
        "Noch da?",  # a title, the board, the text for home, what is said and noted, words about a picture
        "Was war der Mond?",
        "Lies es noch einmal.",
        "Wir fangen an.",
        "Jemand im Raum zählt.",
        "Dauer",
        "5 Minuten.",
        "Ein Punkt",
        "Ein schwarzer Punkt. Zeichnung: TechTeens, CC BY 4.0.",
        "Was machst du?",  # questions of all kinds
        "Zu schnell",
        "Eile übersehen",
        "Mila (erfunden)",
        "Der Mond leuchtet selbst.",
    }
    assert not texts & {"der Mond", "wahl", "kmk:4.1", "zu-schnell", "choice", "TechTeens"}
