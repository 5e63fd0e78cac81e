"""Which models of a group stop LibreChat's start, because of what they resolve to.

LibreChat 0.8.8 and 0.7.7 resolve each model in turn and stop at the first that fails. What several
models share is reported once, where it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.environment import Environment, Failure, Unresolved, is_reference
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.group import model_names
from editor.core.validation.javascript import members
from editor.core.validation.problem import Finding, Fix, Origin, Severity
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.schema.field import Target
    from editor.core.yaml.values import Path, Value

_REASONS = {
    Failure.MISSING: "The variable {0} is not set. Set it in the .env file.",
    Failure.EMPTY: "The variable {0} is empty. Give it a value in the .env file.",
    Failure.SENSITIVE: "LibreChat never fills in {0}, because it is a secret of its own. Use "
    "another variable.",
    Failure.SPANNING: "A text may not begin with one ${{…}} and end with another: LibreChat takes "
    "all of it for one name and fills in neither. Put the whole value into one variable.",
    Failure.MISSPELT: "“{0}” is no name of a variable. Between ${{ and }} only the name may "
    "stand, without blanks or a default value.",
    Failure.BUILT_IN: "{0} is also a name of JavaScript's own, and LibreChat fills that in as "
    "long as no variable has the name. Use another name.",
}


def unresolved_values(
    value: Value, target: Target, environment: Environment
) -> tuple[Finding, ...]:
    """Return what stops a group's models, in LibreChat's order; paths start at the group."""
    group = members(value)
    if group is None:
        return ()
    found: dict[Path, Finding] = {}
    for name in model_names(group.get("models")):
        for finding in _model_failures(group, name, target, environment):
            found.setdefault(finding.path, finding)
    return tuple(found.values())


def _model_failures(
    group: dict[str, Value], name: str, target: Target, environment: Environment
) -> Iterator[Finding]:
    if group.get("serverless") is True:
        if _is_filled(group.get("baseURL")):
            yield from _failure(group, ("apiKey",), target, environment)
        return
    if not _is_filled(group.get("instanceName")):
        return
    places = {key: _place(group, name, key) for key in ("deploymentName", "version")}
    blank = [place for place in places.values() if not _value_at(group, place)]
    if blank:
        yield from _blank_overrides(group, name, blank)
        return
    for place in (("apiKey",), ("instanceName",), *places.values()):
        yield from _failure(group, place, target, environment)


def _is_filled(value: Value) -> bool:
    return isinstance(value, str) and value != ""


def _place(group: dict[str, Value], name: str, key: str) -> Path:
    """Return where a model's setting stands: at the model if it has one, even an empty one."""
    model = (members(group.get("models")) or {}).get(name)
    own = members(model) or {}
    return ("models", name, key) if own.get(key) is not None else (key,)


def _value_at(group: dict[str, Value], place: Path) -> Value:
    value: Value = group
    for key in place:
        value = (members(value) or {}).get(str(key))
    return value


def _blank_overrides(group: dict[str, Value], name: str, blank: list[Path]) -> Iterator[Finding]:
    """Yield a finding for an empty setting of a model that hides the group's."""
    shown = {
        key: _value_at(group, _place(group, name, key)) for key in ("deploymentName", "version")
    }
    overrides = [place for place in blank if len(place) > 1 and group.get(str(place[-1]))]
    if len(overrides) < len(blank) or not all(isinstance(text, str) for text in shown.values()):
        # The group lacks it too, which its rules or the schema have said.
        return
    yield Finding(
        code=Code.MISSING_DEPLOYMENT,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message=worded(
            "Model “{0}” has an empty `{1}`, which hides the group's. "
            "Remove it, or give it a value.",
            name,
            overrides[0][-1],
        ),
        path=overrides[0],
        server_message=f'Model "{name}" in group "{group.get("group")}" is missing a '
        f'deploymentName ("{shown["deploymentName"]}") or version ("{shown["version"]}").',
        fixes=tuple(fix for place in overrides for fix in mending.remove_key(place, safe=True)),
    )


def _failure(
    group: dict[str, Value], place: Path, target: Target, environment: Environment
) -> Iterator[Finding]:
    text = _value_at(group, place)
    if not isinstance(text, str):
        return
    resolved = environment.resolve(text, target)
    if not is_reference(resolved):
        return
    unresolved = environment.unresolved(text, target)
    if unresolved:
        message = reason(unresolved[0])
        fixes = _mended(place, text, unresolved[0], environment)
    else:
        message = worded(
            "The value of this variable is itself a reference, {0}, and LibreChat "
            "does not follow it. Give the variable its final value.",
            resolved,
        )
        fixes = ()
    yield Finding(
        code=Code.MISSING_VARIABLE,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message=message,
        path=place,
        server_message=f'Azure configuration environment variable "{resolved}" was not found.',
        fixes=fixes,
    )


def reason(unresolved: Unresolved) -> str:
    """Say in plain words why a reference is not filled in, and what to do."""
    return worded(_REASONS[unresolved.failure], unresolved.name)


def _mended(
    place: Path, text: str, unresolved: Unresolved, environment: Environment
) -> tuple[Fix, ...]:
    """Offer another name where the variable was probably misspelt."""
    name = unresolved.name
    if unresolved.failure is Failure.MISSPELT:
        near = name.split(":-")[0].strip()
        if near == name or not environment.is_set(near):
            return ()
    elif unresolved.failure is Failure.MISSING:
        near = environment.near(name)
    else:
        return ()
    if near is None:
        return ()
    written = text.replace(f"${{{name}}}", f"${{{near}}}")
    return mending.replace_value(place, written, worded("Use ${{{0}}}", near))
