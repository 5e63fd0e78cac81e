"""The variables that configured Azure before there were groups, and what they do to a config."""

from editor.core.legacy.variables import (
    BASE_URL,
    DEPRECATED,
    PLACEHOLDERS,
    LegacyVariable,
    legacy_variables,
    server_message,
    with_lines,
)

__all__ = [
    "BASE_URL",
    "DEPRECATED",
    "PLACEHOLDERS",
    "LegacyVariable",
    "legacy_variables",
    "server_message",
    "with_lines",
]
