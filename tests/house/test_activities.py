"""Adding a kind of activity is a known list of files: docs/how-to/add-an-activity.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.content.canonical import _ACTIVITIES
from app.content.formats.activities import KINDS
from app.domain.activities import ACTIVITIES
from tests.support import activities
from tools.assets import bundles

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-an-activity.md").read_text(encoding="utf-8")
LISTED = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
NEW = [one for one in LISTED if "maze" in one]
OTHERS = [one for one in LISTED if "maze" not in one]


def test_every_table_knows_the_same_kinds() -> None:
    script = (ROOT / "static" / "js" / "activity" / "activity.js").read_text(encoding="utf-8")
    found = re.search(r"^const KINDS = \{(.*?)\};$", script, re.MULTILINE | re.DOTALL)
    assert found is not None
    in_script = [one.partition(":")[0].strip().strip('"') for one in found[1].split(",") if one.strip()]
    assert list(KINDS) == [one.kind for one in ACTIVITIES] == list(_ACTIVITIES) == in_script == list(activities.KINDS)
    assert {f"activity/{kind}" for kind in KINDS} <= set(bundles()["activity"])


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_the_files_that_are_listed(kind: str) -> None:
    assert len(NEW) == 9
    for one in NEW:
        underscored = one.endswith(".py") or one.startswith("tests/")
        name = one.replace("maze", kind.replace("-", "_") if underscored else kind)
        assert (ROOT / name).is_file(), name


def test_the_other_files_are_there_and_name_the_kinds() -> None:
    assert OTHERS
    for one in OTHERS:
        text = (ROOT / one).read_text(encoding="utf-8")
        assert [kind for kind in KINDS if kind not in text and kind.title().replace("-", "") not in text] == [], one
