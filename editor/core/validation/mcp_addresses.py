"""Which addresses of `mcpServers` make LibreChat's schema check fail with “Invalid URL”.

LibreChat 0.8.8 and 0.7.7: the check itself breaks off, so no other issue of the file is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.javascript import members
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.startup_group import reason
from editor.core.validation.urls import parsed
from editor.core.yaml.values import keys_in_javascript_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.yaml.values import Path, Value


def invalid_addresses(config: Value, target: Target, environment: Environment) -> Iterator[Finding]:
    """Yield a finding for each address that is none once its references are filled in."""
    servers = members((members(config) or {}).get("mcpServers")) or {}
    for name in keys_in_javascript_order(servers):
        server = members(servers[name]) or {}
        if not _is_local(server):
            for key in _checked_keys(server, target, environment):
                path = ("mcpServers", name, key)
                yield from _invalid(path, server.get(key), target, environment)


def _is_local(server: dict[str, Value]) -> bool:
    """Say whether a server is a command to start, whose address nobody looks at."""
    arguments = server.get("args")
    return (
        server.get("type", "stdio") == "stdio"
        and isinstance(server.get("command"), str)
        and isinstance(arguments, list)
        and all(isinstance(argument, str) for argument in arguments)
    )


def _checked_keys(
    server: dict[str, Value], target: Target, environment: Environment
) -> tuple[str, ...]:
    """Return the keys with an address; a sound web socket's proxy is not looked at."""
    url = server.get("url")
    if target is Target.V0_7:
        return ("url",)
    if isinstance(url, str) and server.get("type", "websocket") == "websocket":
        address = parsed(environment.resolve(url, target))
        if address is not None and address.scheme in {"ws", "wss"}:
            return ("url",)
    return ("proxy", "url")


def _invalid(
    path: Path, text: Value, target: Target, environment: Environment
) -> Iterator[Finding]:
    if not isinstance(text, str):
        return
    is_resolved = target is Target.V0_8
    address = environment.resolve(text, target) if is_resolved else text
    if parsed(address) is not None:
        return
    message = f"`{path[-1]}` of MCP server “{path[1]}” is no web address"
    unresolved = environment.unresolved(text, target) if is_resolved else ()
    if unresolved:
        message += f". {reason(unresolved[0])}"
    elif is_resolved or "${" not in text:
        message += ". Begin it with https:// and check its host."
    else:
        message += ": this release fills in no variables there. Write the address itself."
    yield Finding(
        code=Code.INVALID_URL,
        origin=Origin.STARTUP,
        severity=Severity.ERROR,
        message=message,
        path=path,
        server_message="Invalid URL",
    )
