"""What is wrong with a model's settings, seen before or beside the server's answer.

LibreChat builds addresses by rules that surprise people; see the table of traps in the routing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from editor.core.api_versions import Standing, standing
from editor.core.schema.field import Level
from editor.core.schema.table import field
from editor.core.yaml.values import Timestamp

if TYPE_CHECKING:
    from editor.core.diagnosis.places import Subject
    from editor.core.routing.route import Route

_OPERATION = "/chat/completions"
_REFUSALS = (
    ("bad_header", re.compile(r"\bheader\b|ByteString", re.IGNORECASE)),
    ("cfg_missing_instance", re.compile("is missing an .?instanceName")),
    ("cfg_serverless_no_url", re.compile("is serverless but missing|is missing the required base")),
    ("cfg_missing_dep_or_version", re.compile("is missing a deploymentName")),
    ("cfg_duplicate_model", re.compile("Duplicate model name")),
    ("cfg_env_missing", re.compile("environment variable .* was not found", re.DOTALL)),
    ("cfg_invalid_url", re.compile("Invalid URL")),
)
"""What LibreChat says at start and again when it maps a model, which differ in their words."""

_UNKNOWN_PATH = frozenset(
    {"aoai_404_resource", "apim_404_path", "serverless_404_path", "not_found", "html_login"}
)
_UNKNOWN_VERSION = frozenset(
    {"aoai_404_resource", "aoai_400_version_unsupported", "not_found", "unknown_answer"}
)
_NO_HOST = frozenset(
    {"dns_not_found", "conn_refused", "conn_timeout", "unreachable", "tls_failed", "transport"}
)


def unsendable(subject: Subject) -> str:
    """Return the entry of LibreChat's refusal to use a model, by its message."""
    error = subject.route.error or ""
    found = next((id for id, words in _REFUSALS if words.search(error)), "not_routed")
    return "aoai_404_yaml_date" if found == "not_routed" and _is_a_date(subject) else found


def explained(found: str, subject: Subject) -> str:
    """Return the entry that explains a failure better than the answer does, else `found`."""
    route = subject.route
    if field(Level.GROUP, route.model) and subject.setting(route.path) is not None:
        return "cfg_models_not_models"
    if found in _UNKNOWN_VERSION and is_model_version(route):
        return "cfg_version_is_model_version"
    if found in _NO_HOST and is_cut_in_host(route):
        return "cfg_deployment_in_host"
    if found in _UNKNOWN_PATH and is_pasted(route):
        is_azures = found == "aoai_404_resource"
        return "serverless_target_uri_pasted" if is_azures else "cfg_model_pasted_full_url"
    is_doubled_in_vain = found == "not_found" and is_doubled(route)
    return "cfg_baseurl_no_deployments_segment" if is_doubled_in_vain else found


def hint(found: str, subject: Subject) -> str | None:
    """Return the entry whose cause and remedy suit an answer better than its own."""
    is_meant = found in _UNKNOWN_PATH and is_doubled(subject.route)
    return "cfg_baseurl_no_deployments_segment" if is_meant else None


def _is_a_date(subject: Subject) -> bool:
    route = subject.route
    paths = ((*route.path, "version"), (*route.group_path, "version"))
    return any(isinstance(subject.setting(path), Timestamp) for path in paths)


def is_model_version(route: Route) -> bool:
    """Say whether a model's version stands where the API's belongs."""
    version = route.version
    return bool(version) and standing(version or "") is Standing.NO_VERSION


def is_cut_in_host(route: Route) -> bool:
    """Say whether the address was cut within its host, which begins with the deployment."""
    host = urlsplit(route.url or "").hostname or ""
    return bool(route.deployment) and host == (route.deployment or "").lower()


def is_doubled(route: Route) -> bool:
    """Say whether the client put the deployment in a second time."""
    name = route.deployment
    return bool(name) and f"/{name}/deployments/{name}/" in (route.url or "")


def is_pasted(route: Route) -> bool:
    """Say whether a whole target address stands where its beginning belongs."""
    path, _, query = unquote(route.url or "").partition("?")
    return path.count(_OPERATION) > 1 or _OPERATION in query
