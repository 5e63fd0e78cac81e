"""Configs to judge: good ones, and good ones spoilt at one to four places of Azure's part."""

import copy
import math
from collections.abc import Iterator
from random import Random

from editor.core.schema.field import Field, Kind, Level, Target
from editor.core.schema.root import ENDPOINTS_KEYS, ROOT_KEYS
from editor.core.schema.table import fields_of
from editor.core.validation.javascript import BUILT_IN_NAMES
from editor.core.yaml.values import Timestamp, Value

_DATE = Timestamp(1_729_468_800_000)
ODD: tuple[Value, ...] = (
    None, True, False, "true", "yes", "", " ", "x", "12", "-1.5", 0, -1, 1, 1.5, 12, -0.5, 3000,
    math.inf, -math.inf, math.nan, _DATE, Timestamp(-1), [], {}, ["a"], [1, None], [["a"]],
    {"a": 1}, {"a": "b"}, {"a": None}, {"0": True, "b": {}}, b"", b"ab", {"x": {"y": [_DATE]}},
    [{}], [None], {"group": "x"},
)  # fmt: skip
_NAMES: tuple[str, ...] = (
    "gpt-4o", "gpt-4", "gpt-3.5-turbo", "o1", "o3-mini", "mistral-large", "10", "2", "007", "",
    "GPT-4o", "ünïcode 🙂", "a.b", "a'b", '"q"', *sorted(BUILT_IN_NAMES),
)  # fmt: skip
UNKNOWN = ("foo", "bar", "3", "gptPlugins", "x-note", "__proto__", "toString", "apikey", "Version")
_PARAMETERS = ("temperature", "web_search", "maxTokens", "user", "7", "__proto__")


def cases(count: int, seed: int, target: Target) -> Iterator[Value]:
    """Yield configs, a third of them good; the same ones for the same arguments."""
    random = Random(f"{seed} {target}")
    for index in range(count):
        config = _config(random, target)
        if index % 3 == 0:
            yield config
            continue
        if random.random() < 0.02:
            yield random.choice(ODD)
            continue
        for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
            _spoil(config, random, target)
        yield config


def _config(random: Random, target: Target) -> dict[str, Value]:
    endpoint: dict[str, Value] = {}
    for row in fields_of(Level.ENDPOINT, target):
        if row.shape.kind is not Kind.GROUPS and random.random() < 0.1:
            endpoint[row.key] = _plausible(row, random, target)
    names = random.sample(_NAMES[:15], k=random.randint(0, 8))
    groups: list[Value] = [
        _group(random, f"group-{number}", names) for number in range(random.randint(1, 4))
    ]
    endpoint["groups"] = groups
    config: dict[str, Value] = {
        "version": random.choice(("1.3.17", "1.2.1", "")),
        "endpoints": {"azureOpenAI": endpoint},
    }
    if random.random() < 0.2:
        config["cache"] = random.choice((True, "no"))
    return config


def _group(random: Random, name: str, names: list[str]) -> dict[str, Value]:
    """Return a good group that takes some of the models' names for itself."""
    group: dict[str, Value] = {"group": name, "apiKey": "${KEY}"}
    has_defaults = random.random() < 0.7
    if random.random() < 0.25:
        group |= {"serverless": True, "baseURL": "https://example.org/v1"}
    else:
        group["instanceName"] = "contoso"
    if has_defaults:
        group |= {"deploymentName": "d", "version": "2024-10-21"}
    own = [names.pop() for _ in range(min(len(names), random.randint(0, 4)))]
    group["models"] = {model: _model(random, has_defaults) for model in own}
    if random.random() < 0.2:
        group["addParams"] = {"temperature": 0.5, "stop": ["a", {"b": None}]}
    if random.random() < 0.2:
        group["dropParams"] = ["user"]
    if random.random() < 0.2:
        group["additionalHeaders"] = {"x-a": "b"}
    return group


def _model(random: Random, has_defaults: bool) -> Value:
    own: dict[str, Value] = {"deploymentName": "own", "version": "2024-06-01"}
    return random.choice((True, False, {}, own)) if has_defaults else own


def _plausible(row: Field, random: Random, target: Target) -> Value:
    shape = row.shape_in(target)
    match shape.kind:
        case Kind.STRING:
            return random.choice(("text", ""))
        case Kind.BOOLEAN:
            return random.random() < 0.5
        case Kind.NUMBER:
            return random.choice((1, 20, 3000))
        case Kind.CHOICE:
            return random.choice(shape.choices)
        case Kind.STRINGS:
            return random.choice(([], ["a", "b"]))
        case _:
            return random.choice(({}, {"a": "b"}))


def _spoil(config: dict[str, Value], random: Random, target: Target) -> None:
    random.choices(
        (_spoil_field, _spoil_anything, _spoil_root, _spoil_names, _spoil_group_settings),
        weights=(4, 4, 1, 2, 2),
    )[0](config, random, target)


def _spoil_field(config: dict[str, Value], random: Random, target: Target) -> None:
    """Give a field of some level, of either target, a value that may be odd or nearly right."""
    level = random.choice(list(Level))
    mappings = list(_mappings_of(config, level))
    if not mappings:
        return
    row = random.choice(fields_of(level))
    values: list[Value] = [
        *ODD,
        "functions",
        "structured",
        "final",
        _plausible(row, random, target),
    ]
    if row.key == "addParams":
        values = [
            {random.choice(_PARAMETERS): random.choice(ODD) for _ in range(random.randint(1, 3))}
        ]
    random.choice(mappings)[row.key] = copy.deepcopy(random.choice(values))


def _spoil_anything(config: dict[str, Value], random: Random, target: Target) -> None:
    """Replace, remove, or add something anywhere in the file."""
    found = list(places(config))
    if not found:
        return
    container, key = random.choice(found)
    match random.randint(0, 3), container, key:
        case 0, dict(), str():
            del container[key]
        case 1, dict(), str():
            container[random.choice(UNKNOWN)] = copy.deepcopy(random.choice(ODD))
        case 1, list(), int():
            container.insert(key, copy.deepcopy(container[key]))
        case _, dict(), str():
            container[key] = copy.deepcopy(random.choice(ODD))
        case _, list(), int():
            container[key] = copy.deepcopy(random.choice(ODD))
        case _:
            raise AssertionError(container)


def _spoil_root(config: dict[str, Value], random: Random, target: Target) -> None:
    """Add keys at the top or under `endpoints`, known or not, or empty `endpoints`."""
    endpoints = config.get("endpoints")
    if random.random() < 0.15:
        config["endpoints"] = {key: {} for key in random.sample(UNKNOWN, k=random.randint(0, 2))}
    elif random.random() < 0.5 and isinstance(endpoints, dict):
        endpoints[random.choice((*UNKNOWN, *ENDPOINTS_KEYS[target]))] = random.choice((None, {}))
    else:
        known = [key for key in ROOT_KEYS[Target.V0_8] if key != "mcpServers"]
        config[random.choice((*UNKNOWN, *known))] = copy.deepcopy(random.choice(ODD))


def _spoil_names(config: dict[str, Value], random: Random, target: Target) -> None:
    """Give a group or a model a name that is taken, built in, empty or like a number."""
    groups = list(_mappings_of(config, Level.GROUP))
    if not groups:
        return
    group = random.choice(groups)
    if random.random() < 0.4:
        group["group"] = random.choice((*_NAMES, "group-0", "group-1"))
        return
    models = group.get("models")
    if isinstance(models, dict):
        models[random.choice(_NAMES)] = random.choice((True, False, {"version": "v"}))


def _spoil_group_settings(config: dict[str, Value], random: Random, target: Target) -> None:
    """Blank, remove or flip what the group rules look at."""
    groups = list(_mappings_of(config, Level.GROUP))
    if not groups:
        return
    group = random.choice(groups)
    key = random.choice(("instanceName", "deploymentName", "version", "baseURL", "serverless"))
    if random.random() < 0.4:
        group.pop(key, None)
    elif key == "serverless":
        group[key] = random.random() < 0.5
    else:
        group[key] = random.choice(("", "set"))


def _mappings_of(config: dict[str, Value], level: Level) -> Iterator[dict[str, Value]]:
    endpoints = config.get("endpoints")
    endpoint = endpoints.get("azureOpenAI") if isinstance(endpoints, dict) else None
    if not isinstance(endpoint, dict):
        return
    if level is Level.ENDPOINT:
        yield endpoint
        return
    listed = endpoint.get("groups")
    for group in listed if isinstance(listed, list) else ():
        if not isinstance(group, dict):
            continue
        models = group.get("models")
        if level is Level.GROUP:
            yield group
        elif isinstance(models, dict):
            yield from (model for model in models.values() if isinstance(model, dict))


def places(value: Value) -> Iterator[tuple[dict[str, Value] | list[Value], str | int]]:
    """Yield everything inside a value, each as its container and its key there."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield value, key
            yield from places(item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield value, index
            yield from places(item)
