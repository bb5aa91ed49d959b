"""HTML as the events of a parser that neither sanitizer uses, to compare what two of them made."""

from __future__ import annotations

from html.parser import HTMLParser

Event = tuple[str, ...]


def same(one: str, other: str) -> bool:
    """Whether both texts say the same: tags, attributes in any order, and text, however they are escaped."""
    return events(one) == events(other)


def events(html: str) -> list[Event]:
    """Every tag, text and comment of `html`."""
    parser = _Events()
    parser.feed(html)
    parser.close()
    return parser.found


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("<", tag, *(f"{name}={value}" for name, value in sorted(attrs, key=str))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((">", tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "text":
            self.found[-1] = ("text", self.found[-1][1] + data)
        else:
            self.found.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))
