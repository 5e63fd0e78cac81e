"""What a request asks of Azure: which resource, operation and deployment its address means."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import parse_qs, unquote, urlsplit

from editor.core.lazily import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

CHAT = "chat/completions"
RESPONSES = "responses"
IMAGES = "images/generations"
EMBEDDINGS = "embeddings"
MODELS = "models"

_BEARER = re.compile(r"bearer\s+(\S+)", re.IGNORECASE)


class Surface(Enum):
    """The kinds of API that Azure has; each has its own addresses, keys and versions."""

    DATED = 1
    V1 = 2
    FOUNDRY = 3
    SERVERLESS = 4


_ASSISTANTS = "assistants|threads|files"
_PREFIX = r"(?:.*/)?(?P<resource>[^/]*)"
_ADDRESSES: tuple[tuple[re.Pattern[str], Surface], ...] = tuple(
    (re.compile(pattern), surface)
    for pattern, surface in (
        (
            rf"{_PREFIX}/openai/deployments/(?P<deployment>[^/]+)/"
            rf"(?P<task>{CHAT}|{IMAGES}|{EMBEDDINGS})",
            Surface.DATED,
        ),
        (
            rf"{_PREFIX}/openai/v1/(?P<task>{CHAT}|{RESPONSES}|{IMAGES}|{EMBEDDINGS}|{MODELS})/?",
            Surface.V1,
        ),
        (rf"{_PREFIX}/openai/(?P<task>{RESPONSES}|{MODELS}|{_ASSISTANTS})", Surface.DATED),
        (rf"{_PREFIX}/models/(?P<task>{CHAT})", Surface.FOUNDRY),
        (
            rf"(?:/(?!openai/|models/|deployments/)(?P<resource>[^/]+))??(?:/v1)?/(?P<task>{CHAT})",
            Surface.SERVERLESS,
        ),
    )
)


class Operation(NamedTuple):
    """What an address means; `deployment` is None where the body names it."""

    surface: Surface
    resource: str
    task: str
    deployment: str | None


@dataclass(frozen=True)
class Request:
    """A request as it came; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def path(self) -> str:
        """The path of the address, still percent-encoded."""
        return urlsplit(self.target).path

    @property
    def version(self) -> str | None:
        """The `api-version` that was asked for; None without."""
        found = parse_qs(urlsplit(self.target).query, keep_blank_values=True).get("api-version")
        return found[0] if found else None

    @lazy
    def operation(self) -> Operation | None:
        """What the address means; None for one that Azure does not know."""
        for pattern, surface in _ADDRESSES:
            found = pattern.fullmatch(self.path)
            if found is not None:
                parts = found.groupdict()
                deployment = parts.get("deployment")
                return Operation(
                    surface,
                    unquote(parts["resource"] or ""),
                    parts["task"],
                    None if deployment is None else unquote(deployment),
                )
        return None

    @lazy
    def body(self) -> Mapping[str, Any] | None:
        """The JSON object of the body; None where it is something else."""
        try:
            value = json.loads(self.content)
        except (ValueError, RecursionError):
            return None
        return cast("dict[str, Any]", value) if isinstance(value, dict) else None

    @property
    def deployment(self) -> str:
        """The name of the deployment, "" for none."""
        if self.operation is not None and self.operation.deployment is not None:
            return self.operation.deployment
        model = (self.body or {}).get("model") or self.headers.get("x-ms-model-mesh-model-name")
        return model if isinstance(model, str) else ""

    @property
    def api_key(self) -> str:
        """The key in Azure's own header, "" for none."""
        return self.headers.get("api-key", "")

    @property
    def bearer(self) -> str:
        """The token of the `Authorization` header, "" for none."""
        found = _BEARER.fullmatch(self.headers.get("authorization", "").strip())
        return found[1] if found else ""
