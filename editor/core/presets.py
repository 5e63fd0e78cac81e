"""What a group can connect to, as data: how its address is asked for, and what is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core import target_uri
from editor.core.target_uri import Surface
from editor.core.validation import base_url

if TYPE_CHECKING:
    from editor.core.target_uri import TargetUri

_NAME = re.compile(r"[A-Za-z0-9-]+")
_DEPLOYMENT_PATH = "/openai/deployments/{0}"
_SUFFIX = "/openai/deployments/${DEPLOYMENT_NAME}"
_OPERATION = "/chat/completions"
_BARE = (Surface.GATEWAY, Surface.DOMAIN, Surface.CLOUDFLARE)
"""What an address is taken for that names no deployment of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One kind of connection.

    `id` is the name of its icon. A bare name that is typed as the address gets `domain` behind it.
    `path` comes behind an address that leads to no deployment, with the deployment for {0}.
    `has_version` says that a group needs an API version; `has_many_models`, that a group can have
    more than one.
    """

    id: str
    title: str
    example: str
    label: str
    placeholder: str
    hint: str
    domain: str = ""
    path: str = ""
    has_version: bool = True
    has_many_models: bool = True


RESOURCE = Preset(
    id="presetAzureOpenAI",
    title="Azure OpenAI resource",
    example="name.openai.azure.com",
    label="Resource name",
    placeholder="contoso-eastus",
    hint="The first part of the endpoint that the Azure portal shows.",
    domain=".openai.azure.com",
)
FOUNDRY = Preset(
    id="presetFoundry",
    title="Foundry or serverless",
    example="services.ai.azure.com",
    label="Resource or endpoint",
    placeholder="contoso-foundry",
    hint="The resource's name, or the whole endpoint. A model is called like its deployment.",
    domain=".services.ai.azure.com",
    has_version=False,
)
API_MANAGEMENT = Preset(
    id="presetApiManagement",
    title="API Management",
    example="name.azure-api.net",
    label="Gateway address",
    placeholder="https://contoso.azure-api.net/ai",
    hint="Up to what stands before /openai. The key is the subscription's.",
    domain=".azure-api.net",
    path=_DEPLOYMENT_PATH,
)
CLOUDFLARE = Preset(
    id="presetCloudflare",
    title="Cloudflare AI Gateway",
    example="gateway.ai.cloudflare.com",
    label="Gateway address",
    placeholder="https://gateway.ai.cloudflare.com/v1/ACCOUNT/GATEWAY/azure-openai/RESOURCE",
    hint="Up to the resource's name. A group reaches one deployment.",
    path="/{0}",
    has_many_models=False,
)
CUSTOM = Preset(
    id="presetCustom",
    title="Custom domain",
    example="any other address",
    label="Address",
    placeholder="https://ai.example.com",
    hint="Up to what stands before /openai; or the whole address of a chat, which is kept.",
    path=_DEPLOYMENT_PATH,
)
PRESETS = (RESOURCE, FOUNDRY, API_MANAGEMENT, CLOUDFLARE, CUSTOM)

_OF_SURFACE = {
    Surface.RESOURCE: RESOURCE,
    Surface.DOMAIN: CUSTOM,
    Surface.V1: FOUNDRY,
    Surface.MODELS: FOUNDRY,
    Surface.SERVERLESS: FOUNDRY,
    Surface.CLOUDFLARE: CLOUDFLARE,
    Surface.GATEWAY: CUSTOM,
}


def read(preset: Preset, typed: str, deployment: str = "", version: str = "") -> TargetUri | None:
    """Return what was typed as the address of a preset; None while it is no address.

    An address that leads to a deployment already, or that is for another kind of connection, is
    taken as it stands.
    """
    text = typed.strip()
    if preset.domain and _NAME.fullmatch(text):
        text += preset.domain
    if text and "://" not in text and not text.startswith("${"):
        text = f"https://{text}"
    found = target_uri.read(text)
    if found is None or not preset.path or not _is_bare(found):
        return found
    if not deployment:
        return None
    origin, path, query = base_url.split(text)
    path = path.rstrip("/").removesuffix("/openai")
    query = query or (f"?api-version={version}" if version else "")
    whole = origin + path + preset.path.format(deployment) + _OPERATION + query
    return target_uri.read(whole)


def _is_bare(found: TargetUri) -> bool:
    return found.surface in _BARE and not (found.deployment or found.operation or found.model)


def preset_of(found: TargetUri) -> Preset:
    """Return the preset for an address."""
    if found.host.endswith(API_MANAGEMENT.domain):
        return API_MANAGEMENT
    return _OF_SURFACE[found.surface]


def address_of(found: TargetUri) -> str:
    """Return what is typed as the address of the preset for an address, to get its settings."""
    if found.surface is Surface.RESOURCE:
        return found.instance
    if found.base_url.endswith(_SUFFIX):
        return found.base_url.removesuffix(_SUFFIX)
    if found.surface is Surface.CLOUDFLARE:
        return found.base_url.rpartition("/")[0]
    return found.base_url + _OPERATION if found.surface is Surface.GATEWAY else found.base_url
