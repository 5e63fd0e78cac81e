"""The request that LibreChat sends for a model, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.validation.problem import Fix
    from editor.core.yaml.values import Path, Value

USER_ID = "<user id>"
"""What stands for the id of the person who chats, which LibreChat sends as `user`."""


class Kind(StrEnum):
    """What a request asks for."""

    CHAT = "chat"
    TITLE = "title"
    IMAGE = "image"


@dataclass(frozen=True, kw_only=True)
class Route:
    """What LibreChat sends to a model, or why it cannot.

    `url` is None when nothing can be sent; `error` then has LibreChat's message. `deployment`,
    `instance` and `version` are what the request really uses; None where it needs none. `sources`
    says where each comes from: `model`, `group`, `env:NAME`, `literal` or `default`. `headers`
    have lower-case names and are in the clear, as are `url` and `body`.

    `unresolved` names the variables without a value that the request needs. `secrets` are the
    texts in it that nobody may see, `variables` the variables that hold one, by that text.
    `path` leads to the model in the config, `group_path` to its group. `assumed` marks a route
    that was read off LibreChat's source and never observed. `context_window` counts tokens.
    """

    model: str
    group: str
    kind: Kind = Kind.CHAT
    serverless: bool = False
    deployment: str | None = None
    instance: str | None = None
    version: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    method: str = "POST"
    url: str | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    body: Mapping[str, Value] = field(default_factory=dict[str, "Value"], repr=False)
    context_window: int | None = None
    vision: bool = False
    warnings: tuple[str, ...] = field(default=(), repr=False)
    error: str | None = field(default=None, repr=False)
    path: Path = ()
    group_path: Path = ()
    unresolved: tuple[str, ...] = ()
    secrets: tuple[str, ...] = field(default=(), repr=False)
    variables: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    assumed: bool = False
    fixes: tuple[Fix, ...] = field(default=(), repr=False)

    @property
    def request(self) -> tuple[str, str | None, Mapping[str, str], Mapping[str, Value]]:
        """Return all that goes over the wire; a test is stale when this has changed."""
        return (self.method, self.url, self.headers, self.body)
