"""What stops or worries LibreChat when it starts, beyond its schema and its group rules."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.validation import mending
from editor.core.validation.assistants import conflicting_ids
from editor.core.validation.codes import Code
from editor.core.validation.group import model_names
from editor.core.validation.groups import group_values
from editor.core.validation.javascript import members
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.validation.startup_group import unresolved_values
from editor.core.validation.vertex import unresolved_vertex
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.validation.memory import Memory
    from editor.core.yaml.values import Path, Value

_MOST_OFFERED = 3


def startup_errors(
    config: Value, target: Target, memory: Memory, environment: Environment
) -> Iterator[Finding]:
    """Yield what stops LibreChat once schema and group rules have passed, in its order."""
    groups = group_values(config)
    found = memory.recall_each_in(environment, unresolved_values, groups, target)
    for index, findings in enumerate(found):
        if findings:
            yield from memory.recall(placed_in_group, findings, index)
    yield from _no_assistants(config, groups)
    yield from unresolved_vertex(config, target, environment)


def placed_in_group(findings: tuple[Finding, ...], index: int) -> tuple[Finding, ...]:
    """Return findings of a group, by its index, with paths of the whole file."""
    prefix: Path = (*GROUPS_PATH, index)
    return tuple(found.under(prefix) for found in findings)


def endpoint_of(config: Value) -> dict[str, Value]:
    """Return the settings of `endpoints.azureOpenAI`, none where it is no mapping."""
    value = config
    for key in AZURE_PATH:
        value = (members(value) or {}).get(str(key))
    return members(value) or {}


def assistant_groups(groups: list[Value]) -> list[int]:
    """Return the indexes of the flagged groups that have models, which LibreChat counts."""
    found = [members(value) or {} for value in groups]
    return [
        index
        for index, group in enumerate(found)
        if group.get("assistants") is True and model_names(group.get("models"))
    ]


def _no_assistants(config: Value, groups: list[Value]) -> Iterator[Finding]:
    if endpoint_of(config).get("assistants") is not True or assistant_groups(groups):
        return
    path: Path = (*AZURE_PATH, "assistants")
    yield Finding(
        code=Code.NO_ASSISTANT_GROUP,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message="Assistants are on, but no group with models has `assistants: true`. Switch it on "
        "in a group, or switch assistants off here.",
        path=path,
        server_message="No Azure models are configured to support assistants. Please remove the "
        "`assistants` field or configure at least one model to support assistants.",
        fixes=(
            *mending.remove_key(path),
            *chain.from_iterable(map(_flagging, range(min(len(groups), _MOST_OFFERED)), groups)),
        ),
    )


def _flagging(index: int, value: Value) -> tuple[Fix, ...]:
    group = members(value) or {}
    if not model_names(group.get("models")):
        return ()
    operation = mending.setting((*GROUPS_PATH, index, "assistants"), value=True)
    name = group.get("group")
    title = worded("Switch assistants on for group “{0}”", name)
    return (Fix(id=f"flag-group-{index + 1}", title=title, operations=(operation,)),)


def startup_remarks(config: Value, target: Target, environment: Environment) -> Iterator[Finding]:
    """Yield what LibreChat mentions when it starts, and goes on."""
    yield from _other_version(config, target)
    endpoint = endpoint_of(config)
    if endpoint:
        yield from _left_out_endpoints(endpoint, environment)
    yield from conflicting_ids(config)


def _other_version(config: Value, target: Target) -> Iterator[Finding]:
    version = (members(config) or {}).get("version")
    current = CONFIG_VERSIONS[target]
    if not isinstance(version, str) or version == current:
        return
    yield Finding(
        code=Code.CONFIG_VERSION,
        origin=Origin.STARTUP,
        severity=Severity.INFO,
        message=worded(
            "LibreChat {0} calls config version {1} current and mentions "
            "this one, {2}, in its log as outdated, even if it is newer. Nothing else happens.",
            target.release,
            current,
            version,
        ),
        path=("version",),
        server_message=f"Outdated Config version: {version}\nLatest version: {current}",
        fixes=mending.replace_value(("version",), current, worded("Change to {0}", current)),
    )


def _left_out_endpoints(endpoint: dict[str, Value], environment: Environment) -> Iterator[Finding]:
    listed = environment.value("ENDPOINTS") or ""
    if not listed:
        return
    if endpoint.get("assistants") is True and "azureAssistants" not in listed:
        yield _left_out(
            "azureAssistants",
            (*AZURE_PATH, "assistants"),
            "Azure Assistants are configured, but the endpoint will not be accessible as it's not "
            "included in the ENDPOINTS environment variable.\n      Please add the value "
            '"azureAssistants" to the ENDPOINTS list if expected.',
        )
    if "azureOpenAI" not in [name.strip() for name in listed.split(",")]:
        yield _left_out("azureOpenAI", AZURE_PATH, None)


def _left_out(name: str, path: Path, server_message: str | None) -> Finding:
    return Finding(
        code=Code.LEFT_OUT_ENDPOINT,
        origin=Origin.STARTUP if server_message else Origin.ENVIRONMENT,
        severity=Severity.WARNING,
        message=worded(
            "The variable ENDPOINTS does not list {0}, so people will not see it. Add "
            "{0} to ENDPOINTS, or remove that variable.",
            name,
        ),
        path=path,
        spot=Spot.KEY,
        server_message=server_message,
    )
