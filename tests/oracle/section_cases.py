"""Whole configs to judge: sections made from the schema, good ones, and spoilt at a few places."""

import copy
from collections.abc import Callable, Iterator
from random import Random

from editor.core.schema.field import Target
from editor.core.schema.shipped import Node, Schema, definitions_of, shipped_schema
from editor.core.validation.faults import Checker
from editor.core.yaml.values import Value
from tests.oracle.zod_cases import ODD, UNKNOWN, places

_DEEPEST = 12
_MOST_KEYS = 12
_TEXTS: dict[str, tuple[str, ...]] = {
    "private-address": (
        "localhost:11434", "10.0.0.1:80", "8.8.8.8:80", "[::1]:11434", "[fe80::1]:1", "x:0",
        "[2001:db8::1]:80", "[::ffff:10.0.0.1]:80", "[64:ff9b::a00:1]:9", "[2002:a00:1::]:80",
        "[2001::f5ff:fffe]:7", "a:65536", "a:080", "a b:1", "http://a:1", "999.1.1.1:1", "A:1",
        "172.16.0.1:1", "192.168.1.1:70000", "::1:80", "a:", ":80", "localhost", "[a]:1",
    ),
    "git-ref": (
        "main", "v1.0", "feature/x", "/a", "a/", "a..b", "a//b", "@", "a@{b", "a.", "a b", "a~1",
        ".a", "a/.b", "a.lock", "a.lock/b", "a\\b", "ä", "@a", "-",
    ),
    "skill-path": (
        "skills", "/skills/", "a/b", ".", "/", "a/./b", "a//b", "../a", "a b", " a ", "  ", "ä",
        "a\\b", "./a", "a/..", "a.b", "...", " /. ",
    ),
    "url": (
        "https://example.com", "http://localhost:3080/x", "https://", "example.com", "http://a b",
        "mailto:x", "https://a:99999", "http://127.0.0.1", "http://[::1]/", "ftp://x", "ws://x",
        "http://sub.localhost", "http://example.com", " https://x ", "https://x?y", "https://x#y",
        "HTTPS://X", "http:x", "${HOST}", "https://${HOST}/x",
    ),
    "remote": ("https://x", "http://x:1/y", "ws://x", "wss://x/y?z", "socks5://x:1", "ftp://x", "https://${X}/y"),
    "regex": (
        "image/.*", "^text/(plain|html)$", "(", "[", "a**", "(?=a)", "(?<n>a)\\k<n>", "\\d{2,1}",
        "[b-a]", "(?i)a", "a{1001}", "\\pL", "\\p{L}", "(?<=a)b", "\\1", "sk-[a-z]{8}", "*", "\\",
    ),
    "pattern": (
        "abc", "a", "A-1", "${TOKEN}", " ${TOKEN} ", "${1}", "a_b", "a.b", "-a", "ab-", "ä1 b's",
        "'a", ".example.com", "0123456789abcdef01234567", " 0123456789ABCDEF01234567", "a,b",
        "a b", "A_1", "x:1", "日本", "\u0301a", "a\n", "__SYSTEM__", "a\u0301",
    ),
}  # fmt: skip
_POOLS = {
    "private-address": "private-address",
    "git-ref": "git-ref",
    "skill-path": "skill-path",
    "regex": "regex",
    "re2": "regex",
} | dict.fromkeys(
    ("url", "trimmed-url", "oidc-url", "code-environment-url"), "url",
) | dict.fromkeys(("websocket-url", "http-url", "proxy-url"), "remote")  # fmt: skip
_ALL_TEXTS = tuple(text for texts in _TEXTS.values() for text in texts)
_RULED_PARTS = ("statefulCodeSessions", "managementApi", "remoteApi")
_UNJUDGED = frozenset({"url", "proxy"})
"""Keys of an MCP server whose text can make the check break off; see tests of the start."""


def section_cases(count: int, seed: int, target: Target) -> Iterator[Value]:
    """Yield configs, a fourth of them good; the same ones for the same arguments."""
    random = Random(f"sections {seed} {target}")
    made = _Maker(target, random)
    for index in range(count):
        config = made.config()
        if index % 4:
            for _ in range(random.choice((1, 1, 1, 2, 4))):
                _spoil(config, random, made.words)
        yield config


class _Maker:
    """Makes values that the target's schema takes, as far as chance allows."""

    def __init__(self, target: Target, random: Random) -> None:
        self._random = random
        self._definitions = definitions_of(target)
        self._root = shipped_schema(target).get("properties", {})
        endpoints = self._root["endpoints"]
        assert isinstance(endpoints, dict)
        self._endpoints = endpoints.get("properties", {})
        self.words = [*_ALL_TEXTS, *sorted(set(_words(shipped_schema(target))), key=str)]

    def config(self) -> dict[str, Value]:
        names = [*self._root, *(f"endpoints.{key}" for key in self._endpoints)]
        names = [name for name in names if name not in {"version", "endpoints"}]
        config: dict[str, Value] = {"version": "1.3.17"}
        for name in self._random.sample(names, k=self._random.choice((1, 1, 2, 3))):
            section, _, endpoint = name.partition(".")
            if not endpoint:
                config[section] = self._value(self._root[section], 0)
                continue
            if endpoint != "azureOpenAI":
                endpoints = config.setdefault("endpoints", {})
                assert isinstance(endpoints, dict)
                endpoints[endpoint] = self._endpoint(endpoint)
        return config

    def _endpoint(self, name: str) -> Value:
        """Return an endpoint's value; for agents, mostly one of its parts that have rules."""
        schema = self._endpoints[name]
        if name != "agents" or not isinstance(schema, dict) or self._pick(3) == 0:
            return self._value(schema, 0)
        parts = [key for key in _RULED_PARTS if key in schema.get("properties", {})]
        return {key: self._value(schema.get("properties", {})[key], 1) for key in parts}

    def _value(self, schema: Schema, depth: int) -> Value:
        if not isinstance(schema, dict) or not schema:
            return copy.deepcopy(self._random.choice(ODD))
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._value(self._definitions[name], depth + 3)
        if "type" not in schema and "anyOf" in schema:
            options = schema["anyOf"]
            return self._value(options[0 if depth > _DEEPEST else self._pick(len(options))], depth)
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        if "const" in schema:
            return schema["const"]
        wanted = schema.get("type", "null")
        name = wanted if isinstance(wanted, str) else self._random.choice(wanted)
        return self._plain(schema, name, depth)

    def _plain(self, node: Node, name: str, depth: int) -> Value:
        match name:
            case "string":
                return self._text(node)
            case "boolean":
                return self._random.random() < 0.5
            case "number" | "integer":
                return self._number(node, name)
            case "array":
                least = node.get("minItems", 0)
                length = self._random.randint(least, max(least, 0 if depth > _DEEPEST else 2))
                return [self._value(node.get("items", True), depth + 1) for _ in range(length)]
            case "object":
                return self._mapping(node, depth)
            case _:
                return None

    def _mapping(self, node: Node, depth: int) -> Value:
        properties = node.get("properties", {})
        required = node.get("required", ())
        optional = [key for key in properties if key not in required]
        amount = 0 if depth > _DEEPEST else self._pick(min(len(optional), _MOST_KEYS) + 1)
        kept = {*required, *self._random.sample(optional, k=amount)}
        mapping = {
            key: self._random.choice(_TEXTS["regex"])
            if key == "regex" and self._pick(2)
            else self._value(schema, depth + 1)
            for key, schema in properties.items()
            if key in kept and schema is not False
        }
        rest = node.get("additionalProperties", True)
        if isinstance(rest, dict) and depth <= _DEEPEST:
            for name in self._random.sample(("a", "b c", "10", "toString", ""), k=self._pick(3)):
                mapping[name] = self._value(rest, depth + 1)
        return mapping

    def _number(self, node: Node, name: str) -> Value:
        least = node.get("minimum", node.get("exclusiveMinimum", -2))
        most = node.get("maximum", least + 100)
        shift = 1 if "exclusiveMinimum" in node else 0
        if name == "integer":
            return self._random.choice((int(least) + shift, int(most)))
        number = self._random.choice((least + shift / 2, most, (least + most) / 2))
        return int(number) if number == int(number) else number

    def _text(self, node: Node) -> Value:
        rules = [rule for piece in (node, *_pieces(node)) for rule in piece.get("x-rule", ())]
        pool = next((_TEXTS[_POOLS[rule]] for rule in rules if rule in _POOLS), None)
        if pool is None:
            pool = _TEXTS["pattern"] if "pattern" in node or "allOf" in node else ("text", "x", "")
        is_good = _judge_of(node)
        good = [text for text in pool if is_good(text)]
        return self._random.choice(good or pool)

    def _pick(self, count: int) -> int:
        return self._random.randrange(count)


def _pieces(node: Node) -> list[Node]:
    return [piece for piece in node.get("allOf", ()) if isinstance(piece, dict)]


def _judge_of(node: Node) -> Callable[[str], bool]:
    def is_good(text: str) -> bool:
        return not Checker({}).faults(text, node)

    return is_good


def _words(schema: Schema) -> Iterator[Value]:
    """Yield every word and limit of the schema, and the limits' neighbours."""
    if not isinstance(schema, dict):
        return
    yield from schema.get("enum", ())
    for limit in (schema.get("minimum"), schema.get("maximum"), schema.get("exclusiveMinimum")):
        if limit is not None:
            yield from (limit, limit - 1, limit + 1, limit + 0.5)
    if "const" in schema:
        yield schema["const"]
    inner = (*schema.get("properties", {}).values(), *schema.get("anyOf", ()))
    for piece in (*inner, schema.get("items", True), schema.get("additionalProperties", True)):
        yield from _words(piece)


def _spoil(config: dict[str, Value], random: Random, words: list[Value]) -> None:
    """Replace, remove or add something anywhere below the top."""
    found = [
        (container, key)
        for container, key in places(config)
        if container is not config
        and key not in _UNJUDGED
        and container is not config.get("endpoints")
    ]
    sections = [(config, key) for key in config if key not in {"version", "endpoints"}]
    if not found or random.random() < 0.03:
        found = sections
    if not found:
        return
    container, key = random.choice(found)
    value = copy.deepcopy(random.choice(ODD if random.random() < 0.6 else words))
    match random.randint(0, 4), container, key:
        case 0, dict(), str():
            del container[key]
        case 1, dict(), str():
            container[random.choice(UNKNOWN)] = value
        case 1, list(), int():
            container.insert(key, copy.deepcopy(container[key]))
        case _, dict(), str():
            container[key] = value
        case _, list(), int():
            container[key] = value
        case _:
            raise AssertionError(container)
