"""LibreChat's verdict on a config, as far as values alone can tell: the front door."""

from dataclasses import replace
from itertools import chain

from editor.core.schema.field import Level, Target
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.config import schema_issues
from editor.core.validation.groups import broken_rules, group_verdicts
from editor.core.validation.javascript import members
from editor.core.validation.keys import ignored_keys
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.yaml.values import Value


def findings_in(config: Value, target: Target, memory: Memory) -> tuple[Finding, ...]:
    """Return what the schema, the group rules and the unread keys give, in LibreChat's order.

    The first schema issue or, with none, the first broken group rule is marked as reported:
    LibreChat judges groups only when the schema has passed.
    """
    verdicts = group_verdicts(config, target, memory)
    unclean = [verdict for verdict in verdicts if not verdict.is_clean]
    refusals = [*schema_issues(config, target, unclean), *broken_rules(verdicts, memory)]
    if refusals:
        refusals[0] = replace(refusals[0], reported=True)
    ignored = chain.from_iterable(verdict.ignored for verdict in unclean)
    return (*refusals, *_ignored_endpoint_keys(config, target), *ignored)


def _ignored_endpoint_keys(config: Value, target: Target) -> tuple[Finding, ...]:
    value = config
    for key in AZURE_PATH:
        value = (members(value) or {}).get(str(key))
    if not isinstance(value, dict):
        return ()
    return tuple(ignored_keys(value, Level.ENDPOINT, target, AZURE_PATH))
