"""Which entry of the catalogue an answer is: the most telling sign decides.

The order is: a web page or redirect, the shapes of gateways, the texts of Azure from the most
particular to the most general, and at last the status alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from editor.core.diagnosis.catalogue import catalogue

if TYPE_CHECKING:
    from editor.core.diagnosis.answer import Answer

_BY_TEXT = (
    "cf_2001",
    "cf_401",
    "cf_530_1016",
    "apim_401_missing",
    "apim_401_invalid",
    "aoai_401_token_not_key",
    "apim_404_path",
    "aoai_401_bad_key",
    "aoai_403_keys_disabled",
    "aoai_403_public_disabled",
    "aoai_403_firewall",
    "aoai_403_vnet_wrong_endpoint",
    "aoai_403_blocked_abuse",
    "aoai_403_streaming_not_allowed",
    "aoai_401_no_role",
    "aoai_429_86400",
    "aoai_429_rate",
    "aoai_429_simple",
    "aoai_429_capacity",
    "aoai_400_min_tokens",
    "image_400_content_filter",
    "aoai_400_content_filter",
    "serverless_400_no_auth",
    "foundry_400_no_model",
    "foundry_404_unknown_model",
    "foundry_400_extra_params_value",
    "foundry_400_extra_params",
    "aoai_400_max_completion_tokens_unknown",
    "serverless_422_extra_forbidden",
    "aoai_400_functions_version",
    "aoai_400_stream_options",
    "aoai_400_tools_unsupported",
    "aoai_400_max_tokens",
    "aoai_400_temperature",
    "image_400_invalid_payload",
    "image_400_invalid_value",
    "aoai_400_unsupported_value",
    "aoai_400_unknown_parameter",
    "aoai_400_max_tokens_too_large",
    "aoai_400_context_length",
    "image_400_model_blank",
    "assistants_beta_header",
    "aoai_400_responses_version",
    "aoai_400_model_min_version",
    "aoai_400_version_unsupported",
    "embed_400_chat_model",
    "aoai_400_operation_not_supported_chat",
    "aoai_404_deployment",
    "aoai_model_not_found_responses",
    "aoai_404_langchain_wrapped",
    "aoai_404_subdomain",
    "serverless_424",
    "serverless_404_path",
    "aoai_404_resource",
    "aoai_5xx",
)
_ONLY_WITH = {
    "aoai_429_86400": 429,
    "aoai_429_rate": 429,
    "aoai_429_simple": 429,
    "serverless_404_path": 404,
    "aoai_401_no_role": None,
}
"""Statuses without which a text means little; an error within a stream has none to compare."""

_BY_STATUS = {
    401: "unauthorized",
    403: "unauthorized",
    404: "not_found",
    424: "serverless_424",
    429: "aoai_429_simple",
}
_GATEWAYS = ("cf_2001", "cf_401", "cf_530_1016")
_OPERATION = re.compile(r"The (\S+) operation does not work")
_DAY = "86400"


def recognised(answer: Answer) -> str:
    """Return the id of the entry that an answer is; `unknown_answer` when it is none."""
    if answer.status is not None and 300 <= answer.status < 400:
        return "redirect"
    if answer.status == 407:
        return "proxy_407"
    if answer.is_html and answer.status != 530:
        return "html_login" if (answer.status or 0) < 500 else "aoai_5xx"
    found = next((id for id in _BY_TEXT if _is(id, answer)), None)
    return _by_status(answer) if found is None else _refined(found, answer)


def gateway_of(answer: Answer) -> str | None:
    """Return the entry of a gateway that says no with any status, a good one included."""
    return next((id for id in _GATEWAYS if _is(id, answer)), None)


def _is(id: str, answer: Answer) -> bool:
    needed = _ONLY_WITH.get(id)
    if needed is not None and answer.status not in (needed, None):
        return False
    return any(text in answer.searched for text in _texts(id))


@cache
def _texts(id: str) -> tuple[str, ...]:
    """Return an entry's texts as they stand in JSON without blanks between its parts."""
    return tuple(re.sub(r'(?<=[":,]) (?=["\d])', "", text) for text in catalogue()[id].match)


def _by_status(answer: Answer) -> str:
    status = answer.status or 0
    if status >= 500:
        return "cf_530_1016" if status == 530 else "aoai_5xx"
    if status == 429 and answer.headers.get("retry-after") == _DAY:
        return "aoai_429_86400"
    if answer.said("code") == "unsupported_parameter":
        return "aoai_400_temperature"
    if status == 401 and not answer.text.strip(' "{}\n'):
        return "serverless_401"
    return _BY_STATUS.get(status, "unknown_answer")


def _refined(id: str, answer: Answer) -> str:
    """Return the entry that shares its text with others and differs in another sign."""
    match id:
        case "aoai_404_deployment" if answer.said("type"):
            return "aoai_404_deployment_v1"
        case "aoai_400_operation_not_supported_chat":
            operation = _OPERATION.search(answer.searched)
            is_chat = operation is None or operation[1].lower().startswith("chat")
            return id if is_chat else "aoai_400_operation_not_supported_other"
        case "serverless_404_path" | "aoai_404_resource" if answer.status == 424:
            return "serverless_424"
        case "aoai_429_rate" | "aoai_429_simple" if answer.headers.get("retry-after") == _DAY:
            return "aoai_429_86400"
        case _:
            return id
