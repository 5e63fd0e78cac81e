"""What Enter does in YAML: keeps the indent, goes on with a list, goes into what a key begins."""

import re

from editor.ui.widgets.lineedits import INDENT, LineBreak

_DASHES = re.compile(r" *(?:- +)*")
_EMPTY_ITEM = re.compile(r"(?P<lead> *(?:- +)*)-[ ]*")
_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s#"'\[{][^#]*?):(?P<value>\s.*)?""")
_OPENS = re.compile(r"(?:[&!]\S*\s*)*(?:[|>][-+0-9]*)?")
_COMMENT = re.compile(r"(?:^|\s)#.*")


def break_line(before: str, after: str) -> LineBreak:
    """Return what Enter makes of a line with the cursor between two parts of it.

    Behind an item of a list comes another one; behind an item without text, the list ends.
    """
    dashes = _DASHES.match(before)
    lead = dashes[0] if dashes else ""
    empty = _EMPTY_ITEM.fullmatch(before)
    if empty and not after.strip():
        return LineBreak(len(before) - len(empty["lead"]), "")
    rest = before[len(lead) :]
    if not rest or "-" not in lead:
        indent = " " * (len(before) - len(before.lstrip(" ")))
        return LineBreak(0, "\n" + (indent + " " * INDENT if _begins(rest) else indent))
    blank = " " * len(lead)
    if _begins(rest):
        return LineBreak(0, "\n" + blank + " " * INDENT)
    is_mapping = _KEY.fullmatch(_COMMENT.sub("", rest).rstrip()) is not None
    last = lead.rindex("-")
    return LineBreak(0, "\n" + (blank if is_mapping else blank[:last] + lead[last:]))


def _begins(rest: str) -> bool:
    """Say whether a key begins a block: nothing but a sign of one stands behind it."""
    found = _KEY.fullmatch(_COMMENT.sub("", rest).rstrip())
    return found is not None and _OPENS.fullmatch((found["value"] or "").strip()) is not None
