"""Small configs, to be spoilt by a test at one place."""

from editor.core.schema.field import Target
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.validation.verdict import findings_in
from editor.core.yaml.values import Path, Value

GROUPS: Path = ("endpoints", "azureOpenAI", "groups")


def group(name: str = "eastus", /, **settings: Value) -> dict[str, Value]:
    """Return a group that LibreChat takes, with the settings given on top."""
    return {
        "group": name,
        "apiKey": "${EASTUS_KEY}",
        "instanceName": "contoso-eastus",
        "deploymentName": "gpt-4o",
        "version": "2024-10-21",
        "models": {f"model-of-{name}": True},
        **settings,
    }


def config(*groups: Value, **endpoint: Value) -> dict[str, Value]:
    """Return a config with these groups (a good one when none is given) and endpoint settings."""
    listed: list[Value] = list(groups) or [group()]
    return {"version": "1.3.17", "endpoints": {"azureOpenAI": {**endpoint, "groups": listed}}}


def findings(value: Value, target: Target = Target.V0_8) -> tuple[Finding, ...]:
    """Return all findings of a config, judged from scratch."""
    return findings_in(value, target, Memory())


def only(value: Value, target: Target = Target.V0_8) -> Finding:
    """Return the one finding that a config has."""
    (found,) = findings(value, target)
    return found
