"""What saving would change, as texts that may be seen: keys and passwords are masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.concealing import hidden_spans, masked_part
from editor.core.config_secrets import secrets_in
from editor.core.reading import read
from editor.core.text import Span
from editor.core.variables import secret_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from editor.core.document import Document


class Change(NamedTuple):
    """A file's text on disk and the one to be saved; `is_hidden` where only secrets differ."""

    old: str
    new: str
    is_hidden: bool


class Changes(NamedTuple):
    """The changes of both files, None for a file that stays as it is."""

    config: Change | None
    env: Change | None


def review(document: Document, saved: str, saved_env: str) -> Changes:
    """Return what saving a document changes against the texts on disk.

    A value counts as secret where either config says so: the other may name the variable no more.
    """
    config = env = None
    if saved != document.text:
        config = _change(masked_config(saved), masked_config(document.text))
    if saved_env != document.env_text:
        names = {*secret_names(document.value), *secret_names(read(saved).config)}
        env = _change(masked_env(saved_env, names), masked_env(document.env_text, names))
    return Changes(config, env)


def masked_config(text: str) -> str:
    """Return a config's text with its keys and passwords masked."""
    return masked_part(text, Span(0, len(text)), secrets_in(text).spans)


def masked_env(text: str, names: Collection[str]) -> str:
    """Return a `.env` text with its secrets masked, those of the named variables included."""
    return masked_part(text, Span(0, len(text)), hidden_spans(text, names))


def _change(old: str, new: str) -> Change:
    return Change(old, new, old == new)
