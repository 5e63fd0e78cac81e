"""What a person is asked in a migration, and how the answers are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MODELS_CHOICE = "models"
KEY_CHOICE = "key_variable"
GROUP_CHOICE = "group"
SERVERLESS_CHOICE = "serverless"

_NAMES = (MODELS_CHOICE, KEY_CHOICE, GROUP_CHOICE, SERVERLESS_CHOICE)


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers; None where none was given.

    `models`: the names of the new group's models, none for no new group. `key_variable`: the name
    of the variable that is to hold the key. `group`: the new group's name. `serverless`: whether a
    base URL without deployments is called as it stands, as LibreChat did before release 0.7.9.
    """

    models: tuple[str, ...] | None = None
    key_variable: str | None = None
    group: str | None = None
    serverless: bool | None = None

    @property
    def wants_no_group(self) -> bool:
        """Say whether the legacy settings are only to be taken out."""
        return self.models == ()


def choices_from(given: Mapping[str, object]) -> Choices:
    """Return the answers by their names; raises ValueError for a name or a type that is wrong.

    `models` may be a text with commas. Blanks, empty names and repeats are dropped.
    """
    unknown = [name for name in given if name not in _NAMES]
    if unknown:
        raise ValueError(f"There is no choice “{unknown[0]}”; there are {', '.join(_NAMES)}.")
    return Choices(
        models=_names(given.get(MODELS_CHOICE)),
        key_variable=_text(given, KEY_CHOICE),
        group=_text(given, GROUP_CHOICE),
        serverless=_switch(given.get(SERVERLESS_CHOICE)),
    )


def _names(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise ValueError("models must be names.")
    listed = list(cast("Iterable[object]", parts))
    if not all(isinstance(part, str) for part in listed):
        raise ValueError("models must be names.")
    stripped = (str(part).strip() for part in listed)
    return tuple(dict.fromkeys(part for part in stripped if part))


def _text(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} must be a text.")
    return value


def _switch(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise ValueError("serverless must be true or false.")
    return value
