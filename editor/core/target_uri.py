"""What to set in a group so that LibreChat calls an address that was copied from Azure.

People have one of these: the target URI of a deployment, the endpoint of a resource, an address of
their gateway, or the page of the portal that they look at. Each becomes the settings of a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from editor.core.validation import base_url, urls

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENAI_HOST = re.compile(r"(?P<instance>[a-z0-9-]+)\.openai\.azure\.com")
_AZURE_HOST = re.compile(r"(?P<instance>[a-z0-9-]+)\.(?:[a-z0-9-]+\.)*azure\.(?:com|us|cn)")
_SERVERLESS_HOST = re.compile(r".*\.(?:models|inference)\.(?:ai|ml)\.azure\.com")
_PORTAL_HOST = re.compile(r"(?:portal|ai|oai)\.azure\.com")
_ACCOUNT = re.compile(r"/accounts/(?P<instance>[A-Za-z0-9-]+)(?:/deployments/(?P<name>[^/?&#]+))?")
_SCHEMELESS = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.azure\.(?:com|us|cn)(?:[/?#].*)?")
_OPERATION = re.compile(
    r"/(?P<name>chat/completions|completions|responses|embeddings|images/(?:generations|edits)"
    r"|audio/(?:speech|transcriptions|translations)|models)/?$"
)
_DEPLOYMENT = re.compile(r"(?P<front>.*?)/openai/deployments/(?P<name>[^/]+)(?:/.*)?")
_CLOUDFLARE = re.compile(r"(?P<base>.*/azure-openai/(?P<instance>[^/]+)/(?P<name>[^/]+))(?:/.*)?")
_NAMED_BASE = re.compile(r".*/(?:openai/deployments|azure-openai/[^/]+)/(?P<name>[^/]+)")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")
_V1 = re.compile(r"(?P<base>.*/openai/v1)(?:/.*)?")
_MODELS = re.compile(r"(?P<base>/models)(?:/.*)?")

_MODELS_VERSION = "2024-05-01-preview"
"""The usual API version of the Foundry model inference route, which needs one."""


class Surface(StrEnum):
    """What answers at an address; each needs other settings."""

    RESOURCE = "resource"
    DOMAIN = "domain"
    V1 = "v1"
    MODELS = "models"
    SERVERLESS = "serverless"
    CLOUDFLARE = "cloudflare"
    GATEWAY = "gateway"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetUri:
    """An address, as the settings of a group; "" stands for a setting that it does not give.

    `operation` is what the address is for, such as `chat/completions`, "" for an endpoint alone.
    `host` is in lower case.
    """

    surface: Surface
    host: str
    instance: str = ""
    deployment: str = ""
    version: str = ""
    base_url: str = ""
    is_serverless: bool = False
    operation: str = ""

    @property
    def name(self) -> str:
        """What a group for the address is called: its resource, else the start of its host."""
        found = _CLOUDFLARE.fullmatch(self.base_url)
        if found is not None:
            return found["instance"]
        return self.instance or (self.host if _is_number(self.host) else self.host.split(".")[0])

    @property
    def model(self) -> str:
        """The deployment that a serverless group's base URL leads to, "" where none is named."""
        found = _NAMED_BASE.fullmatch(self.base_url) if self.is_serverless else None
        return unquote(found["name"]) if found is not None else ""

    @property
    def settings(self) -> dict[str, str | bool]:
        """The keys of a group with their values, in the order in which they are written."""
        found: dict[str, str | bool] = {
            "instanceName": self.instance,
            "baseURL": self.base_url,
            "serverless": self.is_serverless,
            "deploymentName": self.deployment,
            "version": self.version,
        }
        return {key: value for key, value in found.items() if value}


def read(text: str) -> TargetUri | None:
    """Return what an address means for a group; None for a text that is no address."""
    address = text.strip().strip("<>\"'").strip()
    if _SCHEMELESS.fullmatch(address):
        address = f"https://{address}"
    origin, path, query = base_url.split(address)
    url = urls.parsed(address)
    if not origin or url is None or not url.host or url.scheme not in {"http", "https"}:
        return None
    if _PORTAL_HOST.fullmatch(url.host):
        return _of_portal(address)
    operation = _OPERATION.search(path)
    place = _Place(
        origin=origin,
        host=url.host,
        path=path.rstrip("/"),
        version=base_url.version_in(query),
        operation=operation["name"] if operation else "",
    )
    return next(place.readings())


def _is_number(host: str) -> bool:
    """Say whether a host is told by its IP address."""
    return host.replace(".", "").isdigit() or host.startswith("[")


def _instance(host: str, front: str) -> str:
    """Return what stands for the resource: the host's name, without one the end of the path."""
    if not _is_number(host):
        return host.partition(".")[0]
    folder = front.rpartition("/")[2]
    return folder if _NAME.fullmatch(folder) else _NO_NAME.sub("-", host).strip("-")


def _of_portal(address: str) -> TargetUri | None:
    """Read the resource, and perhaps the deployment, from the address of a portal's page."""
    found = _ACCOUNT.search(unquote(unquote(address)))
    if found is None:
        return None
    instance = found["instance"].lower()
    return TargetUri(
        surface=Surface.RESOURCE,
        host=f"{instance}.openai.azure.com",
        instance=instance,
        deployment=found["name"] or "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An address in parts: `origin` is as it was written, `path` has no slash at its end."""

    origin: str
    host: str
    path: str
    version: str
    operation: str

    def readings(self) -> Iterator[TargetUri]:
        """Yield what the address can mean, the likeliest first; at least one."""
        yield from self._deployment()
        yield from self._cloudflare()
        for pattern, surface in ((_V1, Surface.V1), (_MODELS, Surface.MODELS)):
            found = pattern.fullmatch(self.path)
            if found:
                yield self._serverless(surface, found["base"])
        yield from self._endpoint()
        surface = Surface.GATEWAY
        if _SERVERLESS_HOST.fullmatch(self.host):
            surface = Surface.SERVERLESS
        yield self._serverless(surface, _OPERATION.sub("", self.path))

    def _deployment(self) -> Iterator[TargetUri]:
        found = _DEPLOYMENT.fullmatch(self.path)
        if found is None or "${" in found["name"]:
            return
        name = unquote(found["name"])
        own = _OPENAI_HOST.fullmatch(self.host)
        if own and not found["front"]:
            yield self._read(Surface.RESOURCE, instance=own["instance"], deployment=name)
            return
        base = f"{self.origin}{found['front']}/openai/deployments/"
        if not base_url.is_sound(f"{base}{name}", name):
            # LibreChat would cut the base URL at the wrong place; a serverless group never cuts.
            yield self._serverless(self._surface(), f"{found['front']}/openai/deployments/{name}")
            return
        yield self._read(
            self._surface(),
            instance=_instance(self.host, found["front"]),
            deployment=name,
            base_url=f"{base}${{DEPLOYMENT_NAME}}",
        )

    def _surface(self) -> Surface:
        return Surface.DOMAIN if base_url.is_azure(self.host) else Surface.GATEWAY

    def _cloudflare(self) -> Iterator[TargetUri]:
        found = _CLOUDFLARE.fullmatch(self.path)
        if found and "${" not in found["base"]:
            # With a base URL, LibreChat 0.8 inserts /deployments/NAME, which the gateway lacks.
            yield self._serverless(Surface.CLOUDFLARE, found["base"])

    def _endpoint(self) -> Iterator[TargetUri]:
        """Read the address of a whole resource, which names no deployment."""
        found = _AZURE_HOST.fullmatch(self.host)
        if found is None or _SERVERLESS_HOST.fullmatch(self.host):
            return
        if self.host.endswith(".services.ai.azure.com"):
            yield self._serverless(Surface.V1, "/openai/v1")
        elif _OPENAI_HOST.fullmatch(self.host):
            yield self._read(Surface.RESOURCE, instance=found["instance"])
        else:
            base = f"{self.origin}/openai/deployments/${{DEPLOYMENT_NAME}}"
            yield self._read(Surface.DOMAIN, instance=found["instance"], base_url=base)

    def _serverless(self, surface: Surface, path: str) -> TargetUri:
        version = self.version
        if surface is Surface.MODELS:
            version = version or _MODELS_VERSION
        elif surface is Surface.V1:
            version = version if version == "preview" else ""
        return TargetUri(
            surface=surface,
            host=self.host,
            version=version,
            base_url=f"{self.origin}{path}",
            is_serverless=True,
            operation=self.operation,
        )

    def _read(
        self, surface: Surface, *, instance: str, deployment: str = "", base_url: str = ""
    ) -> TargetUri:
        return TargetUri(
            surface=surface,
            host=self.host,
            instance=instance,
            deployment=deployment,
            version=self.version,
            base_url=base_url,
            operation=self.operation,
        )
