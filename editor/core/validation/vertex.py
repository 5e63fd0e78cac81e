"""Which references of `endpoints.anthropic.vertex` stop LibreChat 0.8's start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.environment import is_reference
from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.javascript import members
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.startup_group import reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.yaml.values import Path, Value

_PATH: Path = ("endpoints", "anthropic", "vertex")
_RESOLVED = ("projectId", "region", "serviceKeyFile", "deploymentName")


def unresolved_vertex(config: Value, target: Target, environment: Environment) -> Iterator[Finding]:
    """Yield a finding for each setting that stays a reference, in LibreChat's order.

    LibreChat stops with “Invalid Vertex AI configuration:” and these texts, one a line.
    """
    value = config
    for key in _PATH:
        value = (members(value) or {}).get(str(key))
    vertex = members(value)
    if vertex is None or vertex.get("enabled") is False or target is not Target.V0_8:
        return
    for key in _RESOLVED:
        text = vertex.get(key)
        if isinstance(text, str) and is_reference(environment.resolve(text, target)):
            yield _missing(key, text, target, environment)


def _missing(key: str, text: str, target: Target, environment: Environment) -> Finding:
    unresolved = environment.unresolved(text, target)
    message = "The value of this variable is itself a reference. Give the variable its final value."
    return Finding(
        code=Code.MISSING_VARIABLE,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message=reason(unresolved[0]) if unresolved else message,
        path=(*_PATH, key),
        server_message=f'Vertex AI {key} environment variable "{text}" was not found.',
    )
