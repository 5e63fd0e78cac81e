"""How many lines of a file differ after one scalar was changed: ours beside ruamel.yaml's."""

import io
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from editor.core.document import Document
from editor.core.yaml.nodes import Mapping, Scalar, Sequence, Style
from editor.core.yaml.parser import parse
from editor.core.yaml.tree import Place
from editor.core.yaml.values import Path
from tests.cases import case_names, case_text

_NEW = "changed by the benchmark"


class RoundTrip(NamedTuple):
    """The lines that differ in one file; for ruamel.yaml a word where it gives no result.

    `indented` is ruamel.yaml told to indent the items of lists, which it does not find out itself.
    """

    name: str
    lines: int
    ours: int
    ruamel: int | str
    indented: int | str


def round_trips() -> Iterator[RoundTrip]:
    """Change one scalar in every case file."""
    for name in case_names():
        text = case_text(name)
        path = _first_scalar(text)
        if path is None:
            continue
        ours = Document(text).apply([{"op": "set", "path": path, "value": _NEW}]).text
        yield RoundTrip(
            name,
            len(_lines(text)),
            lines_that_differ(text, ours),
            _by_ruamel(text, path, indents_lists=False),
            _by_ruamel(text, path, indents_lists=True),
        )


def lines_that_differ(old: str, new: str) -> int:
    """Return how many lines a diff shows as changed, the larger side counted."""
    matcher = SequenceMatcher(None, _lines(old), _lines(new), autojunk=False)
    return sum(
        max(old_end - old_start, new_end - new_start)
        for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
    )


def _lines(text: str) -> list[str]:
    return io.StringIO(text, newline="").readlines()


def _first_scalar(text: str) -> Path | None:
    """Return the path of the first plain or quoted text on one line that nothing shares."""
    pending = [parse(text).root]
    while pending:
        place = pending.pop(0)
        assert place is not None
        node = place.node
        if isinstance(node, Mapping | Sequence) and node.properties is None:
            pending[:0] = [place.child(index) for index in range(len(node.entries))]
        elif isinstance(node, Scalar) and _is_simple(node, place, text):
            return place.path
    return None


def _is_simple(node: Scalar, place: Place, text: str) -> bool:
    is_one_line = not set("\r\n") & set(text[place.start : place.end])
    has_own_style = node.style in {Style.PLAIN, Style.SINGLE, Style.DOUBLE}
    is_below_version = place.path != ("version",)
    return is_one_line and has_own_style and is_below_version and node.properties is None


def _by_ruamel(text: str, path: Path, *, indents_lists: bool) -> int | str:
    yaml = YAML()
    yaml.preserve_quotes = True
    if indents_lists:
        yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    written = io.StringIO(newline="")
    try:
        data = yaml.load(text)
        parent = data
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = _NEW
        yaml.dump(data, written)
    except (YAMLError, KeyError, TypeError, ValueError) as error:
        return f"fails ({type(error).__name__})"
    return lines_that_differ(text, written.getvalue())
