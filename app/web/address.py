"""The address people in the room type, and its QR code."""

from __future__ import annotations

import io
import socket
from urllib.parse import urlsplit

import segno

from app.config import Settings

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound


def base_url(settings: Settings, scheme: str, host: str) -> str:
    """Where phones in the room reach us: PUBLIC_URL, else what the board itself typed (`scheme`, `host`).

    A board that runs on the server's own machine typed "localhost", which leads a phone nowhere: when the server
    listens on the network, the machine's address there is taken.
    """
    if settings.public_url:
        return settings.public_url.rstrip("/")
    typed = urlsplit(f"//{host}")
    if typed.hostname in LOOPBACK and settings.host in EVERYWHERE:
        port = f":{typed.port}" if typed.port else ""
        return f"{scheme}://{network_address() or typed.hostname}{port}"
    return f"{scheme}://{host}"


def own_url(settings: Settings, scheme: str, port: int) -> str:
    """Where people reach a server that listens with `settings` on `port`: PUBLIC_URL, else this machine's address."""
    host = settings.host
    if host in EVERYWHERE:
        host = network_address() or "localhost"
    bracketed = f"[{host}]" if ":" in host else host
    return settings.public_url.rstrip("/") or f"{scheme}://{bracketed}:{port}"


def shown(url: str) -> str:
    """`url` as it is written on the board: without its scheme."""
    return url.partition("://")[2]


def qr_svg(url: str) -> bytes:
    """A QR code of `url` as an SVG picture with the quiet zone around it."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", border=2, dark="#0d1116", svgns=True, omitsize=True)
    return out.getvalue()


def qr_text(url: str) -> str:
    """A QR code of `url` for a terminal."""
    out = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(out, border=2, compact=True)
    return out.getvalue()


def network_address() -> str | None:
    """This machine's address on its network. Connecting a datagram socket sends nothing; it only asks for the route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation (RFC 5737)
        except OSError:
            return None
        return str(probe.getsockname()[0])
