"""What the simulated Azure answers: a request's checks, in Azure's order, and the deployment's act.

The address comes first, then the key, the version, the deployment and the body. An error that
Azure sends before it looks at the key comes before the key here, too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from editor.core import api_versions
from editor.system.simulator import replies
from editor.system.simulator.azure import Azure, Deployment, keys_of
from editor.system.simulator.bodies import fault_in
from editor.system.simulator.catalogue import (
    Answer,
    Ending,
    azures_headers,
    entries,
    error,
    refusal,
)
from editor.system.simulator.requests import (
    CHAT,
    EMBEDDINGS,
    IMAGES,
    MODELS,
    RESPONSES,
    Operation,
    Request,
    Surface,
)
from editor.system.simulator.scenarios import Act, Cast, Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENING = (Act.SILENT, Act.PAGE, Act.REDIRECT, Act.TLS)
_RESPONSES_SINCE = "2025-03-01-preview"
_UNDATED = (None, "preview", "latest", "v1")
_SLOW_START, _SLOW_GAP, _GAP = 10.0, 1.0, 0.03
_COUNTS = {
    "x-ratelimit-limit-requests": "250",
    "x-ratelimit-remaining-requests": "249",
    "x-ratelimit-limit-tokens": "250000",
    "x-ratelimit-remaining-tokens": "249984",
}
_NOT_TLS = b"Client sent an HTTP request to an HTTPS server.\n"
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Sign in to Contoso</title></head>
<body><h1>Sign in</h1><p>Your session has ended. Sign in to go on.</p>
<form method="post"><input name="user"><input name="password" type="password"></form>
</body></html>
"""
SIGN_IN_PATH = "/sign-in"


@dataclass(frozen=True, slots=True)
class Simulated:
    """A simulated Azure: what there is, who plays what, and the other origin for redirects."""

    azure: Azure
    cast: Cast
    other_origin: str

    def answer(self, request: Request, *, is_secure: bool = False) -> Answer:
        """Return the answer to a request that came over https or not."""
        if request.path == SIGN_IN_PATH:
            return _page()
        operation = request.operation
        deployment = self._deployment(request)
        scenario = self._scenario(request, deployment)
        opening = self._opening(scenario, is_secure=is_secure)
        if opening is not None:
            return opening
        if operation is None:
            return _unknown_path(request)
        if not self.azure.has(operation.resource):
            return error("aoai_404_subdomain")
        fault = (
            _key_fault(request, operation, self._keys(operation, deployment))
            or _version_fault(request, operation)
            or _task_fault(request, operation)
        )
        if fault is not None:
            return fault
        if operation.task == MODELS:
            return _whole(replies.models(self.azure.names or ("gpt-5", "gpt-5-mini")))
        if deployment is None:
            return _missing(request, operation)
        return _act(request, operation, deployment, scenario)

    def _deployment(self, request: Request) -> Deployment | None:
        if request.operation is None or not request.deployment:
            return None
        operation, makes_images = request.operation, request.operation.task == IMAGES
        return self.azure.deployment(
            operation.resource, request.deployment, makes_images=makes_images
        )

    def _scenario(self, request: Request, deployment: Deployment | None) -> Scenario:
        own = Scenario(Act.HEALTHY) if deployment is None else deployment.scenario
        return self.cast.scenario(request.deployment) or own

    def _opening(self, scenario: Scenario, *, is_secure: bool) -> Answer | None:
        """Return what is sent without a look at the request's key."""
        match scenario.act:
            case Act.SILENT:
                return Answer(200, {}, ending=Ending.NEVER)
            case Act.PAGE:
                return _page()
            case Act.REDIRECT:
                return Answer(302, {"location": self.other_origin + SIGN_IN_PATH})
            case Act.TLS if not is_secure:
                return Answer(400, {"content-type": "text/plain"}, _NOT_TLS)
            case Act.ERROR if entries()[scenario.error].is_before_the_key:
                return error(scenario.error)
            case _:
                return None

    def _keys(self, operation: Operation, deployment: Deployment | None) -> frozenset[str]:
        """Return the keys that are taken; none: any."""
        if deployment is not None:
            return deployment.keys
        return keys_of(self.azure.within(operation.resource))


def _unknown_path(request: Request) -> Answer:
    is_serverless = request.path.endswith(f"/{CHAT}/{CHAT}") and "/openai/" not in request.path
    return error("serverless_404_path" if is_serverless else "aoai_404_resource")


def _key_fault(request: Request, operation: Operation, keys: frozenset[str]) -> Answer | None:
    """Return what is wrong with the key, in the words of the API that was called."""
    match operation.surface:
        case Surface.DATED | Surface.FOUNDRY:
            if not request.api_key and request.bearer:
                return error("aoai_401_token_not_key")
            key, wrong = request.api_key, "aoai_401_bad_key"
        case Surface.V1:
            key, wrong = request.api_key or request.bearer, "aoai_401_bad_key"
        case Surface.SERVERLESS:
            if not request.bearer:
                return error("serverless_400_no_auth")
            key, wrong = request.bearer, "serverless_401"
    return None if key and (not keys or key in keys) else error(wrong)


def _version_fault(request: Request, operation: Operation) -> Answer | None:
    """Return what is wrong with the version; retired ones are as good as unknown."""
    version = request.version
    match operation.surface:
        case Surface.V1:
            return None if version in _UNDATED else error("aoai_400_version_unsupported")
        case Surface.SERVERLESS:
            return None
        case _ if version is None or version not in api_versions.KNOWN:
            return error("aoai_404_resource")
        case _ if operation.task == RESPONSES and api_versions.is_older(version, _RESPONSES_SINCE):
            return error("aoai_400_responses_version")
        case _:
            return None


def _task_fault(request: Request, operation: Operation) -> Answer | None:
    """Return what is wrong with the method, or with an API that has retired."""
    if operation.task not in (CHAT, RESPONSES, IMAGES, EMBEDDINGS, MODELS):
        return error("assistants_retired")
    expected = "GET" if operation.task == MODELS else "POST"
    return None if request.method == expected else error("aoai_404_resource")


def _missing(request: Request, operation: Operation) -> Answer:
    """Return the error for a deployment that does not exist, in the words of the API."""
    name = request.deployment
    if operation.surface is Surface.FOUNDRY:
        id = "foundry_404_unknown_model" if name else "foundry_400_no_model"
        return error(id, name=name)
    if operation.task == RESPONSES:
        return error("aoai_model_not_found_responses", model=name)
    if operation.surface is Surface.DATED:
        return error("aoai_404_deployment")
    return error("aoai_404_deployment_v1")


def _act(
    request: Request, operation: Operation, deployment: Deployment, scenario: Scenario
) -> Answer:
    """Return what the deployment itself answers, once everything before it is right."""
    body = request.body
    if body is None:
        return refusal("The body is not a JSON object.")
    is_reasoning = deployment.is_reasoning or scenario.act is Act.REASONING
    fault = fault_in(body, request.version, operation.task, deployment, is_reasoning=is_reasoning)
    if fault is not None:
        return fault
    if scenario.act is Act.ERROR:
        return error(scenario.error, model=deployment.name)
    if operation.task == IMAGES:
        return _whole(replies.image(), deployment.latency)
    answer = _reply(body, operation, deployment, is_filtered=scenario.act is Act.FILTERED_REPLY)
    match scenario.act:
        case Act.SLOW:
            return replace(answer, wait=_SLOW_START, gap=_SLOW_GAP)
        case Act.CUT:
            half = answer.events[: len(answer.events) // 2]
            body_half = answer.body[: len(answer.body) // 2]
            return replace(answer, events=half, body=body_half, ending=Ending.CUT)
        case _:
            return answer


def _reply(
    body: Mapping[str, Any], operation: Operation, deployment: Deployment, *, is_filtered: bool
) -> Answer:
    """Return a reply as it was asked for: of chat or Responses API, whole or as a stream."""
    model = deployment.model or deployment.name
    reply = replies.reply_of(deployment.name, model, _cap(body), is_filtered=is_filtered)
    is_response = operation.task == RESPONSES
    if body.get("stream") is not True:
        whole = replies.response(reply) if is_response else replies.chat(reply)
        return _whole(whole, deployment.latency)
    if is_response:
        return _stream(replies.response_events(reply), deployment.latency)
    events = replies.chat_events(
        reply,
        has_usage=_wants_usage(body),
        has_filters=operation.surface is not Surface.SERVERLESS,
    )
    return _stream(events, deployment.latency)


def _wants_usage(body: Mapping[str, Any]) -> bool:
    options = body.get("stream_options")
    if not isinstance(options, dict):
        return False
    return cast("dict[str, Any]", options).get("include_usage") is True


def _cap(body: Mapping[str, Any]) -> int | None:
    names = ("max_completion_tokens", "max_output_tokens", "max_tokens")
    return next((body[name] for name in names if isinstance(body.get(name), int)), None)


def _whole(body: bytes, wait: float = 0.0) -> Answer:
    headers = azures_headers() | _COUNTS | {"content-type": "application/json"}
    return Answer(200, headers, body, wait=wait)


def _stream(events: tuple[str, ...], wait: float) -> Answer:
    headers = azures_headers() | _COUNTS | {"content-type": "text/event-stream; charset=utf-8"}
    return Answer(200, headers, events=events, wait=wait, gap=_GAP)


def _page() -> Answer:
    return Answer(200, {"content-type": "text/html; charset=utf-8"}, _PAGE.encode())
