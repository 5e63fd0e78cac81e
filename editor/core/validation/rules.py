"""What LibreChat checks in code about its other sections, where a schema has no words for it.

A rule gets a value that the schema takes and yields what is wrong: a path from there, and plain
words. Addresses of `mcpServers` are judged as the environment fills them in.
docs/refinements.md says which rule holds where. Read from the code of npm
`librechat-data-provider` 0.8.524; `texts`, `websocket-url` and `http-url` of 0.7.6998 too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from editor.core.validation.addresses import is_address_entry
from editor.core.validation.code_environments import broken_environments
from editor.core.validation.javascript import BLANKS, members
from editor.core.validation.patterns import is_javascript, is_re2
from editor.core.validation.urls import parsed
from editor.core.wording import worded
from editor.core.yaml.values import Path, Value

Broken: TypeAlias = Iterator[tuple[Path, str]]
Rule: TypeAlias = Callable[[Value], Broken]

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
_GIT_FORBIDDEN = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|//|@\{")
_SKILL_PATH = re.compile(r"[a-zA-Z0-9._\-/]*\Z")
_A_URL = "must be a whole URL, such as https://example.com."
_MOST_PATTERNS = 256
_MOST_REGEX_CHARACTERS = 8192


def _text_rule(is_sound: Callable[[str], bool], message: str) -> Rule:
    """Return the rule that a text must pass a test."""

    def broken(value: Value) -> Broken:
        if not is_sound(str(value)):
            yield (), message

    return broken


def _is_url(text: str) -> bool:
    return parsed(text) is not None


def _is_trimmed_url(text: str) -> bool:
    return _is_url(text.strip(BLANKS))


def _has_scheme(text: str, schemes: frozenset[str], *, wanted: bool = True) -> bool:
    """Say whether a URL's scheme is (or is not) among some; what is no URL is not judged here."""
    url = parsed(text.strip(BLANKS))
    return url is None or (url.scheme in schemes) is wanted


_WEBSOCKET = frozenset({"ws", "wss"})
_PROXY = frozenset({"http", "https", "socks", "socks5"})


def _is_websocket_url(text: str) -> bool:
    return _has_scheme(text, _WEBSOCKET)


def _is_http_url(text: str) -> bool:
    return _has_scheme(text, _WEBSOCKET, wanted=False)


def _is_proxy_url(text: str) -> bool:
    return _has_scheme(text, _PROXY)


def _is_oidc_url(text: str) -> bool:
    url = parsed(text)
    if url is None or url.scheme == "https":
        return True
    is_local = url.host in _THIS_MACHINE or url.host.endswith(".localhost")
    return url.scheme == "http" and is_local


def _is_code_environment_url(text: str) -> bool:
    url = parsed(text.strip(BLANKS))
    return url is None or (url.scheme in {"http", "https"} and not re.search("[?#]", text))


def _is_git_reference(text: str) -> bool:
    segments = text.split("/")
    return (
        _GIT_FORBIDDEN.search(text) is None
        and text != "@"
        and not text.endswith(".")
        and not any(not part or part[0] == "." or part.endswith(".lock") for part in segments)
    )


def _is_skill_path(text: str) -> bool:
    if not text.strip(BLANKS):
        return False
    path = text.strip(BLANKS).strip("/")
    if path in {"", "."}:
        return True
    segments = path.split("/")
    return _SKILL_PATH.match(path) is not None and ".." not in path and not (
        {"", "."} & set(segments)
    )  # fmt: skip


def _skill_sync(value: Value) -> Broken:
    github = members(value) or {}
    sources = _mappings(github.get("sources"))
    if github.get("enabled") is True and not sources:
        yield ("sources",), "Skill sync is enabled, so `sources` needs a source."
    yield from _repeated([source.get("id") for source in sources], "sources", "id")


def _repeated(names: list[Value], key: str, name_key: str) -> Broken:
    seen: set[str] = set()
    for index, name in enumerate(map(str, names)):
        if name in seen:
            message = worded("`{0}` “{1}” is used twice. Give each entry its own.", name_key, name)
            yield (key, index, name_key), message
        seen.add(name)


def _oauth_client(value: Value) -> Broken:
    oauth = members(value) or {}
    if not oauth.get("client_secret"):
        return
    if not oauth.get("client_id"):
        yield ("client_secret",), "`client_secret` needs `client_id` beside it."
    elif not (oauth.get("authorization_url") and oauth.get("token_url")):
        message = "`client_secret` needs `authorization_url` and `token_url` beside it."
        yield ("client_secret",), message


def _cloudfront(value: Value) -> Broken:
    settings = members(value) or {}
    signing = settings.get("imageSigning", "none")
    if settings.get("invalidateOnDelete") is True and not settings.get("distributionId"):
        yield ("distributionId",), "`invalidateOnDelete` needs `distributionId`."
    if signing == "cookies" and not settings.get("cookieDomain"):
        yield ("cookieDomain",), "`imageSigning: cookies` needs `cookieDomain`."
    if settings.get("requireSignedAccess") is True and signing != "cookies":
        yield ("requireSignedAccess",), "`requireSignedAccess` needs `imageSigning: cookies`."


def _filters(value: Value) -> Broken:
    sources = (members(value) or {}).values()
    patterns = [pattern for source in sources for pattern in _custom_patterns(source)]
    if len(patterns) > _MOST_PATTERNS:
        yield (
            (),
            worded(
                "There are {0} patterns; {1} are allowed in total.", len(patterns), _MOST_PATTERNS
            ),
        )
    yield from _too_long(patterns, ())


def _message_filter(value: Value) -> Broken:
    patterns = _mappings((members(value) or {}).get("customPatterns"))
    for index, pattern in enumerate(patterns):
        if not is_javascript(str(pattern.get("regex"))):
            yield ("customPatterns", index, "regex"), "This is no regular expression."
    yield from _too_long(patterns, ("customPatterns",))


def _custom_patterns(source: Value) -> list[Mapping[str, Value]]:
    pii = members((members(source) or {}).get("pii")) or {}
    return _mappings(pii.get("customPatterns"))


def _too_long(patterns: list[Mapping[str, Value]], path: Path) -> Broken:
    length = sum(len(str(pattern.get("regex"))) for pattern in patterns)
    if length > _MOST_REGEX_CHARACTERS:
        message = worded(
            "The patterns have {0} characters; {1} are allowed.", length, _MOST_REGEX_CHARACTERS
        )
        yield path, message


def _texts(value: Value) -> Broken:
    for index, item in enumerate(value if isinstance(value, list) else []):
        if not isinstance(item, str):
            yield (index,), "must be text."


def _positive_range(value: Value) -> Broken:
    limits = members(value) or {}
    least, most = limits.get("positiveMin"), limits.get("max")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        yield ("positiveMin",), "`positiveMin` must not be more than `max`."


def _permission_default(value: Value) -> Broken:
    field = members(value) or {}
    allowed = field.get("allowed")
    if isinstance(allowed, list) and field.get("default", "ask") not in allowed:
        yield ("default",), "`default` must be one of `allowed`; left out, it is ask."


def _management_clients(value: Value) -> Broken:
    settings = members(value) or {}
    clients = _mappings(settings.get("clients"))
    if _is_enabled(settings.get("oidc")) and not clients:
        yield ("clients",), "Sign-in is enabled, so `clients` needs an entry."
    names = [str(client.get("clientId")).strip(BLANKS) for client in clients]
    yield from _repeated([*names], "clients", "clientId")


def _remote_oidc(value: Value) -> Broken:
    settings = members(value) or {}
    for key in ("issuer", "audience"):
        if _is_enabled(value) and not settings.get(key):
            yield (key,), worded("Sign-in is enabled, so `{0}` is needed.", key)


def _management_oidc(value: Value) -> Broken:
    settings = members(value) or {}
    if not _is_enabled(value):
        return
    if not settings.get("issuer"):
        yield ("issuer",), "Sign-in is enabled, so `issuer` is needed."
    has_scopes = settings.get("tokenUse") == "access" and settings.get("requiredScopes")
    if not settings.get("audience") and not has_scopes:
        message = (
            "Sign-in is enabled, so it needs `audience`, or `tokenUse: access` with "
            "`requiredScopes`."
        )
        yield ("requiredScopes",), message


def _is_enabled(value: Value) -> bool:
    return (members(value) or {}).get("enabled") is True


def _mappings(value: Value) -> list[Mapping[str, Value]]:
    items = value if isinstance(value, list) else []
    return [mapping for item in items if (mapping := members(item)) is not None]


RULES: Mapping[str, Rule] = {
    "url": _text_rule(_is_url, _A_URL),
    "trimmed-url": _text_rule(_is_trimmed_url, _A_URL),
    "websocket-url": _text_rule(_is_websocket_url, "must begin with ws:// or wss://."),
    "http-url": _text_rule(_is_http_url, "must not begin with ws:// or wss://."),
    "proxy-url": _text_rule(_is_proxy_url, "must begin with http, https, socks or socks5."),
    "oidc-url": _text_rule(_is_oidc_url, "must begin with https://, except for this machine."),
    "code-environment-url": _text_rule(
        _is_code_environment_url, "must be an http or https URL without ? and #."
    ),
    "private-address": _text_rule(
        is_address_entry,
        "must be a host with a port, such as localhost:11434; an address must be a private one.",
    ),
    "git-ref": _text_rule(_is_git_reference, "is no name of a branch, tag or commit."),
    "skill-path": _text_rule(
        _is_skill_path, "must be a path inside the repository, such as skills/writing."
    ),
    "texts": _texts,
    "regex": _text_rule(is_javascript, "is no regular expression."),
    "re2": _text_rule(is_re2, "is no regular expression of RE2, which has no lookaround."),
    "skill-sync": _skill_sync,
    "oauth-client": _oauth_client,
    "cloudfront": _cloudfront,
    "filters": _filters,
    "message-filter": _message_filter,
    "positive-range": _positive_range,
    "permission-default": _permission_default,
    "code-environments": broken_environments,
    "management-clients": _management_clients,
    "management-oidc": _management_oidc,
    "remote-oidc": _remote_oidc,
}
"""Every rule by its name in the schema; a message about one text lacks its subject."""
