"""Random environments, texts that refer to them, and configs that start or do not."""

from collections.abc import Iterator
from random import Random

from editor.core.yaml.values import Value

_NAMES = ("A", "B", "KEY", "EMPTY", "HOST", "JWT_SECRET", "MONGO_URI", "LOOP", "PADDED", "a.b")
_VALUES = ("1", "secret", "", "${A}", "${B}", " x ", "https://h.example", "a\nb", "contoso")
_PIECES = (
    "${A}", "${B}", "${KEY}", "${EMPTY}", "${UNSET}", "${HOST}", "${JWT_SECRET}", "${MONGO_URI}",
    "${LOOP}", "${PADDED}", "${a.b}", "${ A }", "${A:-x}", "${}", "${", "}", "$A", "$", "x", "/",
    "https://", "-", " ", "\t", "\n", "\u2028", "\ufeff", "\x85", "é", "gpt-4o", "2024-10-21",
)  # fmt: skip
_ADDRESSES = (
    "https://mcp.example/sse", "${HOST}", "https://${HOST}/", "${UNSET}", "no address", "",
    "ws://x", "http://h:${A}/", "http://h:99999", "${HOST}/${A}", "http://", "x:y", "//x", 5,
    "http://a b", " https://x ", "http://[::1]", "http://[::", "http://256.1.1.1", "http://%41",
)  # fmt: skip


def environments(random: Random) -> dict[str, str]:
    """Return the variables of one environment."""
    names = random.sample(_NAMES, k=random.randint(0, len(_NAMES)))
    return {name: random.choice(_VALUES) for name in names}


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
    config: dict[str, Value] = {"version": "1", "endpoints": {"azureOpenAI": {"groups": groups}}}
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
    return server
