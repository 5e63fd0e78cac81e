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
    """Return what a config has, but for the remark on its version; the good group's key is set."""
    found = findings_in(value, target, Memory(), Environment(environ))
    return tuple(finding for finding in found if finding.code != Code.CONFIG_VERSION)


def only(
    value: Value, target: Target = Target.V0_8, environ: Mapping[str, str] = ENVIRON
) -> Finding:
    """Return the one finding that a config has."""
    (found,) = findings(value, target, environ)
    return found
