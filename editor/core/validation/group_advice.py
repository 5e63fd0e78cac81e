"""All that LibreChat accepts of one group, but that fails later, is ignored, or is unwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.validation.group_address import address_findings
from editor.core.validation.group_models import model_findings
from editor.core.validation.group_parameters import literal_key, parameter_findings
from editor.core.validation.group_versions import version_findings
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.validation.problem import Finding
    from editor.core.yaml.values import Value


def group_advice(value: Value, target: Target, environment: Environment) -> tuple[Finding, ...]:
    """Return the advice about one entry of `groups`; paths start at the group."""
    group = members(value)
    if group is None:
        return ()
    view = GroupView(group, target, environment)
    return (
        *model_findings(view),
        *literal_key(view),
        *address_findings(view),
        *version_findings(view),
        *parameter_findings(view),
    )
