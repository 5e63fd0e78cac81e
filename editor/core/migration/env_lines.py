"""How the `.env` text changes: names change in place, all else becomes a comment with a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core import dotenv
from editor.core.dotenv.places import lines_of
from editor.core.migration.settings import KEY, REPLACED
from editor.core.text import Patch, apply, difference

if TYPE_CHECKING:
    from datetime import date

    from editor.core.dotenv import Assignment
    from editor.core.migration.keeping import Kept

_BREAKS = frozenset({"\n", "\r\n", "\r"})


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of the variables: other names, comments, and comments without their values."""

    renamed: dict[str, str]
    going: frozenset[str]
    emptied: tuple[str, ...]
    note: str


def env_patches(env_text: str, kept: Kept, *, keeps_key: bool, note: str) -> tuple[Patch, ...]:
    """Return the patches of the migration; raises dotenv.Unwritable.

    `keeps_key`: the key's line stays as it is, because it does not hold the key that counts.
    """
    found = dotenv.assignments(env_text)
    values = {one.key: one.value for one in found}
    going = {name for name in REPLACED if values.get(name) and name not in kept.renamed}
    going.update(kept.emptied)
    if keeps_key:
        going.discard(KEY)
    renamed = {old: new for old, new in kept.renamed.items() if old not in kept.emptied}
    plan = _Plan(renamed, frozenset(going), kept.emptied, note)
    patches = _at_once(env_text, found, plan)
    wanted = [(renamed.get(one.key, one.key), one.value) for one in found if one.key not in going]
    changed = dotenv.assignments(apply(env_text, patches))
    if [(one.key, one.value) for one in changed] == wanted:
        return patches
    return _one_by_one(env_text, plan)


def _at_once(env_text: str, found: tuple[Assignment, ...], plan: _Plan) -> tuple[Patch, ...]:
    """Return patches that put one note above all neighbouring lines that become comments."""
    patches: list[Patch] = []
    end = 0
    for one in found:
        if one.key in plan.renamed:
            patches.append(Patch(*one.key_span, plan.renamed[one.key]))
        elif one.key in plan.going:
            lines = lines_of(env_text, one)
            is_next = bool(patches) and env_text[end : lines.start] in _BREAKS
            marks = lines.as_comment("" if is_next else plan.note)
            if one.key in plan.emptied:
                marks = (marks[0], Patch(*one.value_span, ""))
            patches.extend(marks)
            end = lines.end
    return tuple(patches)


def _one_by_one(env_text: str, plan: _Plan) -> tuple[Patch, ...]:
    """Return the same change made in steps, each of which finds its way past broken quotes."""
    text = env_text
    spans = [one.value_span for one in dotenv.assignments(text) if one.key in plan.emptied]
    text = apply(text, [Patch(*span, "") for span in spans])
    for old, new in plan.renamed.items():
        text = apply(text, dotenv.rename(text, old, new))
    for name in sorted(plan.going):
        text = apply(text, dotenv.comment_out(text, name, plan.note))
    return difference(env_text, text)


def note_for(groups: list[str], today: date | None) -> str:
    """Return what stands above the lines that became comments."""
    what = "no longer used"
    if groups:
        noun = "group" if len(groups) == 1 else "groups"
        what = f"replaced by the {noun} {', '.join(groups)} of librechat.yaml"
    return what if today is None else f"{today.isoformat()}: {what}"
