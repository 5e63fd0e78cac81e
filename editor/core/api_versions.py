"""Which versions Azure's API has or had, by date, and which of them still answer.

From Microsoft's lists of API versions as of autumn 2026. Microsoft keeps the stable versions and
the newest three previews, and ends others without saying so in the answer.
"""

from __future__ import annotations

import re
from enum import Enum

LATEST_STABLE = "2024-10-21"
LATEST_PREVIEW = "2025-04-01-preview"

_STABLE = ("2022-12-01", "2023-05-15", "2024-02-01", "2024-06-01", LATEST_STABLE)
_PREVIEWS = (
    "2023-06-01-preview",
    "2023-10-01-preview",
    "2024-02-15-preview",
    "2024-03-01-preview",
    "2024-04-01-preview",
    "2024-05-01-preview",
    "2024-07-01-preview",
    "2024-08-01-preview",
    "2024-09-01-preview",
    "2024-10-01-preview",
    "2024-12-01-preview",
    "2025-01-01-preview",
    "2025-02-01-preview",
    "2025-03-01-preview",
    LATEST_PREVIEW,
)
_RETIRED = (
    "2023-03-15-preview",
    "2023-07-01-preview",
    "2023-08-01-preview",
    "2023-09-01-preview",
    "2023-12-01-preview",
)
_INVENTED = ("2025-04-14", "2025-04-14-preview")
_UNDATED = ("preview", "latest", "v1")
KNOWN = (*_STABLE, *_PREVIEWS)
"""All versions that are offered or still known to answer."""

_REASONING = re.compile(r"(?:^o[0-9]|^gpt-[5-9])(?!.*chat)", re.IGNORECASE)
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
