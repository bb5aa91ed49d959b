"""The pupil's pages, and the pictures of all lessons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import NotFound, get_attempt_for, get_module_for
from app.config import Settings
from app.content.rendered import Rendered
from app.domain.behaviour import BEHAVIOURS, Behaviour, Telling
from app.domain.content import Library, Module
from app.domain.errors import UnknownQuestion
from app.domain.grading import asked
from app.domain.grading.view import Asked
from app.domain.questions import Question
from app.features.learn import bp, forms, queries, service
from app.features.learn.feedback import shown
from app.features.learn.forms import Filled
from app.features.learn.queries import Head, History
from app.features.learn.steps import Mark, Step, next_practice, practice_of, step_for, steps_of, strip_of
from app.web import clock
from app.web.login import actor, needs_pupil, pupil
from app.web.transaction import db
from app.work.library import module_at

MOST_SIGNS = 11
"""So many round signs of a strip fit on the narrowest phone."""

CHECKS = frozenset({"test", "pre", "post"})
"""Runs that ask some questions one after the other and tell nothing in between."""

YEAR = "public, max-age=31536000, immutable"
SVG_POLICY = "default-src 'none'; style-src 'none'"


@dataclass(frozen=True)
class AskPage:
    """A page that asks one question."""

    head: Head
    asked: Asked
    filled: Filled
    strip: tuple[Mark, ...]
    number: int
    total: int
    step: Step | None
    hints: tuple[str, ...]
    more_hints: int


@bp.get("/learn")
@needs_pupil
def start() -> ResponseReturnValue:
    """Start: what comes back today, where I am, the next hour, how far I am."""
    return render_template("learn/start.html", page=queries.start_page(db(), pupil(), _library(), clock.now()))


@bp.get("/learn/progress")
@needs_pupil
def progress() -> ResponseReturnValue:
    """Own progress."""
    return render_template("learn/progress.html", page=queries.progress_page(db(), pupil(), _library(), clock.now()))


@bp.get("/learn/<slug>")
@needs_pupil
def overview(slug: str) -> ResponseReturnValue:
    """One module: what it is about, its steps, and something to try at home."""
    module = _module(slug)
    known = _history()
    practice = next_practice(practice_of(module), known.last(slug))
    return render_template(
        "learn/overview.html", page=queries.module_page(_library(), module, known), practice=practice
    )


@bp.get("/learn/<slug>/<int:n>")
@needs_pupil
def lesson(slug: str, n: int) -> ResponseReturnValue:
    """One step of a module: something to read, or a question with what leads to it."""
    module = _module(slug)
    step = _step(module, n)
    if step.question:
        return _ask(module, module.question(step.question), forms.fresh("lesson"))
    steps = steps_of(module)
    answered = frozenset(_history().last(slug))
    return render_template(
        "learn/lesson.html",
        head=queries.head(_library(), module),
        step=step,
        steps=steps,
        answered=answered,
        strip=strip_of(steps, n, answered),
        rendered=_rendered(module),
        activity=module.activity(step.activity) if step.activity else None,
    )


@bp.get("/learn/<slug>/question/<id>")
@needs_pupil
def question(slug: str, id: str) -> ResponseReturnValue:  # noqa: A002 - the name others build links with
    """Ask one question, with a fresh order and a fresh key."""
    module = _module(slug)
    filled = forms.fresh(request.args.get("run", ""))
    return _ask(module, _question(module, id, filled.behaviour), filled)


@bp.post("/learn/<slug>/question/<id>")
@needs_pupil
def answer(slug: str, id: str) -> ResponseReturnValue:  # noqa: A002 - the name others build links with
    """Store an answer and go to its feedback; what is not complete is shown again with what was given."""
    module = _module(slug)
    run = forms.run_of(request.form.get("run", ""))
    asked_for = _question(module, id, forms.RUNS[run])
    filled = forms.read(asked_for, request.form)
    if filled.again:
        return _ask(module, asked_for, filled)
    if filled.errors:
        return _ask(module, asked_for, filled), 422
    now, known = clock.now(), _history()
    context = filled.behaviour.context
    if context == "recall" and f"{slug}/{id}" not in known.repeat.open:
        context = "practice"
    if run in CHECKS and id in known.checked(slug, run):
        return redirect(url_for("learn.check", slug=slug, run=run), 303)
    service.answer(db(), pupil=pupil().id, module=module, question=id, filled=filled, context=context, now=now)
    if run in CHECKS:
        return redirect(_next_in_check(module, run, {*known.checked(slug, run), id}), 303)
    return redirect(url_for("learn.attempt", key=filled.key, run=filled.run), 303)


@bp.get("/learn/<slug>/check/<any(test, pre, post):run>")
@needs_pupil
def check(slug: str, run: str) -> ResponseReturnValue:
    """A test, or what is asked before and after an hour: how it goes, and at its end how it went."""
    module = _module(slug)
    page = queries.check_page(_library(), module, run, _history())
    if not page.all:
        raise NotFound(run)
    return render_template("learn/check.html", page=page, run=run)


@bp.get("/learn/attempt/<key>")
@needs_pupil
def attempt(key: str) -> ResponseReturnValue:
    """An answer as it was given, with its feedback."""
    row = get_attempt_for(db(), actor(), key)
    module = module_at(db(), row.version)
    asked_for = module.question(row.question)
    run = forms.run_of(request.args.get("run", ""))
    known = _history()
    behaviour = BEHAVIOURS[row.context]
    if behaviour.telling is Telling.NEVER:
        raise NotFound(key)
    tries = known.tries(module.slug, row.question, row.context)
    past = not known.answered_today(key) or behaviour.telling is Telling.AT_THE_END
    told = past or "solution" in request.args or behaviour.told(row.correct, tries)
    return render_template(
        "learn/attempt.html",
        head=queries.head(_library(), module),
        shown=shown(asked_for, row.response, row.seed, row.confidence, version=row.version, told=told),
        key=key,
        back_on=_later(known.comes_back(module.slug, row.question), known.today),
        run=run,
        question=row.question,
        onward=_onward(module.slug, row.question, run, known),
        reread=_reread(module.slug, row.question),
        asks=_still_asked(module.slug, row.question),
    )


@bp.get("/m/<version>/<name>.svg")
def media(version: str, name: str) -> ResponseReturnValue:
    """A picture of a module at a version, for every page that shows its slides; it never changes."""
    try:
        picture = module_at(db(), version).media.get(f"{name}.svg")
    except LookupError:
        picture = None
    if picture is None:
        raise NotFound(name)
    response = Response(picture, mimetype="image/svg+xml")
    response.headers["Cache-Control"] = YEAR
    response.headers["Content-Security-Policy"] = SVG_POLICY
    return response


def _ask(module: Module, wanted: Question, filled: Filled) -> str:
    known = _history()
    steps = steps_of(module)
    number = step_for(steps, wanted.id) if filled.run == "lesson" else None
    strip, place, total = _place(module, wanted.id, filled.run, steps, number, known)
    page = AskPage(
        head=queries.head(_library(), module),
        asked=asked(wanted, filled.seed, module.version),
        filled=filled,
        strip=strip,
        number=place,
        total=total,
        step=steps[number - 1] if number else None,
        hints=filled.behaviour.hint_of(wanted, filled.hints),
        more_hints=len(filled.behaviour.hint_of(wanted, len(wanted.hints))) - filled.hints,
    )
    return render_template(
        "learn/question.html", page=page, steps=steps, answered=known.last(module.slug), rendered=_rendered(module)
    )


def _place(
    module: Module, id_: str, run: str, steps: tuple[Step, ...], number: int | None, known: History
) -> tuple[tuple[Mark, ...], int, int]:
    """The strip of the run, and the place of the question in it."""
    last = known.last(module.slug)
    if number:
        return strip_of(steps, number, last), number, len(steps)
    if run == "recall":
        names = [f"{slug}/{one}" for slug, one in queries.recall_open(_library(), known)]
        if f"{module.slug}/{id_}" in names:
            return _signs(known.repeat.done, known.repeat.done + len(names))
    if run in CHECKS:
        every = [one.id for one in BEHAVIOURS[run].questions(module)]
        return _signs(len({*known.checked(module.slug, run)} & {*every}), len(every))
    ids = [one.id for one in practice_of(module) if one.id != id_]
    return _signs(sum(1 for one in ids if one in last), len(ids) + 1)


def _signs(done: int, total: int) -> tuple[tuple[Mark, ...], int, int]:
    signs = tuple(Mark("done" if one < done else "now" if one == done else "todo", "quiz") for one in range(total))
    first = max(0, min(done - MOST_SIGNS // 2, total - MOST_SIGNS))
    return signs[first : first + MOST_SIGNS], done + 1, total


def _onward(slug: str, id_: str, run: str, known: History) -> str:
    """Where "Weiter" leads after an answer in this run."""
    if run == "recall":
        following = next(iter(queries.recall_open(_library(), known)), None)
        if following is None:
            return url_for("learn.start")
        return url_for("learn.question", slug=following[0], id=following[1], run="recall")
    module = _library().modules.get(slug)
    if module is None:
        return url_for("learn.start")
    if run in CHECKS:
        return url_for("learn.check", slug=slug, run=run)
    if run == "lesson":
        steps = steps_of(module)
        number = step_for(steps, id_)
        if number and number < len(steps):
            return url_for("learn.lesson", slug=slug, n=number + 1)
        return url_for("learn.overview", slug=slug)
    following_id = next_practice(practice_of(module), known.last(slug), after=id_)
    if following_id is None:
        return url_for("learn.overview", slug=slug)
    return url_for("learn.question", slug=slug, id=following_id)


def _reread(slug: str, id_: str) -> str | None:
    """Where the lesson explains what `id_` asks: the last step to read before it; None outside the lesson."""
    module = _library().modules.get(slug)
    if module is None:
        return None
    steps = steps_of(module)
    number = step_for(steps, id_)
    before = [one.number for one in steps if not one.question and (number is None or one.number < number)]
    if not before:
        return None
    return url_for("learn.lesson", slug=slug, n=before[-1] if number else before[0])


def _still_asked(slug: str, id_: str) -> bool:
    """The question can be tried again: today's version of the module asks it at home."""
    module = _library().modules.get(slug)
    return module is not None and any(one.id == id_ for one in BEHAVIOURS["practice"].questions(module))


def _later(day: date | None, today: date) -> date | None:
    return day if day is not None and day > today else None


def _library() -> Library:
    return cast("Library", current_app.extensions["library"])


def _module(slug: str) -> Module:
    return get_module_for(_library(), actor(), slug)


def _step(module: Module, n: int) -> Step:
    steps = steps_of(module)
    if not 1 <= n <= len(steps):
        raise NotFound(str(n))
    return steps[n - 1]


def _next_in_check(module: Module, run: str, answered: Collection[str]) -> str:
    """The next question of the check, or its end."""
    following = next((one.id for one in BEHAVIOURS[run].questions(module) if one.id not in answered), None)
    if following is None:
        return url_for("learn.check", slug=module.slug, run=run)
    return url_for("learn.question", slug=module.slug, id=following, run=run)


def _question(module: Module, id_: str, behaviour: Behaviour) -> Question:
    """A question that may be asked in this way. Raises NotFound."""
    try:
        found = module.question(id_)
    except UnknownQuestion:
        raise NotFound(id_) from None
    if not behaviour.asks(found):
        raise NotFound(id_)
    return found


def _history() -> History:
    return queries.history(db(), pupil(), clock.now())


def _rendered(module: Module) -> Rendered:
    settings: Settings = current_app.extensions["settings"]
    return Rendered(module, settings.instance / "cache", clock.today())
