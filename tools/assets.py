"""Build static/vendor and static/built: `python -m tools.assets`.

vendor/  the font and the libraries, copied from node_modules (npm, locked); nothing of it is committed
built/   a style sheet for each surface, joined from static/css by bundles.toml; the sprite of static/icons;
         the film that keeps boards awake; gz/ with a gzip copy of everything that packs well

Only what changed is written, so a second run takes a moment. Exit code 1 when node_modules is missing and vendor/ is
empty.
"""

from __future__ import annotations

import gzip
import re
import sys
import tomllib
from pathlib import Path

from app.web.assets import PACKED, SERVED, STATIC, vendor_hash
from tools.awake import film

ROOT = STATIC.parent
MODULES = ROOT / "node_modules"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
VENDOR = {
    "fonts/latin.woff2": f"{FONT}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "fonts/latin-ext.woff2": f"{FONT}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "fonts/LICENSE.txt": f"{FONT}/LICENSE",
    "idb/index.js": "idb/build/index.js",
    "idb/LICENSE.txt": "idb/LICENSE",
    "perfect-freehand/index.js": "perfect-freehand/dist/esm/index.mjs",
    "perfect-freehand/LICENSE.txt": "perfect-freehand/LICENSE",
}


def write(path: Path, content: bytes) -> bool:
    """Write `content` unless it stands there already; True when something changed."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def build_vendor() -> bool:
    """Copy fonts and libraries; False when npm has not been run and no earlier copy stands there."""
    if not MODULES.exists():
        return all((STATIC / "vendor" / name).exists() for name in VENDOR)
    for name, source in VENDOR.items():
        content = (MODULES / source).read_bytes()
        if name.endswith(".js"):  # the maps are not served
            content = re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", content)
        write(STATIC / "vendor" / name, content)
    return True


def bundles() -> dict[str, list[str]]:
    """The manifest: name of a bundle -> its blocks in order."""
    with (STATIC / "css" / "bundles.toml").open("rb") as file:
        return dict(tomllib.load(file)["bundles"])


def squeeze(css: str) -> str:
    """Take comments and needless spaces out. Our own style sheets only: no strings with spaces that matter."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};]) ?", r"\1", css)
    css = re.sub(r"([\w-]): ", r"\1:", css)
    return css.replace(", ", ",").replace(";}", "}").strip()


def build_css() -> set[Path]:
    """Join the blocks of each bundle."""
    vendor = f"../../{vendor_hash()}/vendor/"
    made = set()
    for bundle, blocks in bundles().items():
        css = "\n".join((STATIC / "css" / f"{block}.css").read_text(encoding="utf-8") for block in blocks)
        path = STATIC / "built" / f"{bundle}.css"
        write(path, (squeeze(css).replace("@vendor/", vendor) + "\n").encode())
        made.add(path)
    return made


def build_sprite() -> Path:
    """Join static/icons into one file of symbols, used as `<use href="icons.svg#name">`."""
    symbols = []
    for path in sorted((STATIC / "icons").glob("*.svg")):
        svg = path.read_text(encoding="utf-8")
        found = re.fullmatch(r'<svg xmlns="\S+" (viewBox="[^"]+")>(.*)</svg>\s*', svg, re.DOTALL)
        if found is None:
            raise SystemExit(f"{path}: an icon is one <svg> with xmlns and viewBox and nothing else on it")
        symbols.append(f'<symbol id="{path.stem}" {found[1]}>{found[2].strip()}</symbol>')
    sprite = STATIC / "built" / "icons.svg"
    write(sprite, f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'.encode())
    return sprite


def build_film() -> Path:
    """Write the film that keeps a board awake."""
    path = STATIC / "built" / "awake.webm"
    write(path, film())
    return path


def build_gzip() -> set[Path]:
    """A packed copy beside everything that is served as text, in built/gz."""
    made = set()
    for folder in SERVED:
        for path in sorted((STATIC / folder).rglob("*")):
            if path.suffix not in PACKED or not path.is_file():
                continue
            copy = STATIC / "built" / "gz" / f"{path.relative_to(STATIC).as_posix()}.gz"
            made.add(copy)
            if not copy.exists() or copy.stat().st_mtime_ns < path.stat().st_mtime_ns:
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    return made


def main() -> int:
    """Build everything; 0 when all is there."""
    complete = build_vendor()
    kept = build_css() | {build_sprite(), build_film()}
    kept |= build_gzip()
    for path in (STATIC / "built").rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
    if not complete:
        print("Schrift und Bibliotheken fehlen: erst `npm ci` ausführen, dann noch einmal.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
