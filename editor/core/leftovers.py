"""Which places an edit leaves behind that name a model which is gone, and what to do with them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from editor.core.outline import groups_in, model_names, models_in, value_at
from editor.core.references import CURRENT_MODEL, Use, uses_in
from editor.core.wording import worded

if TYPE_CHECKING:
    from editor.core.validation.problem import Operation
    from editor.core.yaml.values import Path, Value

_MOST_MODELS = 5


class Leftovers(NamedTuple):
    """The places that name what is gone, and the name that it has now if it was renamed."""

    uses: tuple[Use, ...]
    new_name: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that are gone."""
        return tuple(dict.fromkeys(use.name for use in self.uses))


class Remedy(NamedTuple):
    """A way to mend all places of a kind, as the operations of one step."""

    title: str
    operations: tuple[Operation, ...]


def leftovers(previous: Leftovers | None, before: Value, after: Value) -> Leftovers | None:
    """Return what an edit leaves behind, with what is left from earlier ones; None for nothing.

    Places that named no model before are none: nothing has become of what they name.
    """
    gone, new = _changed_names(before, after)
    waiting = previous.names if previous is not None else ()
    candidates = [use for use in uses_in(after) if use.name in gone or use.name in waiting]
    if not candidates:
        return None
    known = model_names(after)
    uses = tuple(use for use in candidates if use.name not in known)
    if not uses:
        return None
    found = Leftovers(uses, None)
    return found._replace(
        new_name=_new_name(found, previous, gone, new) if _is_one(found) else None
    )


def _changed_names(before: Value, after: Value) -> tuple[set[str], set[str]]:
    """Return the names of models that went and that came; groups that stayed are passed over."""
    old, new = groups_in(before), groups_in(after)
    stayed = set(map(id, old)) & set(map(id, new))
    went = set(chain.from_iterable(models_in(one) for one in old if id(one) not in stayed))
    came = set(chain.from_iterable(models_in(one) for one in new if id(one) not in stayed))
    return went - came, came - went


def _is_one(found: Leftovers) -> bool:
    return len(found.names) == 1


def _new_name(
    found: Leftovers, previous: Leftovers | None, gone: set[str], new: set[str]
) -> str | None:
    """Return the name that took the place of the one that is gone, in one step or several."""
    last = previous.new_name if previous is not None and previous.names == found.names else None
    latest = last or found.names[0]
    if latest not in gone:
        return last
    return next(iter(new)) if len(gone) == len(new) == 1 else None


def remedies(config: Value, found: Leftovers) -> tuple[Remedy, ...]:
    """Return the ways to mend what is left behind, the likeliest first."""
    if found.new_name is not None:
        return (_naming(found, found.new_name),)
    titles = [use for use in found.uses if use.path[-1] == "titleModel"]
    ways: list[Remedy] = []
    if titles:
        operations = tuple(_setting(use.path, CURRENT_MODEL) for use in titles)
        ways.append(Remedy("Write titles with each conversation's own model", operations))
    others = sorted(model_names(config))
    ways += [_naming(found, name) for name in others] if len(others) <= _MOST_MODELS else []
    if titles:
        ways.append(Remedy("Remove titleModel", tuple(_removal(use.path) for use in titles)))
    ways += [_removed(config, use.path) for use in found.uses if use not in titles]
    return tuple(ways)


def _naming(found: Leftovers, name: str) -> Remedy:
    return Remedy(worded("Use “{0}”", name), tuple(_setting(use.path, name) for use in found.uses))


def _removed(config: Value, path: Path) -> Remedy:
    """Return the removal of what makes no sense without its model."""
    if path[0] == "modelSpecs":
        spec = value_at(config, path[:3])
        name = spec.get("label") or spec.get("name") if isinstance(spec, dict) else None
        return Remedy(worded("Remove the preset “{0}”", name or path[2]), (_removal(path[:3]),))
    if path[0] == "memory":
        return Remedy("Remove memory.agent", (_removal(path[:-1]),))
    keys: tuple[str, ...] = ("model", "provider")
    return Remedy(
        "Let each agent's own model summarize", tuple(_removal((*path[:-1], key)) for key in keys)
    )


def _setting(path: Path, name: str) -> Operation:
    return {"op": "set", "path": list(path), "value": name}


def _removal(path: Path) -> Operation:
    return {"op": "unset", "path": list(path)}
