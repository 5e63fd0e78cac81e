"""Random environments, texts that refer to them, and configs that start or do not."""

from collections.abc import Iterator
from random import Random

from editor.core.environment import is_reference
from editor.core.validation.javascript import BLANKS
from editor.core.yaml.values import Value

_NAMES = ("A", "B", "KEY", "EMPTY", "HOST", "JWT_SECRET", "MONGO_URI", "LOOP", "PADDED", "a.b",
          "toString", "WS")  # fmt: skip
_VALUES = ("1", "secret", "", "${A}", "${B}", " x ", "https://h.example", "a\nb", "contoso",
           "ws://w.example")  # fmt: skip
_PIECES = (
    "${A}", "${B}", "${KEY}", "${EMPTY}", "${UNSET}", "${HOST}", "${JWT_SECRET}", "${MONGO_URI}",
    "${LOOP}", "${PADDED}", "${a.b}", "${ A }", "${A:-x}", "${}", "${", "}", "$A", "$", "x", "/",
    "${toString}", "${__proto__}", "${constructor}", "${WS}",
    "https://", "-", " ", "\t", "\n", "\u2028", "\ufeff", "\x85", "é", "gpt-4o", "2024-10-21",
)  # fmt: skip
_ADDRESSES = (
    "https://mcp.example/sse", "${HOST}", "https://${HOST}/", "${UNSET}", "no address", "",
    "ws://x", "${WS}", "ftp://x", "socks5://p", "${toString}", "https://${UNSET}/",
    "http://h:${A}/", "http://h:99999", "${HOST}/${A}", "http://", "x:y", "//x", 5, "http://a b",
    " https://x ", "http://[::1]", "http://[::", "http://256.1.1.1", "http://%41",
)  # fmt: skip
_LISTED = ("", "azureOpenAI", "azureOpenAI,azureAssistants", "agents, azureOpenAI", "openAI")
_IDS: tuple[Value, ...] = (["asst_1"], ["asst_2", "asst_3"])


def environments(random: Random) -> dict[str, str]:
    """Return the variables of one environment."""
    names = random.sample(_NAMES, k=random.randint(0, len(_NAMES)))
    variables = {name: random.choice(_VALUES) for name in names}
    if random.random() < 0.3:
        variables["ENDPOINTS"] = random.choice(_LISTED)
    return variables


def text_with_references(random: Random) -> str:
    """Return a text that may refer to variables."""
    return "".join(random.choices(_PIECES, k=random.randint(1, 4)))


def startups(count: int, seed: int) -> Iterator[tuple[dict[str, Value], dict[str, str]]]:
    """Yield configs, which schema and group rules mostly take, each with its environment."""
    random = Random(seed)
    for _ in range(count):
        yield _config(random), environments(random)


def _config(random: Random) -> dict[str, Value]:
    groups: list[Value] = [_group(random, number) for number in range(random.randint(1, 3))]
    endpoints: dict[str, Value] = {"azureOpenAI": {"groups": groups}}
    config: dict[str, Value] = {"version": "1", "endpoints": endpoints}
    if random.random() < 0.3:
        endpoints["azureOpenAI"] = {"assistants": random.random() < 0.8, "groups": groups}
    for name in ("assistants", "azureAssistants"):
        if random.random() < 0.2:
            endpoints[name] = _assistants(random)
    if random.random() < 0.2:
        endpoints["anthropic"] = {"vertex": _vertex(random)}
    if random.random() < 0.2:
        config["mcpServers"] = {
            f"server {number}": _server(random) for number in range(random.randint(1, 2))
        }
    return config


def _group(random: Random, number: int) -> Value:
    models: dict[str, Value] = {
        f"{random.choice(('m', '1', 'gpt-4o'))}{number}{index}": _model(random)
        for index in range(random.randint(0, 3))
    }
    group: dict[str, Value] = {
        "group": f"group {number}",
        "apiKey": _text(random),
        "models": models,
    }
    if random.random() < 0.3:
        group["assistants"] = random.random() < 0.8
    if random.random() < 0.3:
        return group | {"serverless": True, "baseURL": _text(random)}
    group["instanceName"] = _text(random)
    for key in ("deploymentName", "version"):
        if random.random() < 0.9:
            group[key] = _text(random)
    return group


def _model(random: Random) -> Value:
    if random.random() < 0.5:
        return random.random() < 0.5
    keys = ("deploymentName", "version")
    return {key: _text(random) for key in keys if random.random() < 0.5}


def _assistants(random: Random) -> Value:
    settings: dict[str, Value] = {}
    for key in ("supportedIds", "excludedIds"):
        if random.random() < 0.5:
            settings[key] = random.choice(_IDS)
    if random.random() < 0.5:
        settings["privateAssistants"] = random.random() < 0.7
    return settings


def _vertex(random: Random) -> Value:
    keys = ("projectId", "region", "serviceKeyFile", "deploymentName")
    vertex: dict[str, Value] = {key: _text(random) for key in keys if random.random() < 0.5}
    if "region" in vertex and is_reference(str(vertex["region"]).strip(BLANKS)):
        # LibreChat breaks off without a message of its own when a name of JavaScript's gives it.
        vertex["region"] = random.choice(("${A}", "${UNSET}", "global"))
    if random.random() < 0.2:
        vertex["enabled"] = random.random() < 0.5
    return vertex


def _text(random: Random) -> str:
    chance = random.random()
    if chance < 0.55:
        return random.choice(("plain", "${A}", "${B}", "${KEY}", " ${A} "))
    return "" if chance < 0.65 else text_with_references(random)


def _server(random: Random) -> Value:
    server: dict[str, Value] = {"url": random.choice(_ADDRESSES)}
    if random.random() < 0.2:
        server |= {"command": "run", "args": random.choice((["x"], []))}
    if random.random() < 0.2:
        server["type"] = random.choice(("sse", "websocket", "stdio", "streamable-http", "odd"))
    if random.random() < 0.2:
        server["proxy"] = random.choice(_ADDRESSES)
    if random.random() < 0.2:
        keys = ("authorization_url", "token_url", "redirect_uri", "revocation_endpoint")
        server["oauth"] = {key: random.choice(_ADDRESSES) for key in random.sample(keys, k=2)}
    return server
