"""What a model resolves to: its own settings, its group's, and which of them counts.

LibreChat takes a model's own deployment name and version where they are there, else the group's.
In a serverless group it calls the base URL as it stands and sends the model's name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from editor.core.outline import models_in, plain_text, value_at
from editor.core.secret import mask
from editor.core.yaml.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

DEPLOYMENT = "deploymentName"
VERSION = "version"


class Source(StrEnum):
    """Where a value comes from; NOWHERE: it is missing, or needed by nobody."""

    MODEL = "model"
    GROUP = "group"
    NAME = "name"
    NOWHERE = "nowhere"


class Fact(NamedTuple):
    """A text and where it comes from; an empty text with a source is written there as empty."""

    text: str
    source: Source

    @property
    def is_own(self) -> bool:
        """Say whether the model itself says so."""
        return self.source is Source.MODEL


class Resolution(NamedTuple):
    """What a model resolves to; `needs_deployment` is false in a serverless group."""

    resource: Fact
    deployment: Fact
    version: Fact
    api_key: Fact
    needs_deployment: bool


def is_serverless(group: Value) -> bool:
    """Say whether a group is a serverless deployment."""
    return value_at(group, ("serverless",)) is True


def inherited(group: Value, key: str) -> str:
    """Return what a model of the group gets for a key that it does not have; "" for nothing."""
    if key == DEPLOYMENT and is_serverless(group):
        return ""
    return plain_text(value_at(group, (key,)))


def resolve(group: Value, name: str) -> Resolution:
    """Return what the model of that name resolves to."""
    serverless = is_serverless(group)
    own = models_in(group).get(name)
    key = mask(plain_text(value_at(group, ("apiKey",))))
    return Resolution(
        resource=_from_group(plain_text(value_at(group, (_resource_key(serverless),)))),
        deployment=Fact(name, Source.NAME) if serverless else _fact(group, own, DEPLOYMENT),
        version=_fact(group, None if serverless else own, VERSION),
        api_key=_from_group(key),
        needs_deployment=not serverless,
    )


def _resource_key(serverless: bool) -> str:
    return "baseURL" if serverless else "instanceName"


def _fact(group: Value, own: Value, key: str) -> Fact:
    value = value_at(own, (key,))
    return (
        _from_group(inherited(group, key))
        if value is None
        else Fact(plain_text(value), Source.MODEL)
    )


def _from_group(text: str) -> Fact:
    return Fact(text, Source.GROUP if text else Source.NOWHERE)


def missing_key(resolution: Resolution) -> str | None:
    """Return the key that a model lacks most, or None."""
    if not resolution.needs_deployment:
        return None
    facts = ((DEPLOYMENT, resolution.deployment), (VERSION, resolution.version))
    return next((key for key, fact in facts if not fact.text), None)


def own_settings(group: Value, name: str) -> Mapping[str, Value]:
    """Return settings of its own for a model that had none, with the meaning that it had."""
    if is_serverless(group):
        return {}
    return {DEPLOYMENT: inherited(group, DEPLOYMENT) or name}
