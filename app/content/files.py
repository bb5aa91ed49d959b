"""Files of the cache: whole or not there, whoever else writes them at the same time, and not believed when spoilt."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def read_whole(file: Path) -> str | None:
    """What was written into `file`, None when that is not there any more as it was."""
    try:
        digest, _, text = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest == digest_of(text) else None


def write_whole(file: Path, text: str) -> None:
    """Keep `text` in `file`. Where there is no room or no right to write, nothing is kept."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(f"{digest_of(text)}\n{text}")
        Path(name).replace(file)
    except OSError:
        return


def digest_of(text: str) -> str:
    """The SHA-256 of `text`."""
    return hashlib.sha256(text.encode()).hexdigest()
