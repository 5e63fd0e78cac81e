"""Which keys LibreChat accepts and then ignores: misspelt ones, and those of other releases."""

from collections.abc import Iterator

from editor.core.schema.field import Field, Level, Target
from editor.core.schema.spelling import closest
from editor.core.schema.table import field, fields_of
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.wording import sentences, worded
from editor.core.yaml.values import Path, Value

INTERNAL_KEYS = (
    "modelNames",
    "groupMap",
    "modelGroupMap",
    "assistantModels",
    "assistantGroups",
    "errors",
    "isValid",
)
"""Keys under which LibreChat keeps its own results beside the settings of the file."""

_READ_UNLISTED = frozenset({"titleEndpoint", *INTERNAL_KEYS})
"""Keys that LibreChat's schema does not list for Azure, but that other code of it reads."""

_KNOWN = {
    (level, target): frozenset(row.key for row in fields_of(level, target))
    | frozenset(_READ_UNLISTED if level is Level.ENDPOINT else ())
    for level in Level
    for target in Target
}


def ignored_keys(
    mapping: dict[str, Value], level: Level, target: Target, path: Path = ()
) -> Iterator[Finding]:
    """Yield a warning for each key of a mapping that has no meaning in the target.

    `path` is where the mapping stands. LibreChat keeps such keys of the endpoint without reading
    them, and drops those of groups and models.
    """
    known = _KNOWN[level, target]
    if mapping.keys() <= known:
        return
    free = [row.key for row in fields_of(level, target) if row.key not in mapping]
    for key in mapping:
        if key not in known:
            row = field(level, key)
            place = (*path, key)
            if row is None:
                yield _unknown_key(place, free)
            else:
                yield _other_release(place, row, target)


def _unknown_key(place: Path, free: list[str]) -> Finding:
    name = place[-1]
    near = closest(str(name), free)
    message = worded("LibreChat does not know `{0}` here and ignores it.", name)
    fixes = mending.remove_key(place)
    if near is not None:
        message = sentences(message, worded("Did you mean `{0}`?", near))
        fixes = mending.rename_key(place, near) + fixes
    return _warning(Code.UNKNOWN_KEY, place, message, fixes)


def _other_release(place: Path, row: Field, target: Target) -> Finding:
    if row.is_known_in(Target.V0_8):
        known = "LibreChat knows `{0}` since release {1}; in {2} it has no effect."
        message = worded(known, row.key, row.since, target.release)
    else:
        known = "LibreChat knew `{0}` up to release {1}; in {2} it has no effect."
        message = worded(known, row.key, row.until, target.release)
    return _warning(Code.IGNORED_KEY, place, message, mending.remove_key(place))


def _warning(code: Code, place: Path, message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ADVICE,
        severity=Severity.WARNING,
        message=message,
        path=place,
        spot=Spot.KEY,
        fixes=fixes,
    )
