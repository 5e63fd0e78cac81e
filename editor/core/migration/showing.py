"""The `.env`, and how it changes, with no secret to be read."""

from __future__ import annotations

import re

from editor.core.diff import unified
from editor.core.dotenv import assignments
from editor.core.migration.settings import KEY, REPLACED
from editor.core.secret import mask
from editor.core.text import Patch, apply

_SHOWN = frozenset({*REPLACED, "OPENAI_TITLE_MODEL", "OPENAI_SUMMARIZE", "TITLE_CONVO"} - {KEY})
"""The variables whose values are no secret, unless it is an address with more than a path."""

_DOUBTFUL = re.compile(r"[@?]|\S#")

_LOOSE = re.compile(r"(?P<before>(?P<name>[\w.-]+)[ \t]*[=:][ \t]*)(?P<value>(?!\*\*\*)\S.*)")
_WORD = re.compile(r"(?=[A-Za-z+/_=]*\d)[A-Za-z0-9+/_=]{20,}")


def env_diff(old: str, new: str, name: str, *, shows_secrets: bool = False) -> str:
    """Return how the `.env` changes, as a unified diff; unknown values are masked."""
    return (
        unified(old, new, name)
        if shows_secrets
        else unified(masked_env(old), masked_env(new), name)
    )


def masked_env(text: str) -> str:
    """Return a `.env` text with unknown values masked, also those of lines that assign nothing."""
    patches = [
        Patch(*one.value_span, mask(one.value))
        for one in assignments(text)
        if one.value and not _is_shown(one.key, one.value)
    ]
    return "".join(map(_masked_line, apply(text, patches).splitlines(keepends=True)))


def _masked_line(line: str) -> str:
    bare = line.rstrip("\r\n")
    found = _LOOSE.search(bare)
    if found is None:
        shown = bare if not bare.lstrip().startswith("#") else _WORD.sub("***", bare)
    elif _is_shown(found["name"], found["value"]):
        shown = bare
    elif bare.lstrip().startswith("#") and "=" not in found["before"]:
        shown = _WORD.sub("***", bare)
    else:
        shown = bare[: found.end("before")] + mask(found["value"])
    return shown + line[len(bare) :]


def _is_shown(name: str, value: str) -> bool:
    return name in _SHOWN and _DOUBTFUL.search(value) is None
