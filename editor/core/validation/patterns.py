"""Whether a text is a regular expression, to JavaScript and to RE2; only the form is looked at.

JavaScript's are read as `new RegExp(text)` reads them (ECMAScript 2024, Annex B, no flags);
RE2's as npm re2js 1 does, which lets repeats inside repeats make at most a thousand. How large a
program it would make, which stops only patterns of thousands of characters, is not worked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_BRACES = re.compile(r"\{(\d+)(,?)(\d*)\}")
_JS_NAME = re.compile(r"\?<([A-Za-z_$][\w$]*)>")
_JS_PLAIN_GROUP = re.compile(r"\?(?::|[=!]|<[=!])")
_RE2_NAME = re.compile(r"\?P?<([A-Za-z_0-9]+)>")
_RE2_FLAGS = re.compile(r"\?(?=[a-zA-Z\-:])([imsU]*)(?:-([imsU]+))?([:)])")
_RE2_ESCAPE = re.compile(
    r"[afnrtvAbBzdDsSwW]|[1-7][0-7]{1,2}|0[0-7]{0,2}|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]{1,6}\}"
    r"|[pP][LMNPSZC]|[pP]\{\^?[A-Za-z_]+\}|[\x00-/:-@\[-`{-\x7f]",
    re.DOTALL,
)
_RE2_CLASS_ESCAPE = re.compile(
    r"[afnrtvdDsSwW]|[1-7][0-7]{1,2}|0[0-7]{0,2}|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]{1,6}\}"
    r"|[pP][LMNPSZC]|[pP]\{\^?[A-Za-z_]+\}|[\x00-/:-@\[-`{-\x7f]",
    re.DOTALL,
)
_RE2_NAMED_CLASS = re.compile(
    r"\[:\^?(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]"
)
_JS_CODES = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|c([A-Za-z0-9_])|([0-3]?[0-7]{1,2})")
_LETTER_CODES = {"b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "a": 7}
_MOST_REPEATS = 1000


class _Wrong(Exception):
    """The text is no regular expression."""


def is_javascript(pattern: str) -> bool:
    """Say whether JavaScript takes the text as a regular expression."""
    names: set[str] = set()
    # Whether \k refers to a group is only known once all groups are.
    return _is_read(_JavaScript(pattern, set(), names)) and (
        not names or _is_read(_JavaScript(pattern, names, set()))
    )


def is_re2(pattern: str) -> bool:
    """Say whether RE2 takes the text: no lookaround, no references back."""
    return _is_read(_Re2(pattern, set(), set()))


def _is_read(reader: _Reader) -> bool:
    try:
        reader.read()
    except (_Wrong, RecursionError):
        return False
    return True


@dataclass
class _Reader:
    """Walks through a pattern; its two children know what the dialects do differently.

    `known` are the groups' names that a reference may use, `names` those met so far.
    """

    text: str
    known: set[str]
    names: set[str]
    at: int = 0
    depth: int = 0

    def read(self) -> None:
        """Read all of the text; raises _Wrong."""
        can_repeat = False
        while self.at < len(self.text):
            can_repeat = self._step(self.text[self.at], can_repeat)
        if self.depth:
            raise _Wrong

    def _step(self, char: str, can_repeat: bool) -> bool:
        """Read what stands here; return whether it may be repeated."""
        match char:
            case "*" | "+" | "?":
                return self._repeat(can_repeat, 1)
            case "{":
                return self._brace(can_repeat)
            case "(":
                return self._open(can_repeat)
            case ")":
                return self._close()
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case _:
                self.at += 1
                return char != "|" and (char not in "^$" or self._is_anchor_repeatable())

    def _repeat(self, can_repeat: bool, length: int) -> bool:
        if not can_repeat:
            raise _Wrong
        self.at += length
        if self.text.startswith("?", self.at):
            self.at += 1
        return False

    def _brace(self, can_repeat: bool) -> bool:
        found = _BRACES.match(self.text, self.at)
        if found is None:
            self.at += 1
            return True
        least, comma, most = found.groups()
        self._check_counts(int(least), int(most) if most else None if comma else int(least))
        return self._repeat(can_repeat, len(found[0]))

    def _check_counts(self, least: int, most: int | None) -> None:
        if most is not None and most < least:
            raise _Wrong

    def _is_anchor_repeatable(self) -> bool:
        return False

    def _open(self, can_repeat: bool) -> bool:
        raise NotImplementedError

    def _close(self) -> bool:
        if not self.depth:
            raise _Wrong
        self.depth -= 1
        self.at += 1
        return True

    def _escape(self) -> bool:
        raise NotImplementedError

    def _class(self) -> bool:
        raise NotImplementedError

    def _ranges(self, member: Callable[[], int | None]) -> bool:
        """Read the members of a class up to its end; None stands for a set of characters."""
        while not self.text.startswith("]", self.at):
            low = member()
            is_range = self.text.startswith("-", self.at) and self.text[self.at + 1 : self.at + 2]
            if not is_range or is_range == "]":
                continue
            self.at += 1
            high = member()
            self._check_range(low, high)
        self.at += 1
        return True

    def _check_range(self, low: int | None, high: int | None) -> None:
        if low is not None and high is not None and high < low:
            raise _Wrong

    def _take(self) -> str:
        if self.at >= len(self.text):
            raise _Wrong
        self.at += 1
        return self.text[self.at - 1]


class _JavaScript(_Reader):
    def read(self) -> None:
        self._open_groups: list[bool] = []
        super().read()

    def _open(self, can_repeat: bool) -> bool:
        self.at += 1
        can_repeat = True
        if self.text.startswith("?", self.at):
            plain = _JS_PLAIN_GROUP.match(self.text, self.at)
            named = _JS_NAME.match(self.text, self.at)
            found = plain or named
            if found is None or (named and named[1] in self.names):
                raise _Wrong
            self.names.update(named.groups() if named and not plain else ())
            can_repeat = "<" not in found[0] or found is named
            self.at = found.end()
        self._open_groups.append(can_repeat)
        self.depth += 1
        return False

    def _close(self) -> bool:
        super()._close()
        return self._open_groups.pop()

    def _escape(self) -> bool:
        self.at += 1
        char = self._take()
        if char == "k" and self.known:
            found = re.compile(r"<([^>]*)>").match(self.text, self.at)
            if found is None or found[1] not in self.known:
                raise _Wrong
            self.at = found.end()
        return char not in "bB"

    def _class(self) -> bool:
        self.at += 1
        if self.text.startswith("^", self.at):
            self.at += 1
        return self._ranges(self._member)

    def _member(self) -> int | None:
        char = self._take()
        if char != "\\":
            return ord(char)
        found = _JS_CODES.match(self.text, self.at)
        if found is None:
            letter = self._take()
            if letter == "c":
                self.at -= 1
                return ord("\\")
            return None if letter in "dDsSwW" else _LETTER_CODES.get(letter, ord(letter))
        self.at = found.end()
        if found[3]:
            return ord(found[3]) % 32
        return int(found[1] or found[2] or found[4], 8 if found[4] else 16)


class _Re2(_Reader):
    """`_repeats` is how often the last item repeats what is in it, `_most` the same of a group.

    `_is_repeated`: an item and its repetition stand before this; behind flags it can have another.
    """

    def read(self) -> None:
        self._repeats = 0
        self._most = [0]
        self._is_repeated = False
        super().read()

    def _step(self, char: str, can_repeat: bool) -> bool:
        if char not in "{*+?)" or (char == "{" and not _BRACES.match(self.text, self.at)):
            self._repeats = 0
        if char != "(":
            self._is_repeated = False
        if self.text.startswith("\\Q", self.at):
            end = self.text.find("\\E", self.at)
            is_empty = end == self.at + 2 or self.at + 2 == len(self.text)
            self.at = len(self.text) if end < 0 else end + 2
            return can_repeat if is_empty else True
        return super()._step(char, can_repeat)

    def _repeat(self, can_repeat: bool, length: int) -> bool:
        super()._repeat(can_repeat, length)
        self._is_repeated = True
        return False

    def _check_counts(self, least: int, most: int | None) -> None:
        super()._check_counts(least, most)
        times = least if most is None else most
        if max(least, times) > _MOST_REPEATS:
            raise _Wrong
        self._repeats = times and times * max(1, self._repeats)
        if max(least, times) > 1 and self._repeats > _MOST_REPEATS:
            raise _Wrong
        self._most[-1] = max(self._most[-1], self._repeats)

    def _close(self) -> bool:
        super()._close()
        self._repeats = self._most.pop()
        self._most[-1] = max(self._most[-1], self._repeats)
        return True

    def _is_anchor_repeatable(self) -> bool:
        return True

    def _open(self, can_repeat: bool) -> bool:
        self.at += 1
        if self.text.startswith("?", self.at):
            flags = _RE2_FLAGS.match(self.text, self.at)
            named = _RE2_NAME.match(self.text, self.at)
            found = flags or named
            if found is None or (named and named[1] in self.names):
                raise _Wrong
            self.names.update(named.groups() if named else ())
            self.at = found.end()
            if flags and flags[3] == ")":
                return can_repeat or self._is_repeated
        self.depth += 1
        self._is_repeated = False
        self._most.append(0)
        return False

    def _escape(self) -> bool:
        found = _RE2_ESCAPE.match(self.text, self.at + 1)
        if found is None:
            raise _Wrong
        self.at = found.end()
        return True

    def _class(self) -> bool:
        self.at += 1
        if self.text.startswith("^", self.at):
            self.at += 1
        if self.text.startswith("]", self.at):
            self._first_bracket()
        return self._ranges(self._member)

    def _first_bracket(self) -> None:
        low = self._member()
        following = self.text[self.at : self.at + 2]
        if len(following) == 2 and following[0] == "-" and following[1] != "]":
            self.at += 1
            self._check_range(low, self._member())

    def _member(self) -> int | None:
        named = _RE2_NAMED_CLASS.match(self.text, self.at)
        if named is not None:
            self.at = named.end()
            return None
        if self.text.startswith("[:", self.at) and ":]" in self.text[self.at :]:
            raise _Wrong
        char = self._take()
        if char != "\\":
            return ord(char)
        found = _RE2_CLASS_ESCAPE.match(self.text, self.at)
        if found is None:
            raise _Wrong
        self.at = found.end()
        return _code_of(found[0])

    def _check_range(self, low: int | None, high: int | None) -> None:
        if low is None or high is None or high < low:
            raise _Wrong


def _code_of(escape: str) -> int | None:
    if escape[0] in "dDsSwWpP":
        return None
    if escape[0] == "x":
        return int(escape[1:].strip("{}"), 16)
    if escape[0].isdigit():
        return int(escape, 8)
    return _LETTER_CODES.get(escape, ord(escape))
