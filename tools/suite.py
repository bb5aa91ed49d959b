"""Run every check in order and say what held: `make test` (all) and `make check` (the fast part).

A step passes, fails, or could not run: a browser that is not to be had, say. What could not run fails the whole,
unless TECHTEENS_ALLOW_MISSING=1. A test that skips itself could not run either, unless its reason begins with
"not for" (meant: `pytest.skip("not for SQLite")`). Steps can be named: `python -m tools.suite unit browser`.
V=1 shows the output while it runs; else it goes to .cache/suite/<step>.log and is shown when the step fails.
"""

import os
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tools import browsers, system
from tools.node import environment, node
from tools.paths import CACHE, ROOT, VENV, runtime_directory

LOGS = CACHE / "suite"
MEANT = "not for"  # how the reason of a skip begins that is no gap
ALLOW_MISSING = os.environ.get("TECHTEENS_ALLOW_MISSING") == "1"
LIVE = os.environ.get("V") == "1"


@dataclass(frozen=True)
class Step:
    """One line of the summary.

    `needs` and `wants` fetch what a fresh machine lacks and give a line for each thing they could not get.
    Without what it needs the step does not run; without what it wants it runs and is reported as incomplete.
    """

    name: str
    about: str
    command: tuple[str, ...] = ()
    pytest: tuple[str, ...] = ()  # folders and options, instead of a command
    javascript: str = ""  # a folder for `node --test`, instead of a command
    env: dict[str, str] = field(default_factory=dict)
    needs: Callable[[], list[str]] = list
    wants: Callable[[], list[str]] = list
    fast: bool = True
    minutes: int = 5


@dataclass
class Outcome:
    """How a step went; counts are of tests, a check without tests counts when it fails."""

    state: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    gaps: list[str] = field(default_factory=list)


def _spelling() -> list[str]:
    return _problems(system.ensure("hunspell", "hunspell", "hunspell-de-de"))


def _chromium() -> list[str]:
    try:
        browsers.chromium()
    except browsers.Missing as missing:
        return [str(missing)]
    return []


def _checkers() -> list[str]:
    """The old browser, and Java: the HTML checker is a Java program."""
    found = _problems(system.ensure("java", "default-jre-headless"))
    try:
        browsers.chromium80()
    except browsers.Missing as missing:
        found.append(str(missing))
    return found


def _postgres() -> list[str]:
    from tools import postgres

    try:
        postgres.start()
    except Exception as error:  # whatever keeps it from starting, the step could not run
        return [f"PostgreSQL does not start: {type(error).__name__}: {error}"]
    return []


def _problems(*found: str | None) -> list[str]:
    return [one for one in found if one]


def _bin(name: str) -> str:
    return str(VENV / "bin" / name)


POSTGRES = {"TECHTEENS_TEST_DATABASE": "postgres"}
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses=4")  # each process has a world of its own, which takes seconds to fill

STEPS = (
    Step("lint", "ruff: mistakes and habits", (_bin("ruff"), "check", ".")),
    Step("format", "ruff: one way to write it", (_bin("ruff"), "format", "--check", ".")),
    Step("types", "mypy --strict on app", (_bin("mypy"),)),
    Step("imports", "import contracts", (_bin("lint-imports"),)),
    Step("templates", "djlint", (_bin("djlint"), "--lint", "--quiet", "templates")),
    Step("content", "techteens content check", (_bin("techteens"), "content", "check"), wants=_spelling),
    Step("unit", "pure code", pytest=("tests/unit",)),
    Step("property", "hypothesis", pytest=("tests/property",), fast=False),
    Step("sqlite", "database and pages on SQLite", pytest=(*SIDE_BY_SIDE, "tests/db", "tests/web"), minutes=10),
    Step(
        "postgres",
        "the same on PostgreSQL",
        pytest=(*SIDE_BY_SIDE, "tests/db", "tests/web"),
        env=POSTGRES,
        needs=_postgres,
        fast=False,
        minutes=10,
    ),
    Step("javascript", "node --test", javascript="tests/js"),
    Step("house", "rules of the house", pytest=("tests/house",), wants=_spelling),
    Step(
        "browser",
        "journeys, axe, HTML, Chromium 80",
        pytest=("-m", "not walk", "tests/browser"),
        needs=_chromium,
        wants=_checkers,
        fast=False,
        minutes=12,
    ),
    Step(
        "walks",
        "every module, kind and activity in a browser",
        pytest=(*SIDE_BY_SIDE, "-m", "walk", "tests/browser"),
        needs=_chromium,
        wants=_checkers,
        fast=False,
        minutes=15,
    ),
)


def main(wanted: list[str]) -> int:
    """Run the steps `wanted` ("full", "fast" or names) and print the summary. Returns the exit code."""
    os.chdir(ROOT)
    LOGS.mkdir(parents=True, exist_ok=True)
    results = []
    for step in _chosen(wanted):
        print(f"--> {step.name}: {step.about}", flush=True)
        outcome = _run(step, fast=wanted == ["fast"])
        print(f"    {outcome.state}{_counts(outcome)}, {outcome.seconds:.1f} s", flush=True)
        for gap in outcome.gaps:
            print(f"    could not run: {gap}", flush=True)
        results.append((step, outcome))
    return _summary(results)


def _chosen(wanted: list[str]) -> Iterator[Step]:
    unknown = set(wanted) - {"full", "fast"} - {step.name for step in STEPS}
    if unknown or not wanted:
        sys.exit(f"usage: python -m tools.suite full|fast|{'|'.join(step.name for step in STEPS)}")
    for step in STEPS:
        if "full" in wanted or step.name in wanted or ("fast" in wanted and step.fast):
            yield step


def _run(step: Step, fast: bool) -> Outcome:
    start = time.monotonic()
    outcome = _attempt(step, fast)
    outcome.seconds = time.monotonic() - start
    return outcome


def _attempt(step: Step, fast: bool) -> Outcome:
    gaps = step.needs()
    if gaps:
        return Outcome("COULD NOT RUN", skipped=1, gaps=gaps)
    gaps = step.wants()
    if step.pytest:
        outcome = _pytest(step, fast)
    elif step.javascript:
        outcome = _javascript(step)
    else:
        code, _ = _logged(step, list(step.command))
        outcome = Outcome("passed") if code == 0 else Outcome("FAILED", failed=1)
    outcome.gaps += gaps
    if outcome.state == "passed" and outcome.gaps:
        outcome.state = "COULD NOT RUN in part"
    return outcome


def _pytest(step: Step, fast: bool) -> Outcome:
    report = LOGS / f"{step.name}.xml"
    report.unlink(missing_ok=True)
    without = ["-m", "not slow"] if fast else []
    code, _ = _logged(step, [_bin("pytest"), "-q", f"--junit-xml={report}", *without, *step.pytest])
    if not report.exists():
        return Outcome("FAILED", failed=1)
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314 - our own file
    total, bad, skipped = (sum(int(one.get(key, 0)) for one in suites) for key in ("tests", "failures", "skipped"))
    bad += sum(int(one.get("errors", 0)) for one in suites)
    gaps = sorted({reason for one in suites for reason in _gaps(one)})
    state = "passed" if code == 0 else "FAILED"
    # an error while collecting, or no test at all, fails without a failed test
    return Outcome(state, max(total - bad - skipped, 0), max(bad, int(code != 0)), skipped, gaps=gaps)


def _gaps(suite: ElementTree.Element) -> Iterator[str]:
    for case in suite.iter("testcase"):
        for skip in case.iter("skipped"):
            if skip.get("type") == "pytest.xfail":
                continue
            reason = (skip.get("message") or "").removeprefix("Skipped: ")
            if not reason.startswith(MEANT):
                yield f"{reason} ({case.get('classname')})"


def _javascript(step: Step) -> Outcome:
    tests = sorted(str(path.relative_to(ROOT)) for path in (ROOT / step.javascript).rglob("*.test.js"))
    if not tests:
        return Outcome("FAILED", failed=1, gaps=[f"no *.test.js in {step.javascript}"])
    code, text = _logged(step, [str(node()), "--test", *tests])
    found = dict(re.findall(r"^(?:#|ℹ) (pass|fail|cancelled|skipped|todo) (\d+)\s*$", text, re.MULTILINE))
    passed, failed = int(found.get("pass", 0)), int(found.get("fail", 0)) + int(found.get("cancelled", 0))
    skipped = int(found.get("skipped", 0)) + int(found.get("todo", 0))
    good = code == 0 and passed > 0
    return Outcome("passed" if good else "FAILED", passed, failed if good else max(failed, 1), skipped)


def _logged(step: Step, command: list[str]) -> tuple[int, str]:
    """Run `command` into the step's log and show that when it fails. After the step's minutes it is stopped."""
    path = LOGS / f"{step.name}.log"
    env = {**environment(), **step.env, "PYTHONUTF8": "1", "XDG_RUNTIME_DIR": runtime_directory()}
    with path.open("w+", encoding="utf-8", errors="replace") as log:
        try:
            process = subprocess.Popen(
                command,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=None if LIVE and not step.javascript else log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            print(f"    {error}")
            return 127, ""
        try:
            code = process.wait(timeout=step.minutes * 60)
        except (subprocess.TimeoutExpired, KeyboardInterrupt) as stop:
            os.killpg(process.pid, signal.SIGKILL)  # servers and browsers it started go with it
            process.wait()
            if isinstance(stop, KeyboardInterrupt):
                raise
            log.seek(0, os.SEEK_END)
            log.write(f"\nStopped: took more than {step.minutes} minutes.\n")
            code = 124
        log.seek(0)
        text = log.read()
    if code:
        shown = text.splitlines()
        cut = [f"... the whole is in {path.relative_to(ROOT)}"] if len(shown) > 400 else []
        print("\n".join([*cut, *shown[-400:]]), flush=True)
    return code, text


def _counts(outcome: Outcome) -> str:
    numbers = {"passed": outcome.passed, "failed": outcome.failed, "skipped": outcome.skipped}
    shown = ", ".join(f"{number} {word}" for word, number in numbers.items() if number)
    return f" ({shown})" if shown else ""


def _summary(results: list[tuple[Step, Outcome]]) -> int:
    print("\nSummary")
    for step, outcome in results:
        print(f"  {step.name:<11} {outcome.state:<22} {outcome.seconds:6.1f} s{_counts(outcome)}")
        for gap in outcome.gaps:
            print(f"  {'':<11} - {gap}")
    failed = sum(outcome.failed for _, outcome in results)
    missing = [step.name for step, outcome in results if outcome.state.startswith("COULD NOT RUN")]
    if missing and ALLOW_MISSING:
        print(f"\nCould not run, and TECHTEENS_ALLOW_MISSING=1 lets that pass: {', '.join(missing)}")
    elif missing:
        print(f"\nCould not run: {', '.join(missing)}. TECHTEENS_ALLOW_MISSING=1 lets that pass.")
    took = sum(outcome.seconds for _, outcome in results)
    print(f"\nIn {took:.0f} s:")
    passed, skipped = (sum(getattr(outcome, word) for _, outcome in results) for word in ("passed", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if failed or (missing and not ALLOW_MISSING) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
