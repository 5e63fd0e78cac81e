"""What is wrong with the variables of the image tools; LibreChat itself says none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.dotenv.operations import SetVariable
from editor.core.image_settings import NAMES, OPERATION, Names, is_azure
from editor.core.image_variables import VARIABLES, ImageVariable, Tool
from editor.core.secret import Secret
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Fix, Origin, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.schema.field import Target

_AZURE = re.compile(
    r"https?://[^/?#]*\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.com(?=[/:?#]|$)",
    re.IGNORECASE,
)
_AT_DEPLOYMENT = re.compile(r"/openai/(?:deployments/[^/?#]+|v1)/?\Z")


def image_findings(environment: Environment, target: Target) -> tuple[Finding, ...]:
    """Return the findings about variables that are set."""
    known = [row for row in VARIABLES if environment.is_set(row.name)]
    living = [row for row in known if row.is_known_in(target)]
    tools = [tool for tool in NAMES if any(tool in row.tools for row in living)]
    return (
        *(_dead(row, target) for row in known if row not in living),
        *(_unfilled(row) for row in living if "${" in (environment.value(row.name) or "")),
        *(found for tool in tools for found in _of_tool(tool, NAMES[tool], environment)),
    )


def _of_tool(tool: Tool, names: Names, environment: Environment) -> Iterator[Finding]:
    base = environment.value(names.base_url) or ""
    if not is_azure(tool, environment):
        yield from _incomplete(tool, names, environment)
        return
    own, *others = names.keys
    for name in others:
        if environment.is_set(name) and not environment.is_set(own):
            message = f"{tool} asks Azure, which gets the key of {own} only; without it LibreChat "
            message += f"sends “undefined” as the key. Set {own}; {name} is not used."
            yield _warning(Code.UNSENT_IMAGE_KEY, name, message)
    if base.rstrip("/").endswith(OPERATION):
        message = f"LibreChat appends {OPERATION} to {names.base_url}, which ends with it already. "
        message += "End it at the deployment’s name."
        fixes = _shortened(names.base_url, base, environment)
        yield _warning(Code.IMAGE_ADDRESS, names.base_url, message, fixes)
    elif _AZURE.match(base) and not _AT_DEPLOYMENT.search(base):
        message = f"{names.base_url} must end with /openai/deployments/ and the deployment’s name; "
        message += f"LibreChat appends {OPERATION} to it as it stands."
        yield _warning(Code.IMAGE_ADDRESS, names.base_url, message)


def _incomplete(tool: Tool, names: Names, environment: Environment) -> Iterator[Finding]:
    """Yield a finding where one of base URL and API version is set without the other."""
    base = environment.value(names.base_url) or ""
    if environment.is_set(names.version):
        message = f"{names.version} counts only beside {names.base_url}; without it {tool} asks "
        message += "OpenAI. Set both."
        yield _warning(Code.INCOMPLETE_IMAGES, names.version, message)
    elif base and tool is Tool.DALLE_3:
        message = f"{names.base_url} counts only beside {names.version}; without it {tool} asks "
        message += "OpenAI. Set both."
        yield _warning(Code.INCOMPLETE_IMAGES, names.base_url, message)
    elif _AZURE.match(base) and "/openai/v1" not in base:
        message = f"{names.base_url} leads to Azure, but without {names.version} LibreChat asks it "
        message += "as it asks OpenAI. Set both."
        yield _warning(Code.INCOMPLETE_IMAGES, names.base_url, message)


def _shortened(name: str, base: str, environment: Environment) -> tuple[Fix, ...]:
    """Offer the base URL without the operation, where the `.env` text has it."""
    if environment.variables.get(name) != base:
        return ()
    value = base.rstrip("/").removesuffix(OPERATION)
    operation = SetVariable(name, Secret(value))
    return (Fix(id="shorten", title=f"Remove {OPERATION}", operations=(), env=(operation,)),)


def _dead(row: ImageVariable, target: Target) -> Finding:
    until = "" if row.until is None else f" after release {row.until}"
    since = "" if row.until is not None else f" before release {row.since}"
    message = (
        f"Nothing in LibreChat {target.release} reads {row.name}: no release does{until}{since}"
    )
    return _warning(Code.DEAD_VARIABLE, row.name, f"{message}. Remove it.")


def _unfilled(row: ImageVariable) -> Finding:
    message = (
        f"LibreChat fills in no variables in {row.name} and uses the text as it stands. Write "
    )
    message += "the value itself."
    return _warning(Code.UNFILLED_REFERENCE, row.name, message)


def _warning(code: Code, variable: str, message: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ENVIRONMENT,
        severity=Severity.WARNING,
        message=message,
        path=(),
        variable=variable,
        fixes=fixes,
    )
