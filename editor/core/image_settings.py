"""Which variables steer LibreChat's image tools, which of them count, and what a tool then asks.

LibreChat 0.8.8 and 0.7.7. A tool talks to Azure where its base URL and its API version are both
set, else to OpenAI or a proxy of it. References in these variables are not filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from editor.core.image_variables import OPENAI, VARIABLES, ImageVariable, Tool

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.environment import Environment
    from editor.core.schema.field import Target

OPERATION = "/images/generations"
"""What LibreChat appends to a base URL."""
_KEPT_WORD = re.compile(r"/(?:azure-openai|openai|replicate)(?=/|$)")
_UNDEFINED = "undefined"


class Effect(StrEnum):
    """What becomes of a variable.

    UNSET: it is missing or empty. DEAD: nothing in the target reads it. IGNORED: it is read, but
    another variable is missing, or wins.
    """

    UNSET = "unset"
    ACTIVE = "active"
    IGNORED = "ignored"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """What an image tool asks first, with the environment that it has.

    `error` is LibreChat's message where the tool cannot start; then there is no url. `headers` are
    in the clear, their names in lower case; `secrets` are the texts in them to mask. `active` are
    the variables that take effect.
    """

    tool: Tool
    is_azure: bool
    active: tuple[str, ...]
    url: str | None
    error: str | None = None
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    body: Mapping[str, object] = field(default_factory=dict[str, object])
    secrets: tuple[str, ...] = field(default=(), repr=False)


class Names(NamedTuple):
    """What the variables of a tool are called; `keys` in the order in which they are looked at."""

    keys: tuple[str, ...]
    base_url: str
    version: str
    proxy: str | None
    model: str | None


NAMES: Mapping[Tool, Names] = {
    Tool.DALLE_3: Names(
        ("DALLE3_API_KEY", "DALLE_API_KEY"),
        "DALLE3_BASEURL",
        "DALLE3_AZURE_API_VERSION",
        "DALLE_REVERSE_PROXY",
        None,
    ),
    Tool.GPT_IMAGE: Names(
        ("IMAGE_GEN_OAI_API_KEY",),
        "IMAGE_GEN_OAI_BASEURL",
        "IMAGE_GEN_OAI_AZURE_API_VERSION",
        None,
        "IMAGE_GEN_OAI_MODEL",
    ),
}
"""The tools that releases of the targets have, with their variables."""


def resolve(environment: Environment, target: Target) -> tuple[ImageRequest, ...]:
    """Return what each tool of the target asks that has a variable of its own or a key."""
    return tuple(
        _request(tool, environment)
        for tool in NAMES
        if any(
            tool in row.tools and row.is_known_in(target) and environment.is_set(row.name)
            for row in VARIABLES
        )
    )


def effects(environment: Environment, target: Target) -> dict[str, Effect]:
    """Return what becomes of each variable, in the order of the table."""
    active = {name for request in resolve(environment, target) for name in request.active}
    return {row.name: _effect(row, active, environment, target) for row in VARIABLES}


def _effect(
    row: ImageVariable, active: set[str], environment: Environment, target: Target
) -> Effect:
    if not environment.is_set(row.name):
        return Effect.UNSET
    if not row.is_known_in(target):
        return Effect.DEAD
    return Effect.ACTIVE if row.name in active else Effect.IGNORED


def is_azure(tool: Tool, environment: Environment) -> bool:
    """Say whether a tool asks Azure."""
    return environment.is_set(NAMES[tool].base_url) and environment.is_set(NAMES[tool].version)


def _request(tool: Tool, environment: Environment) -> ImageRequest:
    names = NAMES[tool]
    azure = is_azure(tool, environment)
    base_name = names.base_url if azure or tool is Tool.GPT_IMAGE else names.proxy
    others = (base_name, names.version if azure else None, names.model, _instructions(tool))
    present = next((name for name in names.keys if environment.is_set(name)), None)
    if present is None:
        error = f"Missing {names.keys[-1]} environment variable."
        return ImageRequest(tool, azure, (), None, error)
    # In Azure mode LibreChat sends the tool's own key only, though any key lets the tool start.
    key_name = names.keys[0] if azure else present
    key = environment.value(key_name) or _UNDEFINED
    base = (environment.value(base_name) if base_name else None) or OPENAI
    base, query = (base, _query(names, environment)) if azure else (_reduced(base), "")
    return ImageRequest(
        tool,
        azure,
        tuple(name for name in (key_name, *others) if name and environment.is_set(name)),
        f"{base.removesuffix('/')}{OPERATION}{query}",
        headers=_headers(key, is_azure=azure),
        body=_body(tool, environment),
        secrets=() if key == _UNDEFINED else (key,),
    )


def _instructions(tool: Tool) -> str | None:
    return "DALLE3_SYSTEM_PROMPT" if tool is Tool.DALLE_3 else None


def _query(names: Names, environment: Environment) -> str:
    return f"?api-version={environment.value(names.version)}"


def _headers(key: str, *, is_azure: bool) -> dict[str, str]:
    headers = {"content-type": "application/json", "authorization": f"Bearer {key}"}
    return {"api-key": key, **headers} if is_azure else headers


def _body(tool: Tool, environment: Environment) -> dict[str, object]:
    """Return the body for a prompt of one word; the model chooses quality, style and size."""
    if tool is Tool.GPT_IMAGE:
        model = environment.value("IMAGE_GEN_OAI_MODEL") or "gpt-image-1"
        return {"model": model, "prompt": "Hi", "n": 1}
    look = {"quality": "standard", "style": "vivid", "size": "1024x1024"}
    return {"model": "dall-e-3", "prompt": "Hi", "n": 1, **look}


def _reduced(url: str) -> str:
    """Return a base URL as LibreChat reduces it: up to `/v1`, or a known word right behind it."""
    before, found, after = url.partition("/v1")
    if not found:
        return url
    word = _KEPT_WORD.match(after)
    return before + found + (word[0] if word else "")
