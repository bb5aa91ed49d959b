"""The page about running it for real knows every setting, as the code does."""

from __future__ import annotations

import re

from app.config import ROOT, describe

PAGE = ROOT / "docs" / "how-to" / "operate.md"


def test_every_setting_stands_in_the_table_with_its_meaning() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", section, re.MULTILINE)
    assert [row[:2] for row in rows] == [(variable, help_) for variable, _, help_ in describe()]


def test_every_default_is_the_one_of_the_code() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| .+ \| (.+?) \|$", section, re.MULTILINE))
    for variable, default, _ in describe():
        short = default.removeprefix(f"{ROOT}/")
        plain = {"": "empty", "True": "`1`"}.get(
            default, f"`{short}`" if short == default else f"`{short}/` in the checkout"
        )
        assert told[variable] == plain
