"""Which models LibreChat takes for ones that see pictures, judged by the name alone."""

import json
from functools import cache
from typing import cast

from editor import resources
from editor.core.schema.field import Target

_RELEASES = {Target.V0_8: "0.8.8", Target.V0_7: "0.7.5"}
"""The releases that the lists are from; 0.7.5 is the nearest to 0.7.7 that is known."""

_BLIND = ("gpt-4-turbo-preview", "o1-mini")
"""Parts of names that rule pictures out, in today's release."""


def has_vision(name: str, target: Target) -> bool:
    """Say whether LibreChat counts a model among those that take pictures."""
    if target is Target.V0_8 and any(part in name for part in _BLIND):
        return False
    return any(part in name for part in _names(target))


@cache
def _names(target: Target) -> tuple[str, ...]:
    lists = cast("dict[str, list[str]]", json.loads(resources.text("models/vision.json")))
    return tuple(lists[_RELEASES[target]])
