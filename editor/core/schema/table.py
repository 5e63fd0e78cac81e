"""Which keys LibreChat knows at each level of its Azure section, and in which order we write them.

The order of the table is the order of keys on insertion: `models` ends a group, `groups` ends
the endpoint.
"""

from collections.abc import Sequence

from editor.core.schema.endpoint import ENDPOINT_FIELDS
from editor.core.schema.field import Field, Level, Target
from editor.core.schema.group import GROUP_FIELDS
from editor.core.schema.model import MODEL_FIELDS
from editor.core.yaml.values import Path

AZURE_PATH: Path = ("endpoints", "azureOpenAI")
GROUPS_PATH: Path = (*AZURE_PATH, "groups")

_TABLE = {
    Level.ENDPOINT: ENDPOINT_FIELDS,
    Level.GROUP: GROUP_FIELDS,
    Level.MODEL: MODEL_FIELDS,
}
_BY_KEY = {level: {field.key: field for field in fields} for level, fields in _TABLE.items()}
_KNOWN = {
    (level, target): tuple(field for field in fields if field.is_known_in(target))
    for level, fields in _TABLE.items()
    for target in Target
}
_ORDER = {level: tuple(fields) for level, fields in _BY_KEY.items()}


def fields_of(level: Level, target: Target | None = None) -> tuple[Field, ...]:
    """Return a level's fields in the table's order: the target's only, or all of them."""
    return _TABLE[level] if target is None else _KNOWN[level, target]


def field(level: Level, key: str) -> Field | None:
    """Return the row of a key, whichever releases know it; None for a key that none does."""
    return _BY_KEY[level].get(key)


def key_order(level: Level) -> tuple[str, ...]:
    """Return a level's keys, of all releases, in the order in which we write them."""
    return _ORDER[level]


def insertion_index(level: Level, existing_keys: Sequence[str], new_key: str) -> int:
    """Return the index at which a new key goes among the existing ones.

    A known key follows the last present key that the table puts before it; when there is none,
    it goes before the first that the table puts after it. An unknown key goes to the end, but
    before the key that closes the level.
    """
    order = key_order(level)
    if new_key not in order:
        return _closing_index(order[-1], existing_keys)
    rank = order.index(new_key)
    if rank == len(order) - 1:
        return len(existing_keys)
    earlier = [at for at, key in enumerate(existing_keys) if key in order[:rank]]
    if earlier:
        return earlier[-1] + 1
    later = [at for at, key in enumerate(existing_keys) if key in order[rank + 1 :]]
    return later[0] if later else len(existing_keys)


def _closing_index(closing_key: str, existing_keys: Sequence[str]) -> int:
    if existing_keys and existing_keys[-1] == closing_key:
        return len(existing_keys) - 1
    return len(existing_keys)


def level_of(path: Path) -> Level | None:
    """Return the level of the mapping at a path of the whole file, None outside Azure's part."""
    match path:
        case ("endpoints", "azureOpenAI"):
            return Level.ENDPOINT
        case ("endpoints", "azureOpenAI", "groups", int()):
            return Level.GROUP
        case ("endpoints", "azureOpenAI", "groups", int(), "models", str()):
            return Level.MODEL
        case _:
            return None


def field_at(path: Path) -> Field | None:
    """Return the field whose value stands at a path of the whole file."""
    if not path or not isinstance(path[-1], str):
        return None
    level = level_of(path[:-1])
    return None if level is None else field(level, path[-1])
