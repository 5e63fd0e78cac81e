"""How much text LibreChat thinks a model takes, judged by the model's name alone.

For Azure, LibreChat only looks at its table of OpenAI's models, serverless groups included. The
numbers are LibreChat's own, in tokens: often a little below what the maker states.
"""

import json
from functools import cache
from typing import cast

from editor import resources
from editor.core.schema.field import Target

_RELEASES = {Target.V0_8: "0.8.8", Target.V0_7: "0.8.1"}
"""The releases that the tables are from; 0.8.1 is the nearest to 0.7.7 that is known."""

DEFAULTS = {Target.V0_8: 32_000, Target.V0_7: 4_096}
"""What LibreChat assumes of a model that it does not know."""


def granted_window(name: str, target: Target) -> int | None:
    """Return the tokens that LibreChat plans with for a model; None for release 0.7.

    How 0.7 grants them was read in other releases only.
    """
    if target is Target.V0_7:
        return None
    return context_window(name, target) or DEFAULTS[target]


def context_window(name: str, target: Target) -> int | None:
    """Return the tokens that LibreChat grants a model; None if it does not know the name."""
    table = _table(target)
    if name in table:
        return table[name]
    lowered = name.lower()
    known = [part for part in reversed(table) if part in lowered]
    if not known:
        return None
    return table[max(known, key=len) if target is Target.V0_8 else known[0]]


def names_by_target(target: Target) -> tuple[str, ...]:
    """Return the names that LibreChat knows, newest first as far as they tell."""
    return tuple(sorted(_table(target), key=_age, reverse=True))


def _age(name: str) -> tuple[int, str]:
    """Return what puts today's names before those of former years."""
    is_former = name.startswith(("gpt-3", "gpt-4-")) or name == "gpt-4"
    return 0 if is_former else 2 if name.startswith("gpt-5") else 1, name


@cache
def _table(target: Target) -> dict[str, int]:
    text = resources.text("models/context-windows.json")
    return cast("dict[str, dict[str, int]]", json.loads(text))[_RELEASES[target]]
