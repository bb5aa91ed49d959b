"""Headers, the strict content security policy, and protection against forged requests."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, request, session
from flask_wtf import CSRFProtect
from werkzeug.datastructures import Headers

from app.config import Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    )
)
"""No inline code or style, nothing from elsewhere. `data:` pictures are the QR codes drawn on the server."""

FILE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}

HEADERS = FILE_HEADERS | {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

FILES = ("text/css", "text/javascript", "font/")
"""Content types that no browser runs as a page: the policies would only weigh there, 400 bytes a file on a weak net."""

SECURE_HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Browsers take these over https only; on http the second one makes them complain on every page."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})
"""What Sec-Fetch-Site says of our own pages; old browsers and plain http do not send it at all."""

csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """Protect every page of `app`; JSON routes are checked by their origin instead (`check_json_origin`)."""
    csrf.init_app(app)
    app.before_request(_refuse_foreign_forms)
    app.after_request(_add_headers)


def is_own_origin(headers: Headers, settings: Settings) -> bool:
    """Whether a JSON request comes from a page of ours: JSON as content type, and our own Origin."""
    kind = headers.get("Content-Type", "").split(";")[0].strip().lower()
    return kind == "application/json" and comes_from_own_page(headers, settings)


def comes_from_own_page(headers: Headers, settings: Settings) -> bool:
    """Whether the Origin of an unsafe request is our own.

    Without PUBLIC_URL the Origin must equal the request's Host, and that must be an IP address or localhost: any other
    name could have been pointed at this machine by somebody else (DNS rebinding).
    """
    origin = urlsplit(headers.get("Origin", ""))
    if settings.public_url:
        own = urlsplit(settings.public_url)
        return (origin.scheme, origin.netloc) == (own.scheme, own.netloc)
    host = headers.get("Host", "")
    return origin.netloc == host != "" and is_address(host)


def renew_form_token() -> None:
    """Start Flask's own session anew: at sign-in and sign-out, so that a form of the one before is worth nothing."""
    session.clear()
    g.pop("csrf_token", None)


def is_address(host: str) -> bool:
    """Whether `host` (with or without port) is an IP address or localhost."""
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost":
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _refuse_foreign_forms() -> None:
    """What a browser itself says was sent from another site is refused, whatever token it carries."""
    if request.method not in SAFE and request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN_SITE:
        abort(403)


def headers_for(settings: Settings, kind: str) -> dict[str, str]:
    """The headers that every answer of the content type `kind` carries, whoever gives it."""
    if kind.startswith(FILES):
        return FILE_HEADERS
    return HEADERS | (SECURE_HEADERS if settings.secure else {})


def _add_headers(response: Response) -> Response:
    for name, value in headers_for(current_app.extensions["settings"], response.mimetype or "").items():
        response.headers.setdefault(name, value)
    if request.endpoint not in _CACHEABLE or response.status_code >= 400:
        response.headers.setdefault("Cache-Control", "no-store")
    return response


_CACHEABLE = {"assets.file", "learn.media"}
"""Endpoints that decide about caching themselves; all others are pages about persons and are never kept."""
