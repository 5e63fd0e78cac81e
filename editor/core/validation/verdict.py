"""LibreChat's verdict on a config in its environment, and our advice: the front door."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from editor.core.environment import Environment
from editor.core.schema.field import Level, Target
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.config import schema_issues
from editor.core.validation.endpoint_advice import endpoint_advice
from editor.core.validation.group import ignored_in_models
from editor.core.validation.group_advice import group_advice
from editor.core.validation.groups import (
    accepted_models,
    broken_rules,
    group_values,
    group_verdicts,
)
from editor.core.validation.javascript import members
from editor.core.validation.keys import ignored_keys
from editor.core.validation.mcp_addresses import SERVERS, invalid_addresses
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.validation.startup import (
    endpoint_of,
    placed_in_group,
    startup_errors,
    startup_remarks,
)
from editor.core.validation.variables import legacy_findings
from editor.core.yaml.values import Value

_NO_ENVIRONMENT = Environment({})


def findings_in(
    config: Value, target: Target, memory: Memory, environment: Environment = _NO_ENVIRONMENT
) -> tuple[Finding, ...]:
    """Return all that is to be said about a config: first what LibreChat objects to, in its order.

    The first objection is marked as the reported one: LibreChat goes on from its schema to the
    group rules, and from those to resolving the models, only when nothing was found.
    """
    verdicts = group_verdicts(config, target, memory)
    unclean = [verdict for verdict in verdicts if not verdict.is_clean]
    refusals = [
        *memory.recall(invalid_addresses, _servers(config), target, environment),
        *schema_issues(config, target, unclean, memory, environment),
        *broken_rules(verdicts, memory),
        *startup_errors(config, target, memory, environment),
    ]
    if refusals:
        refusals[0] = memory.recall(_as_reported, refusals[0])
    ignored = chain(
        chain.from_iterable(verdict.ignored for verdict in unclean),
        _ignored_in_models(config, target, memory),
    )
    advice = _advice(config, target, memory, environment)
    remarks = startup_remarks(config, target, environment)
    legacy = legacy_findings(config, target, memory, environment)
    return (*refusals, *remarks, *legacy, *advice, *ignored)


def _ignored_in_models(config: Value, target: Target, memory: Memory) -> Iterator[Finding]:
    models = [(members(value) or {}).get("models") for value in group_values(config)]
    found = memory.recall_each(ignored_in_models, models, target)
    for index, findings in enumerate(found):
        if findings:
            yield from memory.recall(placed_in_group, findings, index)


def _as_reported(finding: Finding) -> Finding:
    return replace(finding, reported=True)


def _servers(config: Value) -> Value:
    return (members(config) or {}).get(str(SERVERS[0]))


def _advice(
    config: Value, target: Target, memory: Memory, environment: Environment
) -> Iterator[Finding]:
    endpoint = endpoint_of(config)
    if not endpoint:
        return
    yield from ignored_keys(endpoint, Level.ENDPOINT, target, AZURE_PATH)
    models = accepted_models(config, memory)
    yield from endpoint_advice(config, endpoint, models, target, environment)
    advised = memory.recall_each_in(environment, group_advice, group_values(config), target)
    for index, findings in enumerate(advised):
        if findings:
            yield from memory.recall(placed_in_group, findings, index)
