"""Rules need nothing around them: importing the domain loads no Flask, no database, no settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import pkgutil, sys
import app.domain
for one in pkgutil.walk_packages(app.domain.__path__, "app.domain."):
    __import__(one.name)
print(*sorted(sys.modules), sep="\\n")
"""


def test_importing_the_domain_loads_nothing_but_the_domain() -> None:
    run = subprocess.run([sys.executable, "-S", "-c", CODE], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(run.stdout.split())
    assert "app.domain.live.apply" in loaded
    assert {one for one in loaded if one.startswith("app.")} == {
        one for one in loaded if one == "app.domain" or one.startswith("app.domain.")
    }
    assert {"flask", "sqlalchemy", "werkzeug", "jinja2", "pydantic", "yaml"} & loaded == set()
