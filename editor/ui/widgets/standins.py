"""How characters are shown that a Qt document would take for line ends or objects.

Each is replaced, one for one, by a private-use character that the text does not hold itself, so
that what is read back from the document is exactly what the text said. A byte order mark, which
does not survive the way into Qt either, becomes another character without a width.
"""

import re
from dataclasses import dataclass

SPECIAL = "\ufeff\ufffe\u2028\u2029\ufdd0\ufdd1\ufffc\x00"
_MARK = "\ufeff"
_WORD_JOINER = "\u2060"
_FIRST_PRIVATE = 0xE000
_LAST_PRIVATE = 0xF8FF


@dataclass(frozen=True, slots=True)
class StandIns:
    """Replaces each special character of a text by another; nothing where there are none."""

    special: str = ""
    substitutes: str = ""

    @classmethod
    def for_text(cls, text: str, special: str = SPECIAL) -> "StandIns":
        """Return stand-ins that do not occur in the text; none when it has nothing special."""
        if text.isascii() and "\x00" not in text and "\r" not in special:
            return cls()
        if not re.search(f"[{re.escape(special)}]", text):
            return cls()
        for first in range(_FIRST_PRIVATE, _LAST_PRIVATE - len(special), len(special)):
            candidates = "".join(chr(first + index) for index in range(len(special)))
            if special[0] == _MARK and _WORD_JOINER not in text:
                candidates = _WORD_JOINER + candidates[1:]
            if not re.search(f"[{candidates}]", text):
                return cls(special, candidates)
        return cls()

    def show(self, text: str) -> str:
        """Return the text as a document can hold it."""
        return text.translate(str.maketrans(self.special, self.substitutes))

    def read(self, shown: str) -> str:
        """Return what shown text stands for."""
        return shown.translate(str.maketrans(self.substitutes, self.special))
