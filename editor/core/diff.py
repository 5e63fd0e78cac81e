"""How two versions of a text differ, as the unified diff that `patch` and `git` read."""

import difflib

_NO_NEWLINE = "\n\\ No newline at end of file\n"


def unified(old: str, new: str, name: str) -> str:
    """Return the unified diff, empty when nothing differs; lines end at `\\n` alone."""
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else line + _NO_NEWLINE for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; `splitlines` would also split at other separators."""
    *whole, rest = text.split("\n")
    return [line + "\n" for line in whole] + ([rest] if rest else [])
