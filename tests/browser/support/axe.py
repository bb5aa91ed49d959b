"""axe: what a machine can find wrong with a page for people who see, hear or move otherwise."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tools.paths import NODE_MODULES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """([tags, enhanced]) => axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: tags },
  rules: { "color-contrast-enhanced": { enabled: enhanced }, "target-size": { enabled: true } },
}).then(({ violations }) => violations)"""

AT_REST = """Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => null)))"""


def findings(page: Page, *, board: bool = False) -> list[str]:
    """What axe finds on `page`, WCAG 2.2 AA and its best practice; on a board also contrasts below 7:1."""
    page.evaluate(AT_REST)  # half way from light to dark no contrast is what it will be
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source())  # by the debugger, so that the policy against foreign scripts stays as it is
    return [_told(one) for one in page.evaluate(RUN, [TAGS, board])]


@cache
def _source() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def _told(violation: dict[str, Any]) -> str:
    nodes = [f"{one['target'][0]}: {one['failureSummary'].splitlines()[-1].strip()}" for one in violation["nodes"][:5]]
    return f"{violation['id']} ({len(violation['nodes'])}): " + " · ".join(nodes)
