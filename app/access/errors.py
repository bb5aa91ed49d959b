"""What access says instead of a row."""


class NotFound(LookupError):
    """There is no such thing for this actor."""
