"""The modules that are served: in order, complete, and the command and the start say so when they are not."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from app.cli import main
from app.config import MODULES, Settings
from app.content import tree
from app.content.canonical import from_json, to_json
from app.content.errors import ContentErrors
from app.content.reading import read
from app.content.rendered import Rendered
from app.content.sanitize import TAGS
from app.domain.content import Module
from app.factory import create_app
from tests.support.modules import MODULE, TODAY, changed, write

FOUND = read(MODULES, TODAY)
EVERY = list(FOUND.library.modules.values())
SERVED = [one for one in EVERY if not one.draft]
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
INK = {"#ffffff", "#13171d", "#4a535d", "#6a7480", "#c6cdd4", "#eef1f3", "#3cc0f0", "#a8005e", "#ffd21f", "#00665f"}
"""The flat inks of the look; a picture that takes another one says so here."""
FONTS = {"Atkinson Hyperlegible Next, Arial, sans-serif"}
"""The page's font does not reach into a picture: words in it are drawn for the width of Arial."""


def test_they_are_in_order() -> None:
    assert [str(one) for one in (*FOUND.errors, *FOUND.warnings)] == []
    assert "s2-phishing" in FOUND.library.modules


@pytest.mark.parametrize("module", EVERY, ids=lambda one: one.slug)
def test_a_module_can_be_stored_and_shown(module: Module, tmp_path: Path) -> None:
    assert from_json(to_json(module)) == module
    slides = Rendered(module, tmp_path)
    for slide in module.slides:
        for html in (slides.body(slide.id), slides.home(slide.id), slides.notes(slide.id)):
            assert {event[1] for event in tree.events(html) if event[0] == "<"} <= TAGS
        for name in re.findall(rf"/m/{module.version}/(\S+)\"", slides.body(slide.id)):
            assert name in module.media


@pytest.mark.parametrize("module", SERVED, ids=lambda one: one.slug)
def test_a_module_has_what_an_hour_needs(module: Module) -> None:
    assert {one.phase for one in module.slides} == {one.key for one in module.phases}
    assert len(module.questions) >= 8
    assert {one.kind for one in module.questions} >= {"choice", "order"}
    assert {"pre", "post"} <= {use for one in module.questions for use in one.uses}
    assert all(one.say and one.remote and one.notes for one in module.slides)


@pytest.mark.parametrize("module", EVERY, ids=lambda one: one.slug)
def test_pictures_are_printed_in_our_inks_and_letters(module: Module) -> None:
    for name, svg in module.media.items():
        colours = set(re.findall(r'(?:fill|stroke)="(#[^"]+)"', svg))
        assert colours <= INK, name
        assert set(re.findall(r'font-family="([^"]+)"', svg)) <= FONTS, name
        assert "CC BY 4.0" in svg, name


def test_the_command_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    with time_machine.travel(NOON):  # on another day a fact may be due, and that is told too
        assert main(["content", "check", str(MODULES)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("In Ordnung. ")
    assert len(out.splitlines()) == 1


def test_the_command_tells_every_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, changed(MODULE, "lang: de\n", "lang: en\ntitle: noch einer\n"))
    assert main(["content", "check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "modules/s9-test/module.yaml:5:7: hier darf nur 'de' stehen",
        "modules/s9-test/module.yaml:6:1: 'title' steht hier zweimal",
        "Fehler: 2. Hinweise: 0.",
    ]


def test_a_broken_module_stops_the_start(tmp_path: Path) -> None:
    folder = write(tmp_path, changed(MODULE, "lang: de\n", ""))
    with pytest.raises(ContentErrors) as caught:
        create_app(Settings(instance=tmp_path, modules=folder, secret_key="a key that only tests use"))
    assert caught.value.lines == ("modules/s9-test/module.yaml:1:1: 'lang' fehlt",)
