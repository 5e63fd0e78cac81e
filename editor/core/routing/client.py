"""What LibreChat's client makes of its settings: address, headers and body of one request.

LibreChat 0.8.8: @librechat/agents 3.6.15 over @langchain/openai 1.5.8 and openai 6.49.0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, quote

from editor.core.href import address
from editor.core.routing.body import body_of
from editor.core.routing.headers import NotSent, default_headers, sent_headers
from editor.core.yaml.values import keys_in_javascript_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.routing.parameters import Parameters
    from editor.core.yaml.values import Value

BASE_VARIABLES = ("OPENAI_API_BASE", "OPENAI_BASE_URL")
"""The variables that the client takes a base URL from when it is given none."""

_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Azure:
    """How the client for Azure is told where to go; `base_path` is "" where it is not given."""

    instance: str
    deployment: str
    version: str
    base_path: str = ""


@dataclass(frozen=True)
class Settings:
    """What the client is configured with.

    With `azure` it is the client for Azure; else the one for OpenAI, which calls `base_url`.
    """

    key: str = field(repr=False)
    parameters: Parameters = field(repr=False)
    azure: Azure | None = field(default=None, repr=False)
    base_url: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    environment: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


class Request(NamedTuple):
    """One request as it goes over the wire; header names are in lower case."""

    url: str
    headers: dict[str, str]
    body: dict[str, Value]


def request(settings: Settings) -> Request:
    """Return what the client sends for the message “Hi”; raises NotSent."""
    is_azure = settings.azure is not None
    body, path = body_of(settings.parameters, is_azure=is_azure)
    headers = sent_headers(
        settings.key,
        default_headers(settings.headers, settings.environment),
        settings.environment,
        is_azure=is_azure,
        joins=not is_azure or bool(settings.parameters.tools),
    )
    return Request(_url(settings, body, path), headers, body)


def _url(settings: Settings, body: Mapping[str, Value], path: str) -> str:
    azure = settings.azure
    if azure is None:
        base = settings.base_url or _default_base(settings.environment)
        return built_url(base, path, settings.query)
    base = _endpoint(azure)
    if not azure.version:
        raise NotSent("The OPENAI_API_VERSION environment variable is missing or empty")
    if path == "/chat/completions" and "/deployments" not in base:
        path = f"/deployments/{body.get('model')}{path}"
    return built_url(base, path, {"api-version": azure.version})


def _default_base(environment: Mapping[str, str]) -> str:
    """Return where the client for OpenAI goes without a base URL: key and all, to OpenAI."""
    named = (environment[name] for name in BASE_VARIABLES if environment.get(name))
    return next(named, "https://api.openai.com/v1")


def _endpoint(azure: Azure) -> str:
    if azure.base_path and azure.deployment:
        return f"{azure.base_path}/{azure.deployment}"
    if not azure.instance:
        raise NotSent("azureOpenAIApiInstanceName is required when using azureOpenAIApiKey")
    if not azure.deployment:
        raise NotSent(
            "azureOpenAIApiDeploymentName is a required parameter when using azureOpenAIApiKey"
        )
    return f"https://{azure.instance}.openai.azure.com/openai/deployments/{azure.deployment}"


def built_url(base: str, path: str, query: Mapping[str, str]) -> str:
    """Return the address of a path below a base URL; raises NotSent for `Invalid URL`.

    A query of the base URL swallows the path, as it does for the client.
    """
    text = base + (path[1:] if base.endswith("/") else path)
    url = address(text)
    if url is None:
        if _HAS_SCHEME.match(text) and not text.lower().startswith(("http", "ws", "ftp")):
            raise NotSent("fetch failed")
        raise NotSent("Invalid URL")
    own = dict(parse_qsl(url.query or "", keep_blank_values=True, errors="replace"))
    if own or query:
        url = url._replace(query=_stringified({**own, **query}) or None)
    return url.text


def _stringified(query: Mapping[str, str]) -> str:
    return "&".join(
        f"{quote(key, safe='')}={quote(query[key], safe='')}"
        for key in keys_in_javascript_order(query)
    )
