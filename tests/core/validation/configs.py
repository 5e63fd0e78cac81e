"""Small configs, to be spoilt by a test at one place."""

from collections.abc import Mapping

from editor.core.environment import Environment
from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.validation.verdict import findings_in
from editor.core.yaml.values import Path, Value

ENVIRON = {"EASTUS_KEY": "secret"}
_LISTED = list(Code)
_FIRST = frozenset(_LISTED[: _LISTED.index(Code.MISSING_VARIABLE)])
GROUPS: Path = ("endpoints", "azureOpenAI", "groups")


def group(name: str = "eastus", /, **settings: Value) -> dict[str, Value]:
    """Return a group that LibreChat takes, with the settings given on top."""
    return {
        "group": name,
        "apiKey": "${EASTUS_KEY}",
        "instanceName": "contoso-eastus",
        "deploymentName": "gpt-4o",
        "version": "2024-10-21",
        "models": {f"gpt-4o-of-{name}": True},
        **settings,
    }


def config(*groups: Value, **endpoint: Value) -> dict[str, Value]:
    """Return a config with these groups (a good one when none is given) and endpoint settings."""
    listed: list[Value] = list(groups) or [group()]
    return {"version": "1.3.17", "endpoints": {"azureOpenAI": {**endpoint, "groups": listed}}}


def findings(
    value: Value, target: Target = Target.V0_8, environ: Mapping[str, str] = ENVIRON
) -> tuple[Finding, ...]:
    """Return what schema, group rules and unread keys give; the good group's key is set."""
    return tuple(found for found in everything(value, target, environ) if found.code in _FIRST)


def remarks(
    value: Value, target: Target = Target.V0_8, environ: Mapping[str, str] = ENVIRON
) -> tuple[Finding, ...]:
    """Return what start-up and advice add, but for what is not known of the models' names."""
    skipped = {*_FIRST, Code.UNKNOWN_CONTEXT_WINDOW}
    return tuple(found for found in everything(value, target, environ) if found.code not in skipped)


def everything(
    value: Value, target: Target = Target.V0_8, environ: Mapping[str, str] = ENVIRON
) -> tuple[Finding, ...]:
    """Return all findings of a config, judged from scratch."""
    return findings_in(value, target, Memory(), Environment(environ))


def only(
    value: Value, target: Target = Target.V0_8, environ: Mapping[str, str] = ENVIRON
) -> Finding:
    """Return the one finding that a config has."""
    (found,) = findings(value, target, environ)
    return found
