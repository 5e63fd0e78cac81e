"""What is to be said about variables from the time before groups, and about those like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.legacy import PLACEHOLDERS, LegacyVariable, legacy_variables
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Origin, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.validation.memory import Memory
    from editor.core.yaml.values import Value


def legacy_findings(
    config: Value, target: Target, memory: Memory, environment: Environment
) -> Iterator[Finding]:
    """Yield what LibreChat warns of, in its order, then what it does not warn of."""
    for variable in legacy_variables(config, environment, target, memory):
        yield _finding(variable)


def _finding(variable: LegacyVariable) -> Finding:
    is_placeholder = variable.key in PLACEHOLDERS
    return Finding(
        code=Code.PLACEHOLDER_VARIABLE if is_placeholder else Code.LEGACY_VARIABLE,
        origin=Origin.ENVIRONMENT,
        severity=variable.severity,
        message=f"{variable.key}: {variable.effect} {variable.remedy}",
        path=AZURE_PATH,
        spot=Spot.KEY,
        server_message=variable.server_message,
        variable=variable.key,
    )
