"""Random operations of the six kinds that make sense for a value."""

import random
from collections.abc import Iterator
from typing import Any

from editor.core.yaml.values import Path, Value

KINDS = ("set", "unset", "rename", "insert", "move", "duplicate")
STRINGS = (
    *(
        "2024-10-21",
        "true",
        "12",
        "",
        "null",
        "- x",
        " lead",
        "a: b",
        "#x",
        "two\nlines",
        "trailing ",
    ),
    *(
        "0o17",
        "1e3",
        "~",
        "=",
        "<<",
        "😀",
        "é 東京",
        "x" * 3000,
        "long words " * 60,
        "yes",
        "0x1F",
        ".5",
    ),
    *(
        "1_000",
        "12:30",
        "@x",
        "`x",
        "%x",
        "!x",
        "&x",
        "*x",
        "|",
        ">",
        "?",
        "-",
        ":",
        "a:",
        "a #b",
        "'",
    ),
    *(
        '"',
        "\\",
        'it\'s "quoted"',
        "{a}",
        "[a]",
        "a, b",
        "a}b",
        "---",
        "...",
        "--- a",
        "\t",
        "a\tb",
    ),
    *(
        "trailing\n",
        "\n",
        "\n\nlead",
        "a\r\nb",
        "a\rb",
        "a\u2028b",
        "a\x85b",
        "\x07",
        "\ufeff",
        " ",
        "\u00a0",
    ),
    *(
        "${KEY}",
        "{{LIBRECHAT_USER_ID}}",
        "plain",
        "gpt-4o",
        "C:\\new\\table",
        "? a",
        "a\n\n  b\n",
        "# a\n# b",
    ),
    *(
        ".inf",
        ".nan",
        "+1",
        "-.5",
        "2024-10-21T10:00:00Z",
        "False",
        "NULL",
        "a\n b\n",
        "a \nb",
        "__proto__",
    ),
)
SCALARS: tuple[Value, ...] = (True, False, None, 0, 12, -3, 0.5, 1e21, 2**53, 1e-7)
COLLECTIONS: tuple[Value, ...] = (
    *(
        {},
        [],
        {"deploymentName": "x", "version": "2024-10-21"},
        ["a", "b: c", "12"],
        [[]],
        {"a": {}},
    ),
    *(
        [{"group": "n", "apiKey": "${K}", "models": {"m": True, "o": {"version": "1"}}}],
        [[1, [2]], {}],
    ),
    *(
        {"a": {"b": [1, {"c": None}], "": "x"}, "true": "true"},
        {"12": "two\nlines\n", "é": ["- x", ""]},
    ),
)
NAMES = (
    *(
        "new",
        "gpt-4.1",
        "true",
        "12",
        "",
        "a: b",
        "x #y",
        "é",
        "😀",
        "- x",
        "null",
        "~",
        "2024-10-21",
    ),
    *(
        " lead",
        "two\nlines",
        "<<",
        "__proto__",
        "k" * 1100,
        "?",
        "*",
        "&a",
        "[a]",
        "{a",
        "a, b",
        "'",
        '"',
    ),
    *(
        "#",
        "@a",
        "titleModel",
        "models",
        "version",
        "dropParams",
        "=",
        "a\tb",
        "---",
        "constructor",
    ),
)


def random_value(rng: random.Random) -> Value:
    """Return a value that is hard to write."""
    chance = rng.random()
    if chance < 0.65:
        return rng.choice(STRINGS)
    return rng.choice(SCALARS if chance < 0.8 else COLLECTIONS)


def nodes(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Yield every path below the root of a value, parents first."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for step, child in pairs:
            yield (*path, step), child
            yield from nodes(child, (*path, step))


def random_operation(kind: str, value: Value, rng: random.Random) -> dict[str, Any] | None:
    """Return an operation of this kind that fits a mapping or list, None when there is none."""
    found = [((), value), *nodes(value)]
    paths = [path for path, _ in found if path and (kind != "rename" or isinstance(path[-1], str))]
    if not isinstance(value, dict | list) or not (paths or kind == "insert"):
        return None
    if kind == "insert":
        return _insert(found, rng)
    if kind == "set":
        return {"op": "set", "path": _target(found, rng), "value": random_value(rng)}
    path = rng.choice(paths)
    return {"op": kind, "path": path, **_details(kind, path[-1], dict(found)[path[:-1]], rng)}


def _details(kind: str, step: str | int, holder: Value, rng: random.Random) -> dict[str, Any]:
    if kind == "move":
        return {"to": rng.randrange(_size(holder))}
    needs_name = kind == "rename" or (kind == "duplicate" and isinstance(step, str))
    return {"name": _new_name(holder, rng)} if needs_name else {}


def _target(found: list[tuple[Path, Value]], rng: random.Random) -> Path:
    chance = rng.random()
    if chance < 0.7 and len(found) > 1:
        return rng.choice(found[1:])[0]
    mappings = [
        path for path, value in found if isinstance(value, dict) or (path and value is None)
    ]
    if not mappings:
        return rng.choice(found[1:])[0]
    path = rng.choice(mappings)
    holder = dict(found)[path]
    name = _new_name(holder, rng)
    return (*path, name, *rng.choice(((), (), ("deeper",), ("much", "deeper"))))


def _insert(found: list[tuple[Path, Value]], rng: random.Random) -> dict[str, Any]:
    path, holder = rng.choice([pair for pair in found if isinstance(pair[1], dict | list)])
    step: str | int = rng.choice(("-", *range(len(holder) + 1))) if isinstance(holder, list) else ""
    if isinstance(holder, dict):
        step = _new_name(holder, rng)
    return {"op": "insert", "path": (*path, step), "value": random_value(rng)}


def _new_name(holder: Value, rng: random.Random) -> str:
    taken = holder if isinstance(holder, dict) else {}
    return rng.choice([name for name in NAMES if name not in taken])


def _size(holder: Value) -> int:
    assert isinstance(holder, dict | list)
    return len(holder)
