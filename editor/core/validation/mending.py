"""The fixes that a machine can offer: small edits of one place each."""

import re
from dataclasses import replace

from editor.core.dotenv.operations import SetVariable
from editor.core.secret import Secret
from editor.core.validation.problem import Fix, Operation
from editor.core.wording import worded
from editor.core.yaml.values import Path, Timestamp, Value

_NUMBER_TEXT = re.compile(r"\s*(-?[0-9]+)(\.[0-9]+)?\s*\Z")
_BOOLEAN_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_MILLISECONDS_A_DAY = 86_400_000
ENV_BLOCK = "Azure OpenAI"
"""The comment in the `.env` text above variables that have no relatives there."""


def setting(path: Path, value: Value) -> Operation:
    """Return the operation that sets a value."""
    return {"op": "set", "path": list(path), "value": value}


def quote(path: Path, value: Value) -> tuple[Fix, ...]:
    """Offer to put a date, number or boolean in quotes."""
    match value:
        case Timestamp():
            text = day_of(value)
        case bool():
            text = "true" if value else "false"
        case int() | float():
            text = str(value)
        case _:
            text = None
    if text is None:
        return ()
    operations = (setting(path, text),)
    title = "Put it in quotes"
    return (Fix(id="quote", title=title, operations=operations, safe=True, quoted=path),)


def day_of(date: Timestamp) -> str | None:
    """Return a date as YYYY-MM-DD; None if it has a time of day, which tells another spelling."""
    text = str(date)
    if date.milliseconds % _MILLISECONDS_A_DAY or "T" not in text:
        return None
    return text.split("T")[0]


def unquote(path: Path, wanted: str, value: Value) -> tuple[Fix, ...]:
    """Offer to write a text as the number or boolean that it spells."""
    if not isinstance(value, str):
        return ()
    meant: Value = None
    if wanted == "boolean":
        meant = _BOOLEAN_WORDS.get(value.strip().casefold())
    elif found := _NUMBER_TEXT.match(value):
        meant = float(value) if found[2] else int(value)
    if meant is None:
        return ()
    spelled = {True: "true", False: "false"}[meant] if isinstance(meant, bool) else str(meant)
    operations = (setting(path, meant),)
    return (
        Fix(id="unquote", title=worded("Write {0}", spelled), operations=operations, safe=True),
    )


def replace_value(path: Path, value: Value, title: str, *, safe: bool = False) -> tuple[Fix, ...]:
    """Offer another value."""
    return (Fix(id="replace", title=title, operations=(setting(path, value),), safe=safe),)


def switch_serverless(*, on: bool) -> tuple[Fix, ...]:
    """Offer to make a group a serverless one, or an ordinary one."""
    title = "Switch serverless on" if on else "Switch serverless off"
    operations = (setting(("serverless",), on),)
    return (Fix(id="switch-serverless", title=title, operations=operations),)


def remove_key(path: Path, *, safe: bool = False) -> tuple[Fix, ...]:
    """Offer to remove a key."""
    operation: Operation = {"op": "unset", "path": list(path)}
    title = worded("Remove “{0}”", path[-1])
    return (Fix(id="remove-key", title=title, operations=(operation,), safe=safe),)


def rename_key(path: Path, name: str, identity: str = "rename-key") -> tuple[Fix, ...]:
    """Offer another name for a key."""
    operation: Operation = {"op": "rename", "path": list(path), "name": name}
    return (Fix(id=identity, title=worded("Rename to “{0}”", name), operations=(operation,)),)


def move_to_env(path: Path, value: str, name: str) -> Fix:
    """Offer to put a literal into the `.env` text as a variable, wherever the config uses it."""
    reference: Operation = {**setting(path, f"${{{name}}}"), "everywhere": True}
    variable = SetVariable(name, Secret(value), block=ENV_BLOCK)
    title = worded("Move to .env as {0}", name)
    return Fix(id="move-to-env", title=title, operations=(reference,), env=(variable,))


def as_safe(fix: Fix) -> Fix:
    """Return a fix as one that keeps the meaning."""
    return replace(fix, safe=True)
