"""What a browser did besides what it was told: where it sent requests, and what it complained about."""

from __future__ import annotations

INSIDE = ("data:", "blob:", "about:")
"""Addresses that leave no browser."""

LOST = (
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
    "net::ERR_SOCKET_NOT_CONNECTED",
)
"""What browsers say while the server is away."""


class Watch:
    """Collects the requests and complaints of one context; both drivers report here."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._forgiven: tuple[str, ...] = ()
        self.foreign: list[str] = []
        self.complaints: list[str] = []

    def request(self, url: str) -> None:
        """A request goes out."""
        if not url.startswith((f"{self._origin}/", *INSIDE)):
            self.foreign.append(url)

    def complaint(self, text: str) -> None:
        """The console shows an error or a warning, among them what the content security policy stopped."""
        if not any(one in text for one in self._forgiven):
            self.complaints.append(text)

    def forgive(self, *texts: str) -> None:
        """From now on complaints with one of these texts are meant."""
        self._forgiven += texts

    def assert_clean(self) -> None:
        """Nothing left the own origin and nobody complained."""
        assert self.foreign == [], f"requests to others: {self.foreign}"
        assert self.complaints == [], f"the console says: {self.complaints}"
