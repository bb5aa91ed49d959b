"""`techteens content new <slug>`: begin a module with a folder that passes the check."""

from __future__ import annotations

import argparse
import re
from typing import Any

from app.cli.content import index
from app.cli.content.common import add_folder, folder_of, today
from app.cli.unfit import Unfit
from app.content.reading import read
from app.content.skeleton import make

SLUG = re.compile(r"([a-z])[0-9]+(-[a-z0-9]+)+")
LONGEST = 60


def register(actions: Any) -> None:
    """Add the command."""
    command = actions.add_parser("new", help="begin a module: a folder with a draft that passes the check")
    command.add_argument("slug", help="name of the folder, such as s4-updates; the first letter is the track")
    add_folder(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the folder and add its ids. Raises Unfit for a name that does not do."""
    modules, slug = folder_of(options), options.slug
    found = SLUG.fullmatch(slug)
    tracks = read(modules, today()).library.tracks
    if found is None or len(slug) > LONGEST or found[1] not in tracks:
        hint = f"erst der Bereich ({', '.join(tracks)}), dann Nummer und Wörter, so: s4-updates"
        raise Unfit(f"'{slug}' geht nicht als Name: {hint}.")
    try:
        make(modules / slug, found[1])
    except FileExistsError:
        raise Unfit(f"{modules / slug} gibt es schon.") from None
    print(f"{modules / slug}: Die Texte darin sind Beispiele, alle sind zu ersetzen.")
    return index.run(options)
