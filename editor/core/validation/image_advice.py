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
from editor.core.wording import worded

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
            message = worded(
                "{0} asks Azure, which gets the key of {1} only; without it LibreChat "
                "sends “undefined” as the key. Set {1}; {2} is not used.",
                tool,
                own,
                name,
            )
            yield _warning(Code.UNSENT_IMAGE_KEY, name, message)
    if base.rstrip("/").endswith(OPERATION):
        message = worded(
            "LibreChat appends {0} to {1}, which ends with it already. "
            "End it at the deployment’s name.",
            OPERATION,
            names.base_url,
        )
        fixes = _shortened(names.base_url, base, environment)
        yield _warning(Code.IMAGE_ADDRESS, names.base_url, message, fixes)
    elif _AZURE.match(base) and not _AT_DEPLOYMENT.search(base):
        message = worded(
            "{0} must end with /openai/deployments/ and the deployment’s name; "
            "LibreChat appends {1} to it as it stands.",
            names.base_url,
            OPERATION,
        )
        yield _warning(Code.IMAGE_ADDRESS, names.base_url, message)


def _incomplete(tool: Tool, names: Names, environment: Environment) -> Iterator[Finding]:
    """Yield a finding where one of base URL and API version is set without the other."""
    base = environment.value(names.base_url) or ""
    if environment.is_set(names.version):
        message = worded(
            "{0} counts only beside {1}; without it {2} asks OpenAI. Set both.",
            names.version,
            names.base_url,
            tool,
        )
        yield _warning(Code.INCOMPLETE_IMAGES, names.version, message)
    elif base and tool is Tool.DALLE_3:
        message = worded(
            "{0} counts only beside {1}; without it {2} asks OpenAI. Set both.",
            names.base_url,
            names.version,
            tool,
        )
        yield _warning(Code.INCOMPLETE_IMAGES, names.base_url, message)
    elif _AZURE.match(base) and "/openai/v1" not in base:
        message = worded(
            "{0} leads to Azure, but without {1} LibreChat asks it as it asks OpenAI. Set both.",
            names.base_url,
            names.version,
        )
        yield _warning(Code.INCOMPLETE_IMAGES, names.base_url, message)


def _shortened(name: str, base: str, environment: Environment) -> tuple[Fix, ...]:
    """Offer the base URL without the operation, where the `.env` text has it."""
    if environment.variables.get(name) != base:
        return ()
    value = base.rstrip("/").removesuffix(OPERATION)
    operation = SetVariable(name, Secret(value))
    return (
        Fix(id="shorten", title=worded("Remove {0}", OPERATION), operations=(), env=(operation,)),
    )


def _dead(row: ImageVariable, target: Target) -> Finding:
    sentence = (
        "Nothing in LibreChat {0} reads {1}: no release does before release {2}. Remove it."
        if row.until is None
        else "Nothing in LibreChat {0} reads {1}: no release does after release {2}. Remove it."
    )
    message = worded(sentence, target.release, row.name, row.until or row.since)
    return _warning(Code.DEAD_VARIABLE, row.name, message)


def _unfilled(row: ImageVariable) -> Finding:
    message = worded(
        "LibreChat fills in no variables in {0} and uses the text as it stands. Write "
        "the value itself.",
        row.name,
    )
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
