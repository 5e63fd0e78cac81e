"""How a config changes, as a diff in which no secret can be read."""

from editor.core.config_secrets import secrets_in
from editor.core.diff import unified
from editor.core.masking import Masker
from editor.core.secret import mask_entries

_LONG_ENOUGH = 6


def masked_diff(old: str, new: str, name: str, *, shows_secrets: bool = False) -> str:
    """Return how the config changes, as a unified diff; keys of several lines are masked too."""
    diff = unified(old, new, name)
    if shows_secrets:
        return diff
    values = (text[slice(*span)] for text in (old, new) for span in secrets_in(text).spans)
    lines = {line.strip() for value in values for line in value.splitlines()}
    return Masker(line for line in lines if len(line) >= _LONG_ENOUGH).text(mask_entries(diff))
