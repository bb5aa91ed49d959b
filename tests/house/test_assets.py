"""What stands behind /s/: hashes, caching, packed copies."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask import Flask

from app.web.assets import YEAR, Asset, Library, asset, init_app


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    files = {
        "js/board/board.js": "export const tiny = 1;\n" * 50,
        "built/phone.css": "a{color:red}",
        "vendor/fonts/latin.woff2": "font",
        "css/base.css": "a {}",
    }
    write(tmp_path, files)
    return tmp_path


def header(asset: Asset, name: str) -> str | None:
    return dict(asset.headers).get(name)


def test_todays_hash_is_kept_for_a_year(static: Path) -> None:
    library = Library(static)
    found = library.resolve(library.url("js/board/board.js"), accept_gzip=False)
    assert (found.status, header(found, "Content-Type")) == (200, "text/javascript; charset=utf-8")
    assert header(found, "Cache-Control") == "public, max-age=31536000, immutable"
    assert header(found, "Content-Length") == str(len(found.body))


def test_another_hash_is_served_but_not_kept(static: Path) -> None:
    found = Library(static).resolve("/s/0123456789abcdef/js/board/board.js", accept_gzip=False)
    assert (found.status, header(found, "Cache-Control")) == (200, "no-cache")


def test_packed_when_asked_and_only_then(static: Path) -> None:
    library = Library(static)
    url = library.url("js/board/board.js")
    packed = library.resolve(url, accept_gzip=True)
    assert header(packed, "Content-Encoding") == "gzip"
    assert gzip.decompress(packed.body) == library.resolve(url, accept_gzip=False).body
    assert header(library.resolve(url, accept_gzip=False), "Vary") == "Accept-Encoding"
    font = library.resolve(library.url("vendor/fonts/latin.woff2"), accept_gzip=True)
    assert (header(font, "Content-Encoding"), header(font, "Content-Type")) == (None, "font/woff2")


def test_a_script_names_all_it_imports_once(tmp_path: Path) -> None:
    files = {
        "js/a.js": 'import { b } from "./live/b.js";\nimport {\n  c,\n} from "../vendor/c/index.js";\n// "./n.js"\n',
        "js/live/b.js": 'import { d } from "../d.js";\nimport { c } from "../../vendor/c/index.js";\n',
        "js/d.js": 'const later = () => import("./e.js");\n',
        "vendor/c/index.js": "",
    }
    write(tmp_path, files)
    assert Library(tmp_path).modules("js/a.js") == ("js/a.js", "js/live/b.js", "vendor/c/index.js", "js/d.js")


def test_a_stale_packed_copy_is_not_served(static: Path) -> None:
    copy = static / "built" / "gz" / "js" / "board" / "board.js.gz"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(gzip.compress(b"yesterday"))
    library = Library(static)
    found = library.resolve(library.url("js/board/board.js"), accept_gzip=True)
    assert gzip.decompress(found.body).startswith(b"export const tiny")


def test_vendor_keeps_its_address_when_ours_changes(static: Path) -> None:
    before = Library(static)
    (static / "built" / "phone.css").write_text("a{color:blue}")
    after = Library(static)
    assert before.url("vendor/fonts/latin.woff2") == after.url("vendor/fonts/latin.woff2")
    assert before.url("built/phone.css") != after.url("built/phone.css")


@pytest.mark.parametrize(
    "path", ["css/base.css", "../app/config.py", "js/../../pyproject.toml", "js", "", "built/gz/built/phone.css.gz"]
)
def test_nothing_else_is_served(static: Path, path: str) -> None:
    found = Library(static).resolve(f"/s/0123456789abcdef/{path}", accept_gzip=True)
    assert found.status == 404
    assert header(found, "Cache-Control") == "no-store"


def test_flask_gives_the_same_answer() -> None:
    """Flask's own door to /s/, for hosts without the shell."""
    app = Flask("assets", static_folder=None)
    init_app(app)
    found = app.test_client().get(asset("img/icon.svg"), headers={"Accept-Encoding": "gzip"})
    assert found.status_code == 200
    assert (found.mimetype, found.headers["Cache-Control"]) == ("image/svg+xml", YEAR)
    assert gzip.decompress(found.data).startswith(b"<svg")
    assert app.test_client().get("/s/0123456789abcdef/nothing.js").status_code == 404
