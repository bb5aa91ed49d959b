"""What can go wrong in the rules: codes, never sentences. `app.web.messages` has the German words."""

from __future__ import annotations


class DomainError(Exception):
    """Base of all refusals of the domain; `code` names the reason for the layer that talks to people."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BadResponse(DomainError):
    """A response that does not have the shape its question asks for."""


class UnknownQuestion(DomainError):
    """A question id that the module does not have."""


class IllegalMove(DomainError):
    """A move that the state of the live session does not allow."""


class NotAllowed(DomainError):
    """A move by somebody who must not make it now."""
