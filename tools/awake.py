"""A silent white film of our own, ten seconds long: while it plays, a browser keeps the screen on.

Without TLS browsers have no wake lock, and a board must not go dark in the middle of an hour. The film is one white
picture of 16 x 16 dots (a VP8 key frame), shown once a second, in a WebM container (RFC 8794, RFC 9559) written here.
"""

import struct
from collections.abc import Iterable

WHITE = bytes.fromhex("3001009d012a1000100004006825a400037000fef2c20000")
SECONDS = 10
SIDE = 16


def film() -> bytes:
    """The whole file."""
    header = _element(0x1A45DFA3, [_number(0x4282, b"webm"), _number(0x4287, b"\x02"), _number(0x4285, b"\x02")])
    info = _element(
        0x1549A966,
        [
            _number(0x2AD7B1, (1_000_000).to_bytes(3, "big")),  # times are in milliseconds
            _number(0x4489, struct.pack(">d", SECONDS * 1000)),
            _number(0x4D80, b"TechTeens"),
            _number(0x5741, b"TechTeens"),
        ],
    )
    picture = _element(0xE0, [_number(0xB0, bytes([SIDE])), _number(0xBA, bytes([SIDE]))])
    track = _element(
        0xAE,
        [_number(0xD7, b"\x01"), _number(0x73C5, b"\x01"), _number(0x83, b"\x01"), _number(0x86, b"V_VP8"), picture],
    )
    cluster = _element(
        0x1F43B675,
        [_number(0xE7, b"\x00"), *(_number(0xA3, _block(1000 * second)) for second in range(SECONDS))],
    )
    return header + _element(0x18538067, [info, _element(0x1654AE6B, [track]), cluster])


def _block(at: int) -> bytes:
    """One frame of track 1 at this millisecond: a key frame."""
    return b"\x81" + at.to_bytes(2, "big") + b"\x80" + WHITE


def _element(name: int, parts: Iterable[bytes]) -> bytes:
    return _number(name, b"".join(parts))


def _number(name: int, value: bytes) -> bytes:
    """An element: its name, the length of its value in eight bytes, its value."""
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + (len(value) | 1 << 56).to_bytes(8, "big") + value
