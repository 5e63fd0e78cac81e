"""Which laws one edit broke: meaning, order, comments, confinement, and the way back."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from editor.core.document import EditError
from editor.core.text import Edit, Patch, apply, difference, inverse
from editor.core.yaml.nodes import Mapping, Scalar, Sequence, Style
from editor.core.yaml.parser import parse
from editor.core.yaml.tree import Place, Tree
from editor.core.yaml.values import Path, Value
from tests.laws.comments import Comment, Comments
from tests.laws.reference import Operation, applied, new_path, order_of_keys
from tests.oracle.comparison import is_same
from tests.oracle.jsyaml import Accepted, Verdict

_CRASHES = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_ORDERED = {"unset", "rename", "move", "duplicate"}

Load = Callable[[str], Verdict]


class Editable(Protocol):
    """What the laws need of a document."""

    @property
    def text(self) -> str:
        """Return the text."""
        ...

    @property
    def value(self) -> Value:
        """Return what the text means."""
        ...

    def apply(self, operations: list[Operation]) -> "Editable":
        """Return the changed document or raise EditError."""
        ...

    def edit(self, operations: list[Operation], label: str) -> Edit:
        """Return the same change as patches."""
        ...


class Outcome(NamedTuple):
    """What came of an operation: the broken laws, or why it was refused, or neither."""

    broken: tuple[str, ...] = ()
    refusal: EditError | None = None


class _Change(NamedTuple):
    old: str
    new: str
    operation: Operation
    old_value: Value
    new_value: Value

    @property
    def path(self) -> Path:
        return tuple(self.operation["path"])

    @property
    def place(self) -> Place | None:
        return _tree(self.old).locate(self.path)


@lru_cache(maxsize=4)
def _tree(text: str) -> Tree:
    return parse(text)


@lru_cache(maxsize=4)
def _comments_in(text: str) -> list[Comment]:
    return Comments(_tree(text)).found


def outcome(document: Editable, operation: Operation, load: Load) -> Outcome:
    """Do an operation and return what came of it; `load` reads the new text independently."""
    text = document.text
    try:
        edited = document.apply([operation])
    except EditError as error:
        broken = _broken_refusal(document, text, error)
        return Outcome(tuple(broken), error)
    except _CRASHES as error:
        return Outcome((f"the edit crashed: {error!r}",))
    expected = applied(document.value, operation)
    change = _Change(text, edited.text, operation, document.value, edited.value)
    patches = document.edit([operation], "a test").config
    broken = [*_meaning(change, expected, load(edited.text)), *_way_back(change, patches)]
    if not broken and not operation.get("detach"):
        broken += [*_comments(change), *_confinement(change)]
    return Outcome(tuple(broken))


def _broken_refusal(document: Editable, text: str, error: EditError) -> Iterator[str]:
    if document.text != text:
        yield "a refused edit changed the text"
    if error.index != 0:
        yield f"the refused operation has index {error.index}"
    if not error.reason.strip():
        yield "a refusal without a reason"


def _meaning(change: _Change, expected: Value, verdict: Verdict) -> Iterator[str]:
    if not isinstance(verdict, Accepted):
        yield f"the new text is refused: {verdict}"
        return
    if not is_same(_ordered(verdict.value), _ordered(expected)):
        yield f"js-yaml reads {verdict.value!r} where {expected!r} was meant"
    if not is_same(_ordered(change.new_value), _ordered(expected)):
        yield f"the document's value is {change.new_value!r} where {expected!r} was meant"
    wanted, found = order_of_keys(expected), order_of_keys(change.new_value)
    if change.operation["op"] in _ORDERED and wanted != found and "<<" not in change.old:
        yield f"the keys are in the order {found}, not {wanted}"
    if change.operation["op"] in {"set", "insert"} and not _keeps_order(change):
        yield "the keys that were there changed their order"


def _ordered(value: Value) -> Value:
    """Return the value with sorted keys, so that only the contents are compared."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    return [_ordered(item) for item in value] if isinstance(value, list) else value


def _keeps_order(change: _Change) -> bool:
    old, new = change.old_value, change.new_value
    for step in change.path:
        if isinstance(old, dict) and isinstance(new, dict):
            if [key for key in new if key in old] != list(old):
                return False
            old, new = old.get(str(step)), new.get(str(step))
        elif isinstance(old, list) and isinstance(new, list) and isinstance(step, int):
            if change.operation["op"] == "insert" and len(new) != len(old):
                return True
            old, new = old[step], new[step]
    return True


def _way_back(change: _Change, patches: tuple[Patch, ...]) -> Iterator[str]:
    if apply(change.old, patches) != change.new:
        yield "the patches do not give the new text"
    elif apply(change.new, inverse(change.old, patches)) != change.old:
        yield "undo does not restore the text"


def _comments(change: _Change) -> Iterator[str]:
    before, after = _comments_in(change.old), _comments_in(change.new)
    missing = Counter(_wanted(before, change)) - _owned(after)
    texts = Counter(comment.text for comment in after)
    for text, owner in missing:
        yield f"the comment {text!r} of {owner} is lost or belongs to another node"
    for text, count in Counter(c.text for c in before if _may_not_go(c, change)).items():
        if texts[text] < count:
            yield f"the comment {text!r} is lost"
    if change.operation["op"] == "unset":
        gone = Counter(
            c.text for c in before if c.owner and new_path(c.owner, change.operation) is None
        )
        for text in gone:
            if texts[text] > Counter(c.text for c in before)[text] - gone[text]:
                yield f"the comment {text!r} of the removed node is still there"


def _owned(comments: list[Comment]) -> Counter[tuple[str, Path | None]]:
    return Counter((c.text, owner) for c in comments for owner in {c.owner, c.item})


def _wanted(comments: list[Comment], change: _Change) -> Iterator[tuple[str, Path | None]]:
    operation, path = change.operation, change.path
    for comment in comments:
        owner = comment.owner
        if owner is None or (operation["op"] == "set" and _is_below(owner, path)):
            continue
        kept = new_path(owner, operation)
        if kept is not None:
            yield comment.text, kept
        if operation["op"] == "duplicate" and owner[: len(path)] == path:
            step = operation["name"] if "name" in operation else int(path[-1]) + 1
            yield comment.text, (*path[:-1], step, *owner[len(path) :])


def _is_below(path: Path, ancestor: Path) -> bool:
    return len(path) > len(ancestor) and path[: len(ancestor)] == ancestor


def _may_not_go(comment: Comment, change: _Change) -> bool:
    """Say whether a comment that belongs to no node stands outside what an edit removes."""
    place = change.place
    if comment.owner is not None or place is None or change.operation["op"] not in {"unset", "set"}:
        return comment.owner is None
    start, end = _extent(place, change.old)
    return not start <= comment.offset < end


def _extent(place: Place, text: str) -> tuple[int, int]:
    """Return the lines of an entry, deeper comments behind it included."""
    column = place.entry_start - _line_start(text, place.entry_start)
    end = _line_end(text, place.end)
    while end < len(text):
        following = text[end : _line_end(text, end + 1)]
        stripped = following.lstrip(" \t")
        is_deeper = stripped.startswith("#") and len(following) - len(stripped) > column
        if stripped.strip("\r\n") and not is_deeper:
            break
        end += len(following)
    return place.entry_start, end


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    ends = [at for at in (text.find("\n", offset), text.find("\r", offset)) if at >= 0]
    if not ends:
        return len(text)
    end = min(ends)
    return end + 2 if text.startswith("\r\n", end) else end + 1


def _confinement(change: _Change) -> Iterator[str]:
    place = change.place
    match change.operation["op"]:
        case "rename" if place is not None and place.key_span is not None:
            if not _only(change, *place.key_span):
                yield "renaming changed more than the key"
        case "set" if place is not None and _is_one_line(place, change):
            if not _only(change, place.start, place.end):
                yield "setting a scalar changed more than the scalar"
        case "insert" | "duplicate" if _has_block_siblings(change) and not _is_insertion(change):
            yield "adding took something away"
        case "unset" if _has_block_siblings(change, more_than=1) and not _is_deletion(change):
            yield "removing added something"
        case "move" if _characters(change.old) != _characters(change.new):
            yield "moving added or removed something"


def _characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _only(change: _Change, start: int, end: int) -> bool:
    tail = len(change.old) - end
    return (
        change.new.startswith(change.old[:start])
        and change.new[len(change.new) - tail :] == change.old[end:]
    )


def _is_one_line(place: Place, change: _Change) -> bool:
    node, value = place.node, change.operation["value"]
    if not isinstance(node, Scalar) or node.style in {Style.EMPTY, Style.LITERAL, Style.FOLDED}:
        return False
    return not isinstance(value, dict | list) and "\n" not in str(value) and "\r" not in str(value)


def _has_block_siblings(change: _Change, more_than: int = 0) -> bool:
    parent = _tree(change.old).locate(change.path[:-1])
    if parent is None or not isinstance(parent.node, Mapping | Sequence) or parent.node.is_flow:
        return False
    return len(parent.node.entries) > more_than


def _is_insertion(change: _Change) -> bool:
    return all(not old for old, _ in _patches(change.old, change.new))


def _is_deletion(change: _Change) -> bool:
    return all(not new for _, new in _patches(change.old, change.new))


def _patches(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[p.start : p.end], p.text) for p in difference(old, new)]
