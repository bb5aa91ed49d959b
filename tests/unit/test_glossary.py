"""Words of the glossary: found, marked once, explained, and never where that would answer the question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content import glossary
from app.content.canonical import from_json, to_json
from app.content.rendered import Rendered
from app.domain.content import Translation, Word
from tests.support.lesson import CHOICE
from tests.support.modules import GLOSSARY, LESSON, changed, found

MOON = Word("mond", "Mond", "Er kreist um die Erde.")
STAR = Word("stern", "Stern", "Er leuchtet selbst.")
KEY = Word(
    "pass-key",
    "Schlüssel & Schloss",
    "Ein Paar.",
    (Translation("ar", "مفتاح", "زوج"), Translation("tr", "Anahtar", "Bir çift")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Mond scheint.", ["mond"]),
        ("Die Monde und ein Stern", ["mond", "stern"]),
        ("des Monds, dem Monden", ["mond"]),
        ("MOND", ["mond"]),
        ("Mond-Fahrt", ["mond"]),
        ("Mondfahrt, Vollmond", []),
        ("", []),
    ],
)
def test_a_word_is_found_with_its_endings_but_not_inside_another(text: str, expected: list[str]) -> None:
    assert [one.key for one in glossary.used([text], [STAR, MOON])] == expected


def test_the_first_use_is_marked_and_no_other() -> None:
    html, words = glossary.marked("<p>Ein <strong>Mond</strong>, zwei Monde, kein Komet.</p>", [MOON, STAR])
    assert html == '<p>Ein <strong><a class="word" href="#wort-mond">Mond</a></strong>, zwei Monde, kein Komet.</p>'
    assert words == (MOON,)


def test_two_words_in_one_line_and_every_other_sign_stays() -> None:
    text = "<p>Stern &amp; Mond &#8211; <em>und</em><br>\nkein &lt;Tag&gt;</p>"
    html, words = glossary.marked(text, [MOON, STAR])
    assert (
        html.replace('<a class="word" href="#wort-mond">Mond</a>', "Mond").replace(
            '<a class="word" href="#wort-stern">Stern</a>', "Stern"
        )
        == text
    )
    assert html.count('class="word"') == 2
    assert words == (MOON, STAR)


@pytest.mark.parametrize(
    "html",
    [
        '<p class="fact__source">Quelle: Der Mond</p>',
        "<p><code>Mond</code></p>",
        '<p><img src="/m/mond.svg" alt="Der Mond"></p>',
    ],
)
def test_sources_code_and_pictures_stay_as_they_are(html: str) -> None:
    assert glossary.marked(html, [MOON]) == (html, ())


def test_after_a_picture_words_are_still_marked() -> None:
    html, words = glossary.marked('<p><img src="/m/a.svg" alt="Mond"></p><p>Mond</p>', [MOON])
    assert 'alt="Mond"' in html
    assert words == (MOON,)


def test_an_explanation_is_escaped_and_says_its_languages() -> None:
    html = glossary.explained([KEY], linked=True)
    assert (
        '<details class="words__one" id="wort-pass-key"><summary>Schlüssel &amp; Schloss</summary><p>Ein Paar.</p>'
        in html
    )
    assert '<p lang="ar" dir="rtl"><b>مفتاح</b> زوج</p>' in html
    assert '<p lang="tr" dir="ltr"><b>Anahtar</b> Bir çift</p>' in html
    assert "id=" not in glossary.explained([KEY])
    assert glossary.explained([]) == ""


def test_a_question_does_not_explain_what_it_asks() -> None:
    reader = Word("nobody", "sender", "Who sends.")
    assert glossary.helpful(CHOICE, [reader]) == (reader,)
    telling = replace(reader, text="Whoever reads along.")  # the right answer is "Nobody reads along"
    assert glossary.helpful(CHOICE, [telling]) == ()
    named = replace(
        reader, text="It says who wrote."
    )  # the prompt is "What does the lock say?", an option has the word
    assert glossary.helpful(CHOICE, [named]) == (named,)
    told = replace(reader, text="It is behind the lock.")
    assert glossary.helpful(CHOICE, [told]) == ()


def test_a_module_keeps_the_words_of_its_slides_and_questions(tmp_path: Path) -> None:
    files = changed(GLOSSARY, "word: Stern, text", "word: Ball, translations: {uk: {word: м'яч, text: круглий}}, text")
    module = found(tmp_path, files).library.modules["s9-test"]
    assert [one.key for one in module.words] == ["mond", "stern"]  # the moon on a slide, the ball in a question
    assert module.words[1].translations == (Translation("uk", "м'яч", "круглий"),)
    assert from_json(to_json(module)) == module
    shown = Rendered(module, tmp_path / "cache")
    slide = next(one for one in module.slides if "Mond" in one.body)
    assert '<a class="word" href="#wort-mond">Mond</a>' in shown.reading(slide.id)
    assert "Der Mond kreist um die Erde." in shown.reading(slide.id)
    assert "word" not in shown.body(slide.id) + shown.home(slide.id) + shown.notes(slide.id)  # none on the board
    assert '<p lang="uk" dir="ltr"><b>м&#x27;яч</b> круглий</p>' in shown.explained("gruppen")
    assert shown.explained("wahl") == ""


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    files = changed(GLOSSARY, "word: Stern, text", "word: Stern, translations: {xx: {word: a, text: b}}, text")
    assert [str(one) for one in found(tmp_path, files).errors] == [
        "modules/glossary.yaml:3:50: hier darf nur 'ar', 'uk', 'tr', 'vi' oder 'ro' stehen"
    ]


def test_words_only_named_by_a_picture_are_not_kept(tmp_path: Path) -> None:
    files = changed(LESSON, "![Ein Punkt]", "![Ein Stern]")
    module = found(tmp_path, files).library.modules["s9-test"]
    assert [one.key for one in module.words] == ["mond"]
