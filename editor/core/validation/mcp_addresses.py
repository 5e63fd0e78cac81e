"""Addresses of `mcpServers`: filled in, and which make the schema check fail: “Invalid URL”.

LibreChat 0.8.8 and 0.7.7: the check itself breaks off, so no other issue of the file is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.environment import Failure, is_reference
from editor.core.schema.field import Target
from editor.core.schema.shipped import Schema, definitions_of, schema_at
from editor.core.validation.codes import Code
from editor.core.validation.faults import Checker
from editor.core.validation.javascript import BLANKS, members
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.startup_group import reason
from editor.core.validation.urls import parsed
from editor.core.wording import sentences, worded
from editor.core.yaml.values import Path, Value, keys_in_javascript_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment

SERVERS: Path = ("mcpServers",)
_SIGN_IN_ADDRESSES = ("authorization_url", "token_url", "redirect_uri", "revocation_endpoint")


def invalid_addresses(
    servers: Value, target: Target, environment: Environment
) -> tuple[Finding, ...]:
    """Return a finding for each address that is none once its references are filled in."""
    mapping = members(servers) or {}
    return tuple(
        finding
        for name in keys_in_javascript_order(mapping)
        for key in _checked_keys(mapping[name], target, environment)
        for finding in _invalid((*SERVERS, name, key), mapping[name], target, environment)
    )


def filled_in(servers: Value, target: Target, environment: Environment) -> Value:
    """Return `mcpServers` with its addresses as LibreChat's schema judges them."""
    mapping = members(servers)
    if mapping is None or target is Target.V0_7:
        return servers
    return {name: _server_filled_in(server, environment) for name, server in mapping.items()}


def _server_filled_in(value: Value, environment: Environment) -> Value:
    server = members(value)
    if server is None:
        return value
    filled = _with_addresses(server, ("url", "proxy"), environment)
    sign_in = members(server.get("oauth"))
    if sign_in is not None:
        filled["oauth"] = _with_addresses(sign_in, _SIGN_IN_ADDRESSES, environment)
    return filled


def _with_addresses(
    mapping: dict[str, Value], keys: tuple[str, ...], environment: Environment
) -> dict[str, Value]:
    filled = mapping.copy()
    for key in keys:
        text = mapping.get(key)
        if isinstance(text, str):
            filled[key] = _resolved(text, environment)
    return filled


def _resolved(text: str, environment: Environment) -> Value:
    """Return a text filled in; what JavaScript's own names lead to is no text."""
    unresolved = environment.unresolved(text, Target.V0_8)
    is_whole = is_reference(text.strip(BLANKS))
    if is_whole and unresolved and unresolved[0].failure is Failure.BUILT_IN:
        return {}
    return environment.resolve(text, Target.V0_8)


def _checked_keys(value: Value, target: Target, environment: Environment) -> tuple[str, ...]:
    """Return the keys whose addresses are looked at.

    LibreChat tries the kinds of server in turn and stops at the first that fits: a command to
    start, a web socket, then those with an HTTP address.
    """
    server = members(value)
    if server is None:
        return ()
    filled = members(_server_filled_in(server, environment)) if target is Target.V0_8 else server
    assert filled is not None
    kinds = _kinds(target)
    is_address = parsed(str(filled.get("url"))) is not None
    if _fits(filled, kinds[0], target) or (is_address and _fits(filled, kinds[1], target)):
        return ()
    return ("url",) if target is Target.V0_7 else ("proxy", "url")


def _kinds(target: Target) -> list[Schema]:
    servers = schema_at(target, SERVERS)
    assert not isinstance(servers, bool)
    server = servers.get("additionalProperties", True)
    assert not isinstance(server, bool)
    return server.get("anyOf", [])


def _fits(server: Value, kind: Schema, target: Target) -> bool:
    return not Checker(definitions_of(target)).faults(server, kind)


def _invalid(
    path: Path, server: Value, target: Target, environment: Environment
) -> Iterator[Finding]:
    text = (members(server) or {}).get(str(path[-1]))
    if not isinstance(text, str):
        return
    is_resolved = target is Target.V0_8
    address = _resolved(text, environment) if is_resolved else text
    if not isinstance(address, str) or parsed(address) is not None:
        return
    names = (path[-1], path[1])
    unresolved = environment.unresolved(text, target) if is_resolved else ()
    if unresolved:
        message = worded("`{0}` of MCP server “{1}” is no web address.", *names)
        message = sentences(message, reason(unresolved[0]))
    elif is_resolved or "${" not in text:
        message = worded(
            "`{0}` of MCP server “{1}” is no web address. Begin it with https:// and check its "
            "host.",
            *names,
        )
    else:
        message = worded(
            "`{0}` of MCP server “{1}” is no web address: this release fills in no variables "
            "there. Write the address itself.",
            *names,
        )
    yield Finding(
        code=Code.INVALID_URL,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message=message,
        path=path,
        server_message="Invalid URL",
    )
