"""The Nu HTML checker: what browsers forgive and the standard does not."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.paths import NODE_MODULES

JAR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def findings(pages: dict[str, str], folder: Path) -> list[str]:
    """The errors in `pages` (name -> HTML), which are put into `folder` for the checker; skips without Java."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java for the HTML checker: apt-get install default-jre-headless")
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[path.as_uri()] = name
    command = [java, "-jar", str(JAR), "--errors-only", "--format", "json", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return [
        f"{names[one['url'].replace('file:/', 'file:///')]}, line {one['lastLine']}: {one['message']} {one['extract']}"
        for one in json.loads(done.stderr)["messages"]
    ]
