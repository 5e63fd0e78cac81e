"""What LibreChat's schema says about the sections and endpoints other than Azure's.

The verdict is LibreChat's, save what depends on the environment: URLs of `mcpServers` that hold a
reference, or that are none, are judged with the checks at start.
"""

from editor.core.schema.field import Target
from editor.core.schema.shipped import definitions_of, schema_at
from editor.core.validation.explaining import explained
from editor.core.validation.faults import Checker, Fault
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.yaml.values import Path, Value


def section_issues(value: Value, path: Path, target: Target, memory: Memory) -> tuple[Finding, ...]:
    """Return the schema's issues with the value at a path such as `("interface",)`."""
    return memory.recall(_judged, value, path, target)


def _judged(value: Value, path: Path, target: Target) -> tuple[Finding, ...]:
    faults = Checker(definitions_of(target)).faults(value, schema_at(target, path))
    return tuple(explained(_under(fault, path)) for fault in faults)


def _under(fault: Fault, path: Path) -> Fault:
    for key in reversed(path):
        fault = fault.under(key)
    return fault
