"""Serve what static/ holds under a folder named after the hash of it all.

`/s/<hash>/js/board/board.js`: relative imports and url() in there stay with their own version, so everything may be
kept for a year, no import map is needed and no page mixes two versions. A page that was opened before an upgrade still
asks for yesterday's hash: it gets today's file with `no-cache`. Fonts and vendor have a hash of their own, so an
upgrade of the product does not make anybody load the font again.

Both doors use `resolve`: the Flask route here and the ASGI shell in app/serve, which answers without a thread.
"""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, request

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
SERVED = ("built", "img", "js", "vendor")  # css/ and icons/ are sources, built/ is made of them
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}
PACKED = frozenset({".css", ".js", ".svg", ".txt"})
IMPORT = re.compile(rb'^import (?:[^"]* from )?"([^"]+)"', re.MULTILINE)
YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """One answer: status, header lines and body, ready to be sent by whoever asked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True)
class _File:
    kind: str
    plain: bytes
    packed: bytes | None


class Library:
    """All files of static/ in memory, read once: hash and bodies can never disagree while the process lives."""

    def __init__(self, static: Path = STATIC) -> None:
        """Read `static`. A missing folder is an empty one: then every address is unknown."""
        self._files = dict(_read(static))
        self.vendor_hash = _hash({name: file.plain for name, file in self._files.items() if _is_vendor(name)})
        self.hash = _hash({name: file.plain for name, file in self._files.items()})

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def url(self, path: str) -> str:
        """The address of `path` ("built/phone.css"). An unknown one gets one too; a house test looks for those."""
        return f"/s/{self.vendor_hash if _is_vendor(path) else self.hash}/{path}"

    def modules(self, path: str) -> tuple[str, ...]:
        """The script `path`, the modules that it imports, and those that they import."""
        found = [path]
        for one in found:  # grows while it is read
            for address in IMPORT.findall(self._files[one].plain):
                name = posixpath.normpath(posixpath.join(posixpath.dirname(one), address.decode()))
                if name not in found:
                    found.append(name)
        return tuple(found)

    def resolve(self, path: str, accept_gzip: bool) -> Asset:
        """Answer for the URL path `/s/<hash>/<file>`: 200, or 404 when there is no such file."""
        _, _, rest = path.lstrip("/").partition("/")
        version, _, name = rest.partition("/")
        file = self._files.get(name)
        if file is None:
            body = b"Diese Datei gibt es nicht."
            return Asset(404, _headers("text/plain; charset=utf-8", body, "no-store"), body)
        current = version == self.hash or (_is_vendor(name) and version == self.vendor_hash)
        body = file.packed if accept_gzip and file.packed is not None else file.plain
        headers = _headers(file.kind, body, YEAR if current else "no-cache")
        if file.packed is not None:
            headers += (("Vary", "Accept-Encoding"),)
        if body is not file.plain:
            headers += (("Content-Encoding", "gzip"),)
        return Asset(200, headers, body)


def _headers(kind: str, body: bytes, cache_control: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Content-Type", kind),
        ("Content-Length", str(len(body))),
        ("Cache-Control", cache_control),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    )


def _is_vendor(name: str) -> bool:
    return name.startswith("vendor/")


def _hash(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()[:16]


def vendor_hash(static: Path = STATIC) -> str:
    """The hash of static/vendor alone; the built style sheets name it, so it is known before they are."""
    return _hash({name: path.read_bytes() for name, path in _walk(static, ("vendor",))})


def _walk(static: Path, folders: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for path in sorted((static / folder).rglob("*")):
            name = path.relative_to(static).as_posix()
            if path.suffix in TYPES and path.is_file() and not any(part.startswith(".") for part in path.parts):
                yield name, path


def _read(static: Path) -> Iterator[tuple[str, _File]]:
    for name, path in _walk(static, SERVED):
        plain = path.read_bytes()
        yield name, _File(TYPES[path.suffix], plain, _packed(static, name, plain) if path.suffix in PACKED else None)


def _packed(static: Path, name: str, plain: bytes) -> bytes | None:
    """The gzip copy made at build, or one made now when the file changed since; None when packing gains nothing."""
    copy = static / "built" / "gz" / f"{name}.gz"
    packed = copy.read_bytes() if copy.exists() else b""
    if not packed or gzip.decompress(packed) != plain:
        packed = gzip.compress(plain, 9, mtime=0)
    return packed if len(packed) < len(plain) else None


@cache
def library() -> Library:
    """The one library of this process."""
    return Library()


def asset(path: str) -> str:
    """The address of a file in static/ for a template: `{{ asset('built/phone.css') }}`."""
    return library().url(path)


def modules(path: str) -> tuple[str, ...]:
    """All scripts that `path` needs, itself first, for a page that loads them before they are needed."""
    return library().modules(path)


def resolve(path: str, accept_gzip: bool) -> Asset:
    """Answer for an address below /s/; knows nothing of Flask, so the ASGI shell can call it too."""
    return library().resolve(path, accept_gzip)


bp = Blueprint("assets", __name__)


@bp.get("/s/<version>/<path:name>")
def file(version: str, name: str) -> Response:
    """The same answer as the ASGI shell gives; used where Flask runs without it."""
    found = resolve(f"/s/{version}/{name}", "gzip" in request.headers.get("Accept-Encoding", ""))
    return Response(found.body, found.status, list(found.headers))


def init_app(app: Flask) -> None:
    """Give templates `asset()` and `modules()`, and answer /s/ where no shell stands before Flask."""
    app.jinja_env.globals.update(asset=asset, modules=modules)
    app.register_blueprint(bp)
