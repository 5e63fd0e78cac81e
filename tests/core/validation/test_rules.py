"""What LibreChat checks in code: one sound and one broken value for each side of a rule."""

import pytest

from editor.core.schema.field import Target
from editor.core.schema.shipped import Schema, shipped_schema
from editor.core.validation.rules import RULES
from editor.core.yaml.values import Path, Value

_ENVIRONMENT: dict[str, Value] = {"id": "a", "type": "attached", "baseURL": "https://x"}
_PAIRING: dict[str, Value] = {"allowPrincipalWorkers": True, "tokenEnv": "T"}


def broken(rule: str, value: Value) -> list[Path]:
    return [path for path, _ in RULES[rule](value)]


@pytest.mark.parametrize(
    ("rule", "sound", "wrong"),
    [
        ("private-address", "localhost:1 10.0.0.1:80 [fe80::1]:2 host:65535 [::ffff:10.0.0.1]:1 "
         "[64:ff9b::a00:1]:9 172.31.0.1:1 169.254.1.1:1 100.64.0.1:1 198.19.0.1:1 224.0.0.1:1",
         "localhost 8.8.8.8:80 [2001:db8::1]:2 host:0 host:65536 http://a:1 ::1:80 172.32.0.1:1 "
         "[2002:808:808::]:1 192.0.1.1:1 169.1.1.1:1 100.1.1.1:1 198.1.1.1:1"),
        ("git-ref", "main feature/x v1.0 a@b", "/a a/ a..b a//b @ a@{ a. a~ .a a/.b a.lock a\\b"),
        ("skill-path", "a /a/b/ . / a.b", "../a a/./b a//b ä a\\b a/.."),
        ("url", "https://x mailto:x", "x https:// ://x"),
        ("websocket-url", "ws://x wss://x x ${URL}", "https://x"),
        ("http-url", "https://x x ${URL}", "ws://x WSS://x"),
        ("proxy-url", "http://x socks5://x x", "ftp://x ws://x"),
        ("oidc-url", "https://x http://localhost http://a.localhost http://127.0.0.1:1",
         "http://x ftp://localhost"),
        ("code-environment-url", "https://x http://x/y", "https://x? https://x#y ftp://x"),
        ("regex", "a (?=a)", "( ["),
        ("re2", "a (?i)a", "( (?=a)"),
    ],
)  # fmt: skip
def test_a_text_is_sound_or_not(rule: str, sound: str, wrong: str) -> None:
    assert [text for text in sound.split(" ") if broken(rule, text)] == []
    assert [text for text in wrong.split(" ") if not broken(rule, text)] == []


@pytest.mark.parametrize(
    ("rule", "value", "paths"),
    [
        ("skill-sync", {"enabled": True, "sources": []}, [("sources",)]),
        ("skill-sync", {"sources": [{"id": "a"}, {"id": "b"}, {"id": "a"}]},
         [("sources", 2, "id")]),
        ("oauth-client", {"client_secret": "s"}, [("client_secret",)]),
        ("oauth-client", {"client_secret": "s", "client_id": "i", "token_url": "t"},
         [("client_secret",)]),
        ("oauth-client", {"client_secret": "", "client_id": "i"}, []),
        ("cloudfront", {"invalidateOnDelete": True, "imageSigning": "cookies"},
         [("distributionId",), ("cookieDomain",)]),
        ("cloudfront", {"requireSignedAccess": True}, [("requireSignedAccess",)]),
        ("cloudfront", {}, []),
        ("message-filter", {"customPatterns": [{"regex": "a"}, {"regex": "("}]},
         [("customPatterns", 1, "regex")]),
        ("message-filter", {"customPatterns": [{"regex": "a" * 500}] * 17}, [("customPatterns",)]),
        ("filters", {"a": {"pii": {"customPatterns": [{"regex": "a"}] * 257}}}, [()]),
        ("filters", {"a": {"pii": {"customPatterns": [{"regex": "a" * 500}] * 17}}}, [()]),
        ("filters", {"a": {}}, []),
        ("texts", ["a", 1], [(1,)]),
        ("positive-range", {"max": 1, "positiveMin": 2}, [("positiveMin",)]),
        ("positive-range", {"max": 1, "positiveMin": 1}, []),
        ("permission-default", {"allowed": ["allow"]}, [("default",)]),
        ("permission-default", {"allowed": ["ask"]}, []),
        ("management-clients", {"oidc": {"enabled": True}}, [("clients",)]),
        ("management-clients", {"clients": [{"clientId": "a"}, {"clientId": " a"}]},
         [("clients", 1, "clientId")]),
        ("remote-oidc", {"enabled": True}, [("issuer",), ("audience",)]),
        ("remote-oidc", {}, []),
        ("management-oidc", {"enabled": True}, [("issuer",), ("requiredScopes",)]),
        ("management-oidc", {"enabled": True, "issuer": "i", "tokenUse": "access",
         "requiredScopes": ["s"]}, []),
        ("code-environments", {}, []),
        ("code-environments", {"environments": [_ENVIRONMENT]}, [("environments",)]),
        ("code-environments", {"environments": [_ENVIRONMENT | {"default": True}] * 2},
         [("environments", 1, "id"), ("environments",)]),
        ("code-environments", {"environments": [_ENVIRONMENT | {"pairing": _PAIRING}]}, []),
        ("code-environments", {"environments": [_ENVIRONMENT | {
            "pairing": _PAIRING, "default": True, "type": "managed", "owner": "principal",
            "baseURL": "http://x"}]},
         [("environments", 0, "pairing"), ("environments", 0, "pairing"),
          ("environments", 0, "baseURL"), ("environments", 0, "default")]),
        ("code-environments", {"environments": [_ENVIRONMENT | {
            "default": True, "workerId": "a", "pairing": {"workerId": "b", "tokenEnv": "T"}}]},
         [("environments", 0, "workerId")]),
    ],
)  # fmt: skip
def test_settings_go_together_or_not(rule: str, value: Value, paths: list[Path]) -> None:
    assert broken(rule, value) == paths


def rules_of(schema: Schema) -> set[str]:
    if not isinstance(schema, dict):
        return set()
    inner = (
        *schema.get("properties", {}).values(),
        *schema.get("definitions", {}).values(),
        *schema.get("anyOf", ()),
        *schema.get("allOf", ()),
        schema.get("items", True),
        schema.get("additionalProperties", True),
    )
    return set(schema.get("x-rule", ())).union(*map(rules_of, inner))


def test_every_rule_of_the_schemas_is_there_and_no_other() -> None:
    assert set().union(*(rules_of(shipped_schema(target)) for target in Target)) == set(RULES)
