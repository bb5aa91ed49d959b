"""What is installed is locked: every package with a hash, and from no address in particular."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"])
def test_python_packages_are_locked_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text()
    packages = [block for block in re.split(r"\n(?=\S)", text) if not block.startswith("#")]
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", package), package
        assert "--hash=sha256:" in package, package
    assert "://" not in text
    assert "file:" not in text


def test_the_tests_use_what_the_product_uses() -> None:
    run, dev = (
        dict(re.findall(r"^([\w.-]+)\S*==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run.items() <= dev.items()


def test_node_packages_are_locked_with_hashes() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    for path, package in lock["packages"].items():
        assert "resolved" not in package, path
        # the project itself has none, and what a package carries inside is covered by that package's hash
        if path and not package.get("inBundle"):
            assert package["integrity"].startswith("sha512-"), path
    assert "://" not in json.dumps(lock)
    assert "file:" not in json.dumps(lock)
