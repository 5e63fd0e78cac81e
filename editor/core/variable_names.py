"""Which name a new variable gets: told by what it holds, free, and read by nothing else."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

from editor.core.environment import Giver, is_sensitive
from editor.core.image_variables import VARIABLES
from editor.core.legacy import BASE_URL, DEPRECATED, PLACEHOLDERS
from editor.core.schema.field import Target
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.yaml.values import Path

_REFERABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FOREIGN = re.compile(r"[^A-Z0-9]+")
_EXTENSION = re.compile(r"^[xX]-")
_NAMELESS = "AZURE_MAIN"
_READ_BY_LIBRECHAT = frozenset(
    {
        "ANTHROPIC_API_KEY",
        "ASSISTANTS_API_KEY",
        "AZURE_AI_SEARCH_API_KEY",
        "AZURE_ASSISTANTS_API_KEY",
        "AZURE_OPENAI_API_KEY",
        "AZURE_OPENAI_BASE_PATH",
        "COHERE_API_KEY",
        "FIRECRAWL_API_KEY",
        "FLUX_API_KEY",
        "GEMINI_API_KEY",
        "GOOGLE_API_KEY",
        "GOOGLE_SEARCH_API_KEY",
        "JINA_API_KEY",
        "LIBRECHAT_CODE_API_KEY",
        "MISTRAL_API_KEY",
        "OCR_API_KEY",
        "OPENAI_API_KEY",
        "OPENWEATHER_API_KEY",
        "RAG_AZURE_OPENAI_API_KEY",
        "RAG_OPENAI_API_KEY",
        "SEARXNG_API_KEY",
        "SERPER_API_KEY",
        "STT_API_KEY",
        "TAVILY_API_KEY",
        "TRAVERSAAL_API_KEY",
        "TTS_API_KEY",
        "YOUTUBE_API_KEY",
        *DEPRECATED,
        *PLACEHOLDERS,
        BASE_URL,
        *(variable.name for variable in VARIABLES),
    }
)
"""Names that mean something to LibreChat, so that setting one changes more than a group."""


def suggested_name(owner: str, content: str, value: str, environment: Environment) -> str:
    """Return a free name such as `EASTUS_API_KEY` for a value that belongs to an owner.

    A name that has this value already, or none, is free. Another value, or the server process
    having the name, which wins over the `.env` text, leads to another name.
    """
    return next(name for name in _names(owner, content) if is_free(name, value, environment))


def is_free(name: str, value: str, environment: Environment) -> bool:
    """Say whether a variable of this name can be made to give this value in the config."""
    return not obstacle(name, value, environment)


def obstacle(name: str, value: str, environment: Environment) -> str:
    """Return why a variable of this name cannot give this value in the config, "" if it can."""
    if not _REFERABLE.fullmatch(name):
        return "A name has letters, digits and “_”, no digit first."
    if name in _READ_BY_LIBRECHAT:
        return worded("LibreChat itself reads {0}: setting it would change more than this.", name)
    if is_sensitive(name, Target.V0_8):
        return worded("LibreChat fills {0} into no config, since it is a secret of its own.", name)
    if environment.variables.get(name) not in (None, "", value):
        return worded("{0} has another value in the .env file.", name)
    source = environment.source(name)
    wins = source is not None and source.giver is not Giver.ENV
    if wins and environment.value(name) != value:
        return worded(
            "{0} has another value where LibreChat runs, which counts before the .env file.", name
        )
    return ""


def _names(owner: str, content: str) -> Iterator[str]:
    stem, ending = _words(owner), _words(content)
    if not stem:
        stem = _NAMELESS
    elif stem[0].isdigit():
        stem = f"AZURE_{stem}"
    first = f"{stem}_{ending}"
    if first in _READ_BY_LIBRECHAT:
        first = f"{stem}_GROUP_{ending}"
    yield first
    yield from (f"{first}_{number}" for number in count(2))


def content_of(path: Path) -> str:
    """Return what the name of a variable for the value at a path says about the value."""
    key = str(path[-1])
    return "API_KEY" if key == "apiKey" else _EXTENSION.sub("", key)


def _words(text: str) -> str:
    """Return a text in capital letters, with `_` for all else."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _FOREIGN.sub("_", plain.upper()).strip("_")
