"""The routes of release 0.7, whose client was LibreChat's own: read off its source, not observed.

What a person's settings or the group's parameters do to the body is only told in outline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editor.core.routing.body import GREETING
from editor.core.routing.client import Request, built_url
from editor.core.routing.headers import sent_headers
from editor.core.routing.javascript import as_json
from editor.core.routing.route import USER_ID
from editor.core.validation import base_url
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.routing.resolution import Resolved
    from editor.core.yaml.values import Value

FORCE_PROMPT = "OPENAI_FORCE_PROMPT"
_KEPT_WORDS = ("azure-openai", "openai", "replicate")
_OPERATION = re.compile(r"/(?:chat|completion)")


class Order(NamedTuple):
    """What a request of the old client is made of; `base` is "" for the resource's own address."""

    found: Resolved
    model: str
    base: str
    group: Mapping[str, Value]
    is_prompt_forced: bool = False

    @property
    def forces_prompt(self) -> bool:
        """Say whether a text is to be completed instead of a chat continued."""
        own = self.group.get("forcePrompt")
        if isinstance(own, bool):
            return own
        is_completion = "completions" in self.base and "chat" not in self.base
        return is_completion or self.is_prompt_forced

    @property
    def sends_prompt(self) -> bool:
        """Say whether the body has a text to complete, be it on the path for chats.

        At Azure's own address, a model without “gpt” in its name counts as one that completes.
        """
        is_at_azures = not self.found.is_serverless and not self.base
        return self.forces_prompt or (is_at_azures and "gpt" not in self.model)


def classic_request(order: Order) -> Request:
    """Return what the client of release 0.7 sends; raises NotSent."""
    found = order.found
    url = _serverless_url(order) if found.is_serverless else _url(order)
    given = {**found.headers, "api-key": found.key}
    headers = sent_headers(found.key, given, {}, is_azure=False, joins=False)
    return Request(url, headers, _body(order))


def _serverless_url(order: Order) -> str:
    query = {"api-version": order.found.version} if order.found.version else {}
    if not order.forces_prompt:
        return built_url(reduced(order.base), "/chat/completions", query)
    address = order.base
    if "v1" in address and "/completions" not in address:
        address = address.partition("v1")[0] + "v1/completions"
    return built_url(address, "", query)


def _url(order: Order) -> str:
    instance, deployment = order.found.instance or "", order.found.deployment or ""
    base = f"https://{instance}.openai.azure.com/openai/deployments/{deployment}"
    if order.base:
        base = base_url.filled(reduced(order.base), instance, deployment)
    path = "/completions" if order.forces_prompt else "/chat/completions"
    return built_url(base, path, {"api-version": order.found.version or ""})


def reduced(url: str) -> str:
    """Return a base URL as release 0.7 reduces it: up to `/v1`, or to a known word behind it."""
    before, found, after = url.partition("/v1")
    if not found:
        return url
    word = next((word for word in _KEPT_WORDS if f"/{word}" in url), None)
    if word == "azure-openai":
        return _OPERATION.split(url)[0]
    start = before + found
    if after.startswith("/openai"):
        rest = after[len("/openai") :]
        return start + "/openai" + rest.partition("/")[0]
    position = -1 if word is None else url.find(f"/{word}", len(start))
    return start if word is None or position < 0 else url[: position + 1 + len(word)]


def _body(order: Order) -> dict[str, Value]:
    body: dict[str, Value] = {"user": USER_ID, "stream": True}
    if order.found.is_serverless:
        body = {"model": order.model, **body}
    body |= members(order.group.get("addParams")) or {}
    dropped = order.group.get("dropParams")
    for name in dropped if isinstance(dropped, list) else ():
        body.pop(str(name), None)
    if order.sends_prompt:
        body["prompt"] = GREETING
    else:
        body["messages"] = [{"role": "user", "content": GREETING}]
    return {key: as_json(value) for key, value in body.items()}
