"""What follows from each finding: who answered, what is proven right, and how the test ended.

Azure's front door looks at network rules and the key before the deployment, the service at the
deployment and version before the model sees the parameters, so a later answer proves what comes
before it. “Resource not found” may come before the key is looked at and proves the host alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.diagnosis.finding import Answerer, Part
from editor.core.result import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: frozenset[Part] = frozenset()
_KEY = frozenset({Part.KEY})
_NOT_VERSION = frozenset({Part.KEY, Part.DEPLOYMENT})
_ALL = frozenset(Part)


class Fact(NamedTuple):
    """What follows from a finding; `is_local`: another machine may find otherwise."""

    answered_by: Answerer
    proven: frozenset[Part] = _NOTHING
    outcome: Outcome = Outcome.FAILED
    is_local: bool = False


_DOOR = Fact(Answerer.FRONT_DOOR)
_DOOR_LOCAL = Fact(Answerer.FRONT_DOOR, is_local=True)
_SERVICE = Fact(Answerer.SERVICE)
_SERVICE_KEY = Fact(Answerer.SERVICE, _KEY)
_SERVICE_MODEL = Fact(Answerer.SERVICE, _NOT_VERSION)
_SERVICE_ALL = Fact(Answerer.SERVICE, _ALL)
_MODEL = Fact(Answerer.MODEL, _ALL)
_CONTAINER = Fact(Answerer.MODEL, _NOT_VERSION)
_FILTERED = Fact(Answerer.MODEL, _ALL, Outcome.LIMITED)
_THROTTLED = Fact(Answerer.SERVICE, _ALL, Outcome.LIMITED)
_ANSWERED = Fact(Answerer.MODEL, _ALL, Outcome.OK)
_GATEWAY = Fact(Answerer.GATEWAY)
_GATEWAY_LOCAL = Fact(Answerer.GATEWAY, is_local=True)
_PROXY = Fact(Answerer.PROXY, is_local=True)
_NOBODY = Fact(Answerer.NOBODY)
_NOBODY_LOCAL = Fact(Answerer.NOBODY, is_local=True)
_NOT_SENT = Fact(Answerer.NOBODY, outcome=Outcome.SKIPPED)

FACTS: Mapping[str, Fact] = {
    "ok": _ANSWERED,
    "aoai_401_bad_key": _DOOR,
    "aoai_401_token_not_key": _DOOR,
    "aoai_401_no_role": _SERVICE,
    "aoai_403_keys_disabled": _DOOR,
    "aoai_403_public_disabled": _DOOR_LOCAL,
    "aoai_403_firewall": _DOOR_LOCAL,
    "aoai_403_vnet_wrong_endpoint": _DOOR_LOCAL,
    "aoai_403_blocked_abuse": _DOOR,
    "aoai_403_streaming_not_allowed": _GATEWAY,
    "aoai_404_deployment": _SERVICE_KEY,
    "aoai_404_deployment_v1": _SERVICE_KEY,
    "aoai_model_not_found_responses": _SERVICE_KEY,
    "aoai_404_resource": _DOOR,
    "aoai_404_yaml_date": _NOT_SENT,
    "aoai_404_subdomain": _DOOR,
    "aoai_404_langchain_wrapped": _DOOR,
    "aoai_400_version_unsupported": _SERVICE_KEY,
    "aoai_400_responses_version": _SERVICE_KEY,
    "aoai_400_model_min_version": _SERVICE_MODEL,
    "aoai_400_operation_not_supported_chat": _SERVICE_ALL,
    "aoai_400_operation_not_supported_other": _SERVICE_ALL,
    "aoai_400_max_tokens": _MODEL,
    "aoai_400_max_completion_tokens_unknown": _SERVICE_MODEL,
    "aoai_400_temperature": _MODEL,
    "aoai_400_unsupported_value": _MODEL,
    "aoai_400_unknown_parameter": _SERVICE_MODEL,
    "aoai_400_stream_options": _SERVICE_MODEL,
    "aoai_400_min_tokens": _FILTERED,
    "aoai_400_max_tokens_too_large": _MODEL,
    "aoai_400_context_length": _MODEL,
    "aoai_400_tools_unsupported": _SERVICE_MODEL,
    "aoai_400_functions_version": _SERVICE_MODEL,
    "aoai_400_content_filter": _FILTERED,
    "aoai_200_finish_content_filter": _FILTERED,
    "aoai_429_rate": _THROTTLED,
    "aoai_429_86400": _THROTTLED,
    "aoai_429_simple": _THROTTLED,
    "aoai_429_capacity": _THROTTLED,
    "aoai_5xx": _SERVICE,
    "foundry_400_no_model": _SERVICE_KEY,
    "foundry_404_unknown_model": _SERVICE_KEY,
    "foundry_400_extra_params": _SERVICE_MODEL,
    "foundry_400_extra_params_value": _CONTAINER,
    "serverless_422_extra_forbidden": _CONTAINER,
    "serverless_400_no_auth": _DOOR,
    "serverless_401": _DOOR,
    "serverless_404_path": Fact(Answerer.MODEL),
    "serverless_424": _SERVICE,
    "serverless_target_uri_pasted": _DOOR,
    "assistants_retired": _NOT_SENT,
    "assistants_version_old": _DOOR,
    "assistants_beta_header": _SERVICE_KEY,
    "image_400_invalid_payload": _MODEL,
    "image_400_invalid_value": _MODEL,
    "image_400_content_filter": _FILTERED,
    "image_model_retired": _SERVICE_KEY,
    "image_400_model_blank": _GATEWAY,
    "embed_400_chat_model": _SERVICE_ALL,
    "apim_401_missing": _GATEWAY,
    "apim_401_invalid": _GATEWAY,
    "apim_backend_401": Fact(Answerer.GATEWAY, _KEY),
    "apim_404_path": _GATEWAY,
    "cf_2001": _GATEWAY,
    "cf_401": _GATEWAY,
    "cf_530_1016": _GATEWAY,
    "dns_not_found": _NOBODY_LOCAL,
    "conn_refused": _NOBODY_LOCAL,
    "conn_timeout": _NOBODY_LOCAL,
    "headers_timeout": _NOBODY,
    "stream_cut": Fact(Answerer.MODEL, _ALL),
    "tls_intercept": _NOBODY_LOCAL,
    "tls_name": _NOBODY_LOCAL,
    "tls_expired": _NOBODY_LOCAL,
    "tls_not_tls": _NOBODY,
    "proxy_407": _PROXY,
    "html_login": _GATEWAY_LOCAL,
    "redirect": _GATEWAY,
    "not_json": _GATEWAY,
    "cfg_missing_instance": _NOT_SENT,
    "cfg_serverless_no_url": _NOT_SENT,
    "cfg_missing_dep_or_version": _NOT_SENT,
    "cfg_duplicate_model": _NOT_SENT,
    "cfg_env_missing": _NOT_SENT,
    "cfg_invalid_url": _NOT_SENT,
    "cfg_version_is_model_version": _DOOR,
    "cfg_models_not_models": _SERVICE,
    "cfg_deployment_in_host": _NOBODY,
    "cfg_baseurl_no_deployments_segment": _GATEWAY,
    "cfg_model_pasted_full_url": _GATEWAY,
    "unauthorized": _GATEWAY,
    "not_found": _GATEWAY,
    "unknown_answer": _GATEWAY,
    "not_streamed": _GATEWAY,
    "empty_stream": _GATEWAY,
    "bad_stream": _GATEWAY,
    "endless_answer": _GATEWAY,
    "bad_encoding": _GATEWAY_LOCAL,
    "answer_timeout": _SERVICE,
    "unreachable": _NOBODY_LOCAL,
    "tls_failed": _NOBODY_LOCAL,
    "proxy_refused": _PROXY,
    "proxy_unreachable": _NOBODY_LOCAL,
    "proxy_invalid": _NOBODY_LOCAL,
    "transport": _NOBODY_LOCAL,
    "bad_header": _NOT_SENT,
    "url_credentials": _NOT_SENT,
    "url_scheme": _NOT_SENT,
    "not_routed": _NOT_SENT,
}
