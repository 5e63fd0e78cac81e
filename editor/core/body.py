"""The body of an answer, piece by piece: decompressed and decoded within bounds.

Whatever a server sends, at most `LARGEST` bytes of it are unpacked, and `KEPT` characters kept.
"""

from __future__ import annotations

import codecs
import zlib

LARGEST = 1 << 20
KEPT = 1 << 16

_PLAIN = ("", "identity")
_GZIP_OR_ZLIB, _BARE = 47, -15
_GZIP_MARK = b"\x1f\x8b"


class BrokenEncoding(Exception):
    """The body is not compressed as its headers say, or in a way that was not asked for."""


class Body:
    """Bytes as they come over the wire in, text out; `is_full` when no more is taken.

    Bytes that are no UTF-8 become U+FFFD, as they do in LibreChat.
    """

    def __init__(self, encoding: str) -> None:
        """Take the value of `content-encoding`, "" for none."""
        self._encoding = encoding.strip().lower()
        self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._kept: list[str] = []
        self._size = 0
        self._has_ended = False
        self._room_for_text = KEPT
        self.is_full = False

    @property
    def text(self) -> str:
        """The beginning of the body, as far as it is kept."""
        return "".join(self._kept)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing came."""
        return self._size == 0

    def feed(self, data: bytes) -> str:
        """Return the text of the next bytes; raises BrokenEncoding."""
        room = LARGEST - self._size
        unpacked = self._unpacked(data, room)[:room]
        self._size += len(unpacked)
        self.is_full = self._size >= LARGEST
        text = self._decoder.decode(unpacked)
        if self._room_for_text > 0:
            self._kept.append(text[: self._room_for_text])
            self._room_for_text -= len(text)
        return text

    def _unpacked(self, data: bytes, room: int) -> bytes:
        if self._encoding in _PLAIN or room <= 0:
            return data if room > 0 else b""
        if self._encoding not in ("gzip", "x-gzip", "deflate"):
            raise BrokenEncoding
        try:
            return self._members(data, room)
        except zlib.error as error:
            if self._encoding != "deflate" or self._size:
                raise BrokenEncoding from error
            self._unpacker = zlib.decompressobj(_BARE)
            return self._bare(data, room)

    def _members(self, data: bytes, room: int) -> bytes:
        """Unpack one stream of gzip after the other; what else follows is passed over, as by Node.

        It is counted, though, so that it comes to an end.
        """
        if self._has_ended:
            self._size += len(data)
            return b""
        unpacked = self._unpacker.decompress(data, room)
        while len(unpacked) < room and len(rest := self._unpacker.unused_data) >= len(_GZIP_MARK):
            if not rest.startswith(_GZIP_MARK):
                self._has_ended = True
                break
            self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            unpacked += self._unpacker.decompress(rest, room - len(unpacked))
        return unpacked

    def _bare(self, data: bytes, room: int) -> bytes:
        """Unpack what some servers call deflate: without the frame that belongs around it."""
        try:
            return self._unpacker.decompress(data, room)
        except zlib.error as error:
            raise BrokenEncoding from error
