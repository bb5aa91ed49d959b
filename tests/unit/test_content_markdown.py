"""Markdown becomes safe HTML, and a second sanitizer sees it the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content import markdown, tree
from app.content.sanitize import TAGS, VALUES, clean, second_opinion
from tests.support.modules import small_module

VERSION = "0" * 64

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed'>x</p>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<div class='fact'>faked</div>",
    "<textarea></textarea><script>1</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&#x0;&#xD800;&#1114112;",
    "[x](javascript:alert(1))",
    "[x](https://evil.example)",
    "[x]: https://evil.example\n\n[x]",
    "<https://evil.example>",
    "https://evil.example",
    "![x](javascript:alert(1))",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](vbscript:x)",
    "**bold <b>** </b>",
    "`<script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "> <script>\n> alert(1)",
    "- <script>\n- alert(1)",
    "# <script>",
    "a | b\n--|--\n<script> | x",
    "\\<script\\>",
    "\x00<script>",
    "<scr\x00ipt>",
    "<scr<script>ipt>alert(1)</script>",
    "‮<script>",
    "::: fact\n:::",
    "::: script\nalert(1)\n:::",
    "*" * 500,
    "_*" * 200,
    "\n".join("> " * 3 + "x" for _ in range(50)),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_gets_through(text: str) -> None:
    module = small_module()
    try:
        before = markdown.unsafe(text, module)
    except (KeyError, markdown.TooMuch):
        return  # refused whole: nothing of it is shown
    after = clean(before)
    _holds_only_what_may_stand(after)
    assert tree.same(before, after), "what our Markdown makes needs no cleaning"
    assert tree.same(after, second_opinion(before))


@pytest.mark.parametrize("html", [one for one in HOSTILE if "<" in one])
def test_the_cleaner_alone_stops_hostile_html(html: str) -> None:
    _holds_only_what_may_stand(clean(html))
    _holds_only_what_may_stand(second_opinion(html))


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f'<img src="/m/{VERSION}/punkt.svg" alt="a">', f'<img src="/m/{VERSION}/punkt.svg" alt="a">'),
        ('<img src="/m/abc/punkt.svg" alt="a">', '<img alt="a">'),
        (f'<img src="//evil.example/m/{VERSION}/punkt.svg">', "<img>"),
        (f'<img src="/m/{VERSION}/../x.svg">', "<img>"),
        (f'<img src="/m/{VERSION}/punkt.svg?x">', "<img>"),
        ('<img width="100%" height="40">', '<img height="40">'),
        ('<div class="fact">x</div>', '<div class="fact">x</div>'),
        ('<div class="fact other">x</div>', "<div>x</div>"),
        ('<p class="fact" id="a" style="color:red" onclick="x()">x</p>', "<p>x</p>"),
        ('<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
    ],
)
def test_attributes_stand_only_with_values_of_ours(html: str, kept: str) -> None:
    assert clean(html) == kept
    assert tree.same(second_opinion(html), kept)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein **fetter** und *schräger* Satz.", "<p>Ein <strong>fetter</strong> und <em>schräger</em> Satz.</p>\n"),
        ("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"),
        ("2. zwei\n3. drei", '<ol start="2">\n<li>zwei</li>\n<li>drei</li>\n</ol>\n'),
        ("> Hallo", "<blockquote>\n<p>Hallo</p>\n</blockquote>\n"),
        ("3 < 4 & „gut“", "<p>3 &lt; 4 &amp; „gut“</p>\n"),
        ("", ""),
    ],
)
def test_what_authors_write(text: str, html: str) -> None:
    assert markdown.render(text, small_module()) == html


def test_a_picture_is_named_by_the_version_it_belongs_to() -> None:
    module = small_module()
    expected = f'<p><img src="/m/{module.version}/punkt.svg" alt="Ein „Punkt“ &lt;3" width="40" height="20"></p>\n'
    assert markdown.render("![Ein „Punkt“ <3](punkt.svg)", module) == expected


def test_a_fact_stands_with_its_source() -> None:
    assert markdown.render("::: fact F-10\n:::", small_module()) == (
        '<div class="fact"><p>Der Mond ist rund.</p><p class="fact__source">Quelle: Sternwarte, 2025</p></div>\n'
    )


def test_sources_name_the_day_they_were_read() -> None:
    assert markdown.sources(small_module().facts) == (
        '<ul><li>F-10: Sternwarte: Der Mond, 2025</li></ul><p class="fact__source">Gelesen: 01.11.2026</p>'
    )
    assert markdown.sources(()) == ""


def test_a_source_of_two_facts_stands_once_and_on_the_board_without_its_title() -> None:
    [fact] = small_module().facts
    twice = (fact, replace(fact, id="F-11"))
    assert "<li>F-10, F-11: Sternwarte: Der Mond, 2025</li>" in markdown.sources(twice)
    short = markdown.sources(twice, titles=False)
    assert "<li>F-10, F-11: Sternwarte, 2025</li>" in short
    assert "Die Titel stehen in der Stunde zu Hause." in short


def test_long_and_deep_texts_are_refused() -> None:
    module = small_module()
    with pytest.raises(markdown.TooMuch, match="mehr als 8000 Zeichen"):
        markdown.render("x" * (markdown.LARGEST + 1), module)
    for deep in ("> " * 9 + "x", "\n".join("  " * n + "- x" for n in range(9)), "> " * 2000 + "x"):
        with pytest.raises(markdown.TooMuch, match="zu tief"):
            markdown.render(deep, module)


def test_a_picture_or_fact_that_is_not_there_is_an_error() -> None:
    module = small_module()
    for text in ("![x](weg.svg)", "::: fact F-99\n:::"):
        with pytest.raises(KeyError):
            markdown.render(text, module)


def _holds_only_what_may_stand(html: str) -> None:
    for event in tree.events(html):
        assert event[0] in {"<", ">", "text"}
        if event[0] == "<":
            assert event[1] in TAGS
            for one in event[2:]:
                name, _, value = one.partition("=")
                assert VALUES[event[1], name](value)
