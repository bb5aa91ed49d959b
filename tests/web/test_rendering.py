"""What pages show of a module is rendered before the first request; a fact that is due hides in newer hours only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.content import markdown, rendered, sanitize
from app.content.markdown import HIDDEN
from app.content.rendered import prepare
from app.domain.content import Module
from app.features.learn.steps import steps_of
from app.web.live import rendered as slides_of
from tests.support.home import Home
from tests.support.scene import Line, Scene
from tests.support.world import World

SLUG = "s2-phishing"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is rendered or cleaned from now on, by the real functions."""
    seen: list[str] = []
    parse, clean = markdown._markdown.parse, sanitize._cleaner.clean
    monkeypatch.setattr(markdown._markdown, "parse", lambda text, env: (seen.append(text), parse(text, env))[1])
    monkeypatch.setattr(sanitize._cleaner, "clean", lambda html: (seen.append(html), clean(html))[1])
    return seen


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Each test begins like a process that was just started."""
    rendered._kept.clear()
    yield
    rendered._kept.clear()


def every_page(app: Flask) -> None:
    """Each address that answers a GET, as everybody; and every step of every module at home."""
    scene = Scene(World(app))
    names = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    frames = {"api.state/staff", "api.state/board", "api.state/seats"}
    for actor in ("teacher", "mentor", "pupil", "board", "device"):
        client = scene.client(actor)
        for name in sorted({*names, *frames} - {"api.state"}):
            client.get(scene.request(Line(name, "GET"), client)[0])
    pupil = scene.world.client_for("pupil")
    for module in app.extensions["library"].modules.values():
        for step in steps_of(module):
            assert pupil.get(f"/learn/{module.slug}/{step.number}").status_code == 200


def test_no_request_renders_or_cleans(app: Flask, counted: list[str]) -> None:
    modules = app.extensions["library"].modules.values()
    prepare(modules, app.extensions["settings"].instance / "cache", datetime.now(UTC).date())
    assert len(counted) > 2 * len(modules), "the start renders, and this test would see it"
    counted.clear()
    every_page(app)
    assert counted == []
    assert rendered._kept, "no page has shown a slide"


def test_no_request_renders_on_the_day_on_which_a_fact_hides(app: Flask, counted: list[str]) -> None:
    module: Module = app.extensions["library"].modules[SLUG]
    due = min(one.check_by for one in module.facts)
    today = due - timedelta(days=90)
    prepare([module], app.extensions["settings"].instance / "cache", today)
    counted.clear()
    for day in (today, due, due + timedelta(days=1)):
        rendered.Rendered(module, app.extensions["settings"].instance / "cache", day).body(module.slides[0].id)
    assert counted == []


def test_a_fact_hides_in_hours_after_its_day(world: World) -> None:
    with world.session() as session, session.begin():
        live = world.live(session, world.todays_hour())
        live.starts_at = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
        module: Module = world.app.extensions["library"].modules[SLUG]
        assert live.version == module.version
        slide, fact = next((one, two) for one in module.slides for two in module.facts if f"fact {two.id}" in one.body)
        assert fact.text in slides_of(world.app, session, live).body(slide.id)
        live.starts_at = datetime.combine(fact.check_by, datetime.min.time(), UTC)
        assert fact.text in slides_of(world.app, session, live).body(slide.id), "on its last day it still holds"
        live.starts_at += timedelta(days=1)
        later = slides_of(world.app, session, live).body(slide.id)
    assert fact.text not in later
    assert HIDDEN in later
    assert fact.source.body not in later


def test_a_fact_hides_at_home_from_the_day_after(world: World) -> None:
    module: Module = world.app.extensions["library"].modules[SLUG]
    texts = {slide.id: slide.body for slide in module.slides}
    step, fact = next(
        (step, fact) for step in steps_of(module) for fact in module.facts if f"fact {fact.id}\n" in texts[step.slide]
    )
    for days, shown in ((0, True), (1, False)):
        noon = datetime(fact.check_by.year, fact.check_by.month, fact.check_by.day, 11, tzinfo=UTC)
        with time_machine.travel(noon + timedelta(days=days)):
            page = Home(world).read(f"/learn/{SLUG}/{step.number}")
        source = f"Quelle: {fact.source.body}, {fact.source.year}"  # no word in it is marked and explained
        assert (source in page, HIDDEN in page) == (shown, not shown)
