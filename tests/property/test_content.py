"""Whatever stands in the files: it is read or told, never a crash; and what is shown is safe."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from app.content import markdown, pictures, tree, yaml
from app.content.errors import Problem
from app.content.formats import lesson
from app.content.sanitize import TAGS, VALUES, clean, second_opinion
from tests.support.modules import FILES, LESSON, PICTURE, QUIZ, small_module

PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "</",
            "<img ",
            "<script>",
            "<svg ",
            "src=",
            "on",
            "=x",
            '"',
            "'",
            "&",
            "&lt;",
            "&#x3c;",
            "<!--",
            "-->",
        ),
        *(
            "*",
            "**",
            "_",
            "`",
            "[",
            "](",
            ")",
            "![",
            "(punkt.svg)",
            "- ",
            "1. ",
            "> ",
            "\n",
            "\n\n",
            "    ",
            "\\",
            "# ",
        ),
        *("::: fact F-10\n", ":::\n", "---\n", "javascript:", "data:", "//evil.example", "<![CDATA[", "ä", "\u00a0"),
    ]
)
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]), max_size=4
)  # no controls: the check of words tells them
HOSTILE = st.lists(PIECES | WORDS, max_size=30).map("".join)


@given(HOSTILE)
@example('<noscript><p title="</noscript><img src=x onerror=alert(1)>">')
def test_markdown_is_safe_and_both_sanitizers_agree(text: str) -> None:
    try:
        before = markdown.unsafe(text, small_module())
    except (KeyError, markdown.TooMuch):
        return
    after = clean(before)
    assert tree.same(before, after)
    assert tree.same(after, second_opinion(before))
    assert not tags_of(after) - TAGS


@given(HOSTILE)
def test_the_cleaner_lets_only_ours_through(html: str) -> None:
    cleaned = clean(html)
    assert not tags_of(cleaned) - TAGS
    for event in tree.events(cleaned):
        for one in event[2:] if event[0] == "<" else ():
            name, _, value = one.partition("=")
            assert VALUES[event[1], name](value)


@given(st.data())
def test_a_file_cut_or_spoilt_anywhere_is_read_or_told(data: st.DataObject) -> None:
    text = FILES[data.draw(st.sampled_from([QUIZ, LESSON, PICTURE]))]
    at = data.draw(st.integers(0, len(text)))
    spoilt = text[:at] + data.draw(HOSTILE) + text[at + data.draw(st.integers(0, 40)) :]
    problems: list[Problem] = []
    document = yaml.parse("a", spoilt, problems)
    assert document is not None or problems
    lesson.parse("a", spoilt, problems)
    problems += [
        Problem("a", place.line, place.column, message, hint) for place, message, hint in pictures.faults(spoilt)
    ]
    lines = spoilt.count("\n") + 2
    assert all(1 <= one.line <= lines and one.column >= 1 and one.message for one in problems)


def tags_of(html: str) -> set[str]:
    """The names of all tags in `html`."""
    return {event[1] for event in tree.events(html) if event[0] in {"<", ">"}}
