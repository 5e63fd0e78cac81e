"""What Azure objects to in a request's body: the parameters that a model or version does not take.

The rules are Azure's as of autumn 2026; the minimum versions are from Microsoft's documentation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.core import api_versions
from editor.system.simulator.catalogue import Answer, error, refusal
from editor.system.simulator.requests import CHAT, EMBEDDINGS, IMAGES, RESPONSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.system.simulator.azure import Deployment

_FEWEST_TOKENS = 16  # with fewer, a reasoning model has nothing left for its reply
_NEWER_PARAMETERS: tuple[tuple[str, str, str], ...] = (
    ("tools", "2023-12-01-preview", "aoai_400_tools_unsupported"),
    ("stream_options", "2024-09-01-preview", "aoai_400_stream_options"),
    ("max_completion_tokens", "2024-09-01-preview", "aoai_400_max_completion_tokens_unknown"),
)
"""Parameters, the version that brought each, and the error that an older one gives."""

_DEFAULT_TEMPERATURE = 1
_SIZES = ("1024x1024", "1024x1536", "1536x1024", "1024x1792", "1792x1024", "auto")


def fault_in(
    body: Mapping[str, Any],
    version: str | None,
    task: str,
    deployment: Deployment,
    *,
    is_reasoning: bool,
) -> Answer | None:
    """Return what is wrong with a body, or None; `version` is the `api-version` asked for."""
    match task:
        case _ if deployment.makes_images is not (task == IMAGES):
            return _wrong_kind(task, deployment)
        case _ if task == EMBEDDINGS:
            return error("embed_400_chat_model", model=deployment.name)
        case _ if task == IMAGES:
            return _image_fault(body, deployment)
        case _ if task == RESPONSES:
            return _lacks(body, "input")
        case _:
            fault = _lacks(body, "messages") or _version_fault(body, version)
            return fault or (_reasoning_fault(body) if is_reasoning else None)


def _wrong_kind(task: str, deployment: Deployment) -> Answer:
    if task in (CHAT, RESPONSES):
        return error("aoai_400_operation_not_supported_chat", model=deployment.name)
    return error("aoai_400_operation_not_supported_other", model=deployment.name)


def _lacks(body: Mapping[str, Any], parameter: str) -> Answer | None:
    if not body.get(parameter):
        return refusal(f"Missing required parameter: '{parameter}'.", parameter)
    return None


def _version_fault(body: Mapping[str, Any], version: str | None) -> Answer | None:
    for parameter, since, id in _NEWER_PARAMETERS:
        if parameter in body and api_versions.is_older(version or "", since):
            return error(id)
    return None


def _reasoning_fault(body: Mapping[str, Any]) -> Answer | None:
    if body.get("max_tokens") is not None:
        return error("aoai_400_max_tokens")
    temperature = body.get("temperature")
    if temperature is not None and temperature != _DEFAULT_TEMPERATURE:
        return error("aoai_400_unsupported_value", v=str(temperature))
    most = body.get("max_completion_tokens")
    if isinstance(most, int) and most < _FEWEST_TOKENS:
        return error("aoai_400_min_tokens")
    return None


def _image_fault(body: Mapping[str, Any], deployment: Deployment) -> Answer | None:
    fault = _lacks(body, "prompt")
    if fault is not None or body.get("size", _SIZES[0]) in _SIZES:
        return fault
    is_dall_e = "dall" in (deployment.model or deployment.name).lower()
    return error("image_400_invalid_payload" if is_dall_e else "image_400_invalid_value", p="size")
