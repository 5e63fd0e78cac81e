"""Which versions Azure's API has or had, by date, and which of them still answer.

From Microsoft's lists of API versions as of autumn 2026. Microsoft keeps the stable versions and
the newest three previews, and ends others without saying so in the answer.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from editor.core.wording import joined, marked, worded

LATEST_STABLE = "2024-10-21"
LATEST_PREVIEW = "2025-04-01-preview"
_KEPT_PREVIEWS = 3


class Version(NamedTuple):
    """A version, and what it brought."""

    text: str
    brought: str = ""
    is_retired: bool = False

    @property
    def is_preview(self) -> bool:
        """Say whether it is a preview."""
        return self.text.endswith("-preview")


VERSIONS = (
    Version(LATEST_PREVIEW, "gpt-image-1, o3, o4-mini and GPT-5, reasoning summaries"),
    Version("2025-03-01-preview", "Responses API"),
    Version("2025-02-01-preview", "stored completions"),
    Version("2025-01-01-preview", "predicted outputs, audio"),
    Version("2024-12-01-preview", "reasoning_effort, o1 and o3-mini"),
    Version(LATEST_STABLE, "chat, tools, images, structured outputs, usage in streams"),
    Version("2024-10-01-preview"),
    Version("2024-09-01-preview", "max_completion_tokens, usage in streams"),
    Version("2024-08-01-preview", "structured outputs"),
    Version("2024-07-01-preview", "batches"),
    Version("2024-06-01"),
    Version("2024-05-01-preview", "Assistants v2, file search; Foundry’s /models"),
    Version("2024-04-01-preview"),
    Version("2024-03-01-preview", "shorter embeddings"),
    Version("2024-02-15-preview", "Assistants v1, speech"),
    Version("2024-02-01", "DALL-E 3, Whisper"),
    Version("2023-12-01-preview", "DALL-E 3, tools", is_retired=True),
    Version("2023-10-01-preview", "fine-tuning"),
    Version("2023-09-01-preview", "Whisper", is_retired=True),
    Version("2023-08-01-preview", "your own data", is_retired=True),
    Version("2023-07-01-preview", "functions", is_retired=True),
    Version("2023-06-01-preview", "DALL-E 2"),
    Version("2023-05-15", "chat"),
    Version("2023-03-15-preview", "chat", is_retired=True),
    Version("2022-12-01", "completions, embeddings"),
)
"""All versions that are known to have been, newest first."""

_INVENTED = ("2025-04-14", "2025-04-14-preview")
_UNDATED = ("preview", "latest", "v1")
_RETIRED = frozenset(version.text for version in VERSIONS if version.is_retired)
KNOWN = tuple(version.text for version in VERSIONS if not version.is_retired)
"""All versions that are offered or still known to answer."""

_REASONING = re.compile(r"(?:^o[0-9]|^gpt-[5-9])(?!.*chat)", re.IGNORECASE)
_NEWEST_PREVIEWS = [version.text for version in VERSIONS if version.is_preview][:_KEPT_PREVIEWS]

_DATED = re.compile(r"(?P<day>20[0-9]{2}-[01][0-9]-[0-3][0-9])(?P<preview>-preview)?")


class Standing(Enum):
    """What is known of a version; NEWER: later than our list; NO_VERSION: no date at all."""

    GOOD = 1
    RETIRED = 2
    NEWER = 3
    UNKNOWN = 4
    NO_VERSION = 5


def standing(version: str) -> Standing:
    """Return what is known of a version."""
    if version in KNOWN or version in _UNDATED:
        return Standing.GOOD
    if version in _RETIRED:
        return Standing.RETIRED
    found = _DATED.fullmatch(version)
    if found is None:
        return Standing.NO_VERSION
    if version in _INVENTED:
        return Standing.UNKNOWN
    return Standing.NEWER if found["day"] > LATEST_PREVIEW[:10] else Standing.UNKNOWN


def fitting(model: str) -> str:
    """Return the version to call a model with that is named like Azure's models."""
    return LATEST_PREVIEW if _REASONING.search(model) else LATEST_STABLE


def is_older(version: str, least: str) -> bool:
    """Say whether a version is dated before the least one; undated ones are not."""
    found = _DATED.fullmatch(version)
    return found is not None and found["day"] < least[:10]


def twin(version: str) -> str | None:
    """Return the known version of the same day, with or without “-preview”."""
    other = version.removesuffix("-preview") if version.endswith("-preview") else None
    candidate = f"{version}-preview" if other is None else other
    return candidate if candidate in KNOWN else None


def about(version: Version) -> str:
    """Return what people should know of a version: its type, what it brought, how it stands."""
    kind: str = worded("preview") if version.is_preview else worded("stable")
    if version.is_retired:
        state = "retirement announced"
    elif version.text == LATEST_STABLE:
        kind, state = "latest stable", ""
    elif not version.is_preview:
        state = worded("followed by {0}", LATEST_STABLE)
    else:
        state = "" if version.text in _NEWEST_PREVIEWS else "may end without notice"
    return joined(" · ", [marked(part) for part in (kind, version.brought, state) if part])


def find(text: str) -> Version | None:
    """Return what is known of a version, None for one that is not listed."""
    return next((version for version in VERSIONS if version.text == text), None)
