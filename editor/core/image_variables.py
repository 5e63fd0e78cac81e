"""The variables of LibreChat's image tools: what each is for, and which releases read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.core.schema.field import is_between
from editor.core.wording import sentences

if TYPE_CHECKING:
    from editor.core.schema.field import Target

OPENAI = "https://api.openai.com/v1"
"""Whom a tool asks that has no base URL."""


class Tool(StrEnum):
    """An image tool of LibreChat's."""

    DALLE_3 = "dall-e-3"
    DALLE_2 = "dall-e-2"
    GPT_IMAGE = "gpt-image"


@dataclass(frozen=True, slots=True)
class ImageVariable:
    """One variable of the `.env` text; `tools` read it.

    `default` is what a missing one means. `since` and `until` are the first and the last release
    with a tool that reads it.
    """

    name: str
    tools: tuple[Tool, ...]
    label: str
    help: str
    is_secret: bool = False
    default: str = ""
    example: str = ""
    since: str = "0.7.0"
    until: str | None = None

    def is_known_in(self, target: Target) -> bool:
        """Say whether anything in the target reads it."""
        return is_between(target, self.since, self.until)


_VERSION_HELP = (
    "Together with the base URL it makes LibreChat ask Azure; one without the other is ignored."
)
_BASE_HELP = (
    "Up to and including /openai/deployments/ and the deployment’s name; LibreChat appends "
    "/images/generations."
)
_DALLE_3, _DALLE_2, _GPT = (Tool.DALLE_3,), (Tool.DALLE_2,), (Tool.GPT_IMAGE,)
_BASE_EXAMPLE = "https://contoso.openai.azure.com/openai/deployments/"
_LAST_WITH_DALLE_2 = "0.7.5"
_FIRST_WITH_GPT_IMAGE = "0.7.8"

VARIABLES: tuple[ImageVariable, ...] = (
    ImageVariable(
        "DALLE3_API_KEY",
        _DALLE_3,
        "DALL·E 3 key",
        "The key of the resource that has the dall-e-3 deployment. Azure gets this key only, never "
        "DALLE_API_KEY.",
        is_secret=True,
    ),
    ImageVariable(
        "DALLE3_BASEURL",
        _DALLE_3,
        "DALL·E 3 base URL",
        sentences(
            _BASE_HELP,
            "Azure offered dall-e-3 in Sweden Central; a prompt has at most 4,000 characters.",
        ),
        example=f"{_BASE_EXAMPLE}dall-e-3",
    ),
    ImageVariable(
        "DALLE3_AZURE_API_VERSION",
        _DALLE_3,
        "DALL·E 3 API version",
        _VERSION_HELP,
        example="2024-02-01",
    ),
    ImageVariable(
        "DALLE3_SYSTEM_PROMPT",
        _DALLE_3,
        "DALL·E 3 instructions",
        "Replaces what LibreChat tells the model about the tool.",
    ),
    ImageVariable(
        "DALLE_API_KEY",
        (Tool.DALLE_3, Tool.DALLE_2),
        "DALL·E key",
        "OpenAI’s key for DALL·E, where the tool has none of its own.",
        is_secret=True,
    ),
    ImageVariable(
        "DALLE_REVERSE_PROXY",
        (Tool.DALLE_3, Tool.DALLE_2),
        "DALL·E proxy",
        "Is asked instead of OpenAI; ignored where DALL·E 3 asks Azure. What follows /v1 is cut "
        "off.",
        default=OPENAI,
        example="https://proxy.example.com/v1",
    ),
    ImageVariable(
        "IMAGE_GEN_OAI_API_KEY",
        _GPT,
        "GPT image key",
        "The key for OpenAI, or of the resource that has the image model’s deployment.",
        is_secret=True,
        since=_FIRST_WITH_GPT_IMAGE,
    ),
    ImageVariable(
        "IMAGE_GEN_OAI_BASEURL",
        _GPT,
        "GPT image base URL",
        sentences(
            _BASE_HELP,
            "Without an API version it is a base URL like OpenAI’s, and what follows /v1 is cut "
            "off.",
        ),
        default=OPENAI,
        example=f"{_BASE_EXAMPLE}gpt-image-1",
        since=_FIRST_WITH_GPT_IMAGE,
    ),
    ImageVariable(
        "IMAGE_GEN_OAI_AZURE_API_VERSION",
        _GPT,
        "GPT image API version",
        _VERSION_HELP,
        example="2025-04-01-preview",
        since=_FIRST_WITH_GPT_IMAGE,
    ),
    ImageVariable(
        "IMAGE_GEN_OAI_MODEL",
        _GPT,
        "GPT image model",
        "The model’s name in the request.",
        default="gpt-image-1",
        since=_FIRST_WITH_GPT_IMAGE,
    ),
    ImageVariable(
        "DALLE2_API_KEY",
        _DALLE_2,
        "DALL·E 2 key",
        "The key of the resource that had the dall-e-2 deployment.",
        is_secret=True,
        until=_LAST_WITH_DALLE_2,
    ),
    ImageVariable(
        "DALLE2_BASEURL",
        _DALLE_2,
        "DALL·E 2 base URL",
        sentences(
            _BASE_HELP,
            "Azure offered dall-e-2 in East US; a prompt had at most 1,000 characters.",
        ),
        example=f"{_BASE_EXAMPLE}dall-e-2",
        until=_LAST_WITH_DALLE_2,
    ),
    ImageVariable(
        "DALLE2_AZURE_API_VERSION",
        _DALLE_2,
        "DALL·E 2 API version",
        _VERSION_HELP,
        until=_LAST_WITH_DALLE_2,
    ),
    ImageVariable(
        "DALLE2_SYSTEM_PROMPT",
        _DALLE_2,
        "DALL·E 2 instructions",
        "Replaced what LibreChat told the model about the tool.",
        until=_LAST_WITH_DALLE_2,
    ),
)
"""All variables in the order in which a form shows them."""
