"""Reading what may stand in front of a node: its `!tag` and its `&anchor`, and `*alias` names."""

import re
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from editor.core.yaml.cursor import END, Cursor

YAML_PREFIX = "tag:yaml.org,2002:"

TAG_HANDLE = re.compile(r"(?:!|!!|![0-9A-Za-z-]+!)\Z")
TAG_URI = re.compile(
    r"(?:!|[^,\[\]{}])(?:%[0-9a-f]{2}|[0-9a-z\-#;/?:@&=+$,_.!~*'()\[\]])*\Z",
    re.IGNORECASE | re.ASCII,
)
_TAG_END = re.compile(r"[^ \t\n\r\0]*")
_VERBATIM_END = re.compile(r"[^>\0]*")
_NAME = re.compile(r"[^ \t\n\r\0,\[\]{}]*")
_BUILT_IN = {"!": "!", "!!": YAML_PREFIX}
_BROKEN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_FLOW_INDICATOR = re.compile(r"[,\[\]{}]")


def read_name(cursor: Cursor, what: str) -> str:
    """Read the name behind `&` or `*`; `what` names the node in js-yaml's message."""
    cursor.position += 1
    match = _NAME.match(cursor.text, cursor.position)
    name = match.group() if match else ""
    if not name:
        cursor.fail(f"name of an {what} node must contain at least one character")
    cursor.position += len(name)
    return name


def read_tag(cursor: Cursor, handles: Mapping[str, str]) -> str:
    """Read the tag at whose `!` the cursor stands; return it in full."""
    text = cursor.text
    if text.startswith("!<", cursor.position):
        return _checked_name(cursor, _read_verbatim(cursor))
    start = cursor.position
    match = _TAG_END.match(text, start + 1)
    word = "!" + (match.group() if match else "")
    cursor.position = start + len(word)
    handle, name = _split(cursor, word)
    if _FLOW_INDICATOR.search(name):
        cursor.fail("tag suffix cannot contain flow indicator characters")
    name = _checked_name(cursor, name)
    if handle in handles:
        return handles[handle] + name
    if handle not in _BUILT_IN:
        cursor.fail(f'undeclared tag handle "{handle}"')
    return _BUILT_IN[handle] + name


def _read_verbatim(cursor: Cursor) -> str:
    """Return what stands between `!<` and `>`; js-yaml takes at least one character."""
    start = cursor.position + 2
    match = _VERBATIM_END.match(cursor.text, start + 1)
    end = match.end() if match else start
    if cursor.text[start] == END or cursor.text[end] == END:
        cursor.fail("unexpected end of the stream within a verbatim tag")
    cursor.position = end + 1
    return cursor.text[start:end]


def _split(cursor: Cursor, word: str) -> tuple[str, str]:
    """Split a tag at its handle: `!e!name` → `!e!`, `name`."""
    if word.startswith("!!"):
        if "!" in word[2:]:
            cursor.fail("tag suffix cannot contain exclamation marks")
        return "!!", word[2:]
    second = word.find("!", 1)
    if second == -1:
        return "!", word[1:]
    handle, name = word[: second + 1], word[second + 1 :]
    if TAG_HANDLE.match(handle) is None:
        cursor.fail("named tag handle cannot contain such characters")
    if "!" in name:
        cursor.fail("tag suffix cannot contain exclamation marks")
    return handle, name


def _checked_name(cursor: Cursor, name: str) -> str:
    if name and TAG_URI.match(name) is None:
        cursor.fail(f"tag name cannot contain such characters: {name}")
    try:
        return decoded(name)
    except ValueError:
        cursor.fail(f"tag name is malformed: {name}")


def decoded(name: str) -> str:
    """Return a URI part with its %-escapes decoded; raises ValueError when one is malformed."""
    if _BROKEN_ESCAPE.search(name):
        raise ValueError("a % without two hexadecimal digits")
    return unquote_to_bytes(name).decode("utf-8")
