"""What the start prints: the address, and in the demo world who can sign in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from flask import Flask
from sqlalchemy.orm import Session, sessionmaker

from app import demo
from app.config import Settings
from app.web.address import LOOPBACK, own_url, qr_text
from app.web.words import code_halves

ROLES = {"teacher": "Lehrkraft", "mentor": "Team", "coordinator": "Koordination"}


def show(app: Flask, scheme: str, port: int) -> None:
    """Print it. Whoever starts the server reads this, so it is German like the pages."""
    settings: Settings = app.extensions["settings"]
    url = own_url(settings, scheme, port)
    lines = ["", f"TechTeens läuft: {url}", f"  Tafel      {url}/tafel", f"  Mitmachen  {url}/mit"]
    if settings.public_url or settings.host not in LOOPBACK:
        lines += ["", qr_text(url).rstrip("\n")]
    with cast("sessionmaker[Session]", app.extensions["sessions"])() as session:
        if demo.is_demo(session):
            lines += _logins(demo.logins(session, datetime.now(UTC)))
    print("\n".join([*lines, "", "Beenden: Strg+C"]), flush=True)


def _logins(known: demo.DemoLogins) -> list[str]:
    return [
        "",
        f'Alle Personen hier sind erfunden. Anmelden mit dem Passwort "{known.password}":',
        *(f"  {ROLES.get(role, role):<12} {email}" for role, email in known.staff),
        "Karten (Vorname, Wort, PIN):",
        *(f"  {name:<12} {word:<10} {pin}" for name, word, pin in known.cards),
        f"Schlüssel der Stunde heute: {code_halves(known.hour_key) if known.hour_key else 'heute keine'}",
    ]
