"""What there is in the simulated Azure: resources, their keys and their deployments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from editor.core.inheritance import resolve
from editor.core.outline import value_at
from editor.system.simulator.requests import Request
from editor.system.simulator.scenarios import HEALTHY, Scenario

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.routing.route import Route

_REASONING = re.compile(r"(?:^|[^a-z0-9])(?:o[1-9]|gpt-[5-9])(?![a-z0-9])(?!.*chat)", re.IGNORECASE)
_IMAGES = re.compile(r"dall-?e|gpt-image", re.IGNORECASE)
_CHAT = re.compile(r"gpt-(?!image)|chat|^o[1-9]|deepseek|mistral|llama", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deployment:
    """A deployment and the model behind it, "" for one that its name tells.

    `keys` are those that its resource takes, none: any; `latency` is in seconds.
    """

    name: str
    model: str = ""
    keys: frozenset[str] = frozenset()
    scenario: Scenario = HEALTHY
    latency: float = 0.2

    @property
    def is_reasoning(self) -> bool:
        """Say whether the model thinks first, and so refuses `max_tokens` and a temperature."""
        return any(_REASONING.search(name) for name in (self.name, self.model))

    @property
    def makes_images(self) -> bool:
        """Say whether the model makes images and cannot chat."""
        return any(_IMAGES.search(name) for name in (self.name, self.model))


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource of Azure, known by the first part of its host name or path."""

    name: str
    deployments: tuple[Deployment, ...]


@dataclass(frozen=True, slots=True)
class Azure:
    """All resources; without any, every deployment that is asked for exists and takes any key.

    An address without a resource's name, or with another, means all of them; where that
    `is_strict`, another name means none.
    """

    resources: tuple[Resource, ...] = field(default=())
    is_strict: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all deployments, each once."""
        return tuple(dict.fromkeys(one.name for one in self.within("")))

    def has(self, resource: str) -> bool:
        """Say whether an address may mean a resource of that name."""
        known = {one.name.casefold() for one in self.resources}
        return not (self.is_strict and known) or resource.casefold() in known

    def within(self, resource: str) -> tuple[Deployment, ...]:
        """Return the deployments of a resource; of all, if there is none of that name."""
        named = [one for one in self.resources if one.name.casefold() == resource.casefold()]
        return tuple(one for among in named or self.resources for one in among.deployments)

    def deployment(
        self, resource: str, name: str, *, makes_images: bool = False
    ) -> Deployment | None:
        """Return a deployment, whatever the case of its name, or None.

        Those that make images exist unless their names say not: a config's models are for chats.
        """
        found = [one for one in self.within(resource) if one.name.casefold() == name.casefold()]
        if not found:
            is_image_maker = makes_images and not _CHAT.search(name)
            if self.resources and not is_image_maker:
                return None
            is_nameless = is_image_maker and not _IMAGES.search(name)
            return Deployment(name, "dall-e-3" if is_nameless else "")
        first, keys = found[0], keys_of(found)
        return Deployment(first.name, first.model, keys, first.scenario, first.latency)


def keys_of(deployments: tuple[Deployment, ...] | list[Deployment]) -> frozenset[str]:
    """Return all keys that deployments take; none, if one of them takes any."""
    if not all(one.keys for one in deployments):
        return frozenset()
    return frozenset[str]().union(*(one.keys for one in deployments))


def azure_of(document: Document) -> Azure:
    """Return an Azure with the deployments that a config's models mean, and with their keys.

    A resource is known by the first part of its host's name, or by the part of the path before
    Azure's own. A model whose key is not known has a deployment that takes any.
    """
    found: dict[str, list[Deployment]] = {}
    for route in document.routes:
        resource, deployment = _meant(document, route)
        if deployment.name:
            found.setdefault(resource, []).append(deployment)
    return Azure(tuple(Resource(name, tuple(among)) for name, among in found.items()))


def _meant(document: Document, route: Route) -> tuple[str, Deployment]:
    """Return the resource and the deployment that a model's request goes to."""
    resolution = resolve(value_at(document.value, route.group_path), route.model)
    name = route.deployment or resolution.deployment.text
    if route.url is None:
        return resolution.resource.text, Deployment(name, route.model)
    address = urlsplit(route.url)
    request = Request(route.method, f"{address.path}?{address.query}", route.headers, b"{}")
    operation = request.operation
    prefix = operation.resource if operation is not None else ""
    keys = frozenset(key for key in (request.api_key, request.bearer) if key)
    resource = prefix or (address.hostname or "").partition(".")[0]
    return resource, Deployment(name or route.model, route.model, keys)
