"""What LibreChat's schema says about the sections and endpoints other than Azure's.

The verdict is LibreChat's, save for what makes the schema check itself break off: addresses of
`mcpServers` that are none are judged with the checks at start.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.core.environment import Environment
from editor.core.outline import value_at
from editor.core.schema.field import Target
from editor.core.schema.shipped import definitions_of, schema_at
from editor.core.validation.codes import Code
from editor.core.validation.explaining import explained
from editor.core.validation.faults import Checker, Fault
from editor.core.validation.mcp_addresses import SERVERS, filled_in
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.validation.startup_group import reason
from editor.core.wording import sentences
from editor.core.yaml.values import Path, Value


def section_issues(value: Value, path: Path, target: Target, memory: Memory) -> tuple[Finding, ...]:
    """Return the schema's issues with the value at a path such as `("interface",)`."""
    return memory.recall(_judged, value, path, target)


def server_issues(value: Value, target: Target, environment: Environment) -> tuple[Finding, ...]:
    """Return the schema's issues with `mcpServers`, whose addresses it judges when filled in."""
    found = _judged(filled_in(value, target, environment), SERVERS, target)
    return tuple(_about_variables(found, value, target, environment))


def _about_variables(
    found: Iterable[Finding], servers: Value, target: Target, environment: Environment
) -> Iterator[Finding]:
    """Yield findings, with what variables have to do with them."""
    for finding in found:
        written = value_at(servers, finding.path[len(SERVERS) :])
        if target is not Target.V0_8 or not isinstance(written, str) or "${" not in written:
            yield finding
            continue
        unresolved = environment.unresolved(written, target)
        hint = reason(unresolved[0]) if unresolved else "What counts is the variable's value."
        is_text = finding.code != Code.WRONG_TYPE
        message = sentences(finding.message, hint) if is_text else hint
        yield replace(finding, message=message, server_message=None, fixes=())


def _judged(value: Value, path: Path, target: Target) -> tuple[Finding, ...]:
    faults = Checker(definitions_of(target)).faults(value, schema_at(target, path))
    return tuple(explained(_under(fault, path)) for fault in faults)


def _under(fault: Fault, path: Path) -> Fault:
    for key in reversed(path):
        fault = fault.under(key)
    return fault
