"""What is to be said about variables from the time before groups, and about those like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.dotenv.operations import CommentOutVariable, RemoveVariable
from editor.core.legacy import PLACEHOLDERS, LegacyVariable, legacy_variables
from editor.core.legacy.effects import COMMENT_OUT, COMMENT_OUT_OR_ADDRESS, REMOVE
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Fix, Origin, Spot
from editor.core.wording import joined, sentences, worded

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
        is_in_file = variable.key in environment.variables
        yield _finding(variable, _fixes(variable) if is_in_file else ())


def _fixes(variable: LegacyVariable) -> tuple[Fix, ...]:
    """Offer what the remedy says, where that takes no more than the `.env` text."""
    name = variable.key
    if variable.remedy in {COMMENT_OUT, COMMENT_OUT_OR_ADDRESS}:
        title = worded("Comment {0} out", name)
        return (Fix(id="comment-out", title=title, operations=(), env=(CommentOutVariable(name),)),)
    if variable.remedy == REMOVE:
        title = worded("Remove {0} from the .env file", name)
        return (Fix(id="remove-variable", title=title, operations=(), env=(RemoveVariable(name),)),)
    return ()


def _finding(variable: LegacyVariable, fixes: tuple[Fix, ...]) -> Finding:
    is_placeholder = variable.key in PLACEHOLDERS
    return Finding(
        code=Code.PLACEHOLDER_VARIABLE if is_placeholder else Code.LEGACY_VARIABLE,
        origin=Origin.ENVIRONMENT,
        severity=variable.severity,
        message=joined(": ", (variable.key, sentences(variable.effect, variable.remedy))),
        path=AZURE_PATH,
        spot=Spot.KEY,
        server_message=variable.server_message if variable.is_warned else None,
        variable=variable.key,
        fixes=fixes,
    )
