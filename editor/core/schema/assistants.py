"""Which keys `endpoints.azureAssistants` and `endpoints.assistants` have, and what they mean."""

from collections.abc import Mapping

from editor.core.schema.field import (
    BOOLEAN,
    Field,
    Kind,
    Level,
    Section,
    Shape,
    Widget,
)
from editor.core.yaml.values import Path

AZURE_ASSISTANTS_PATH: Path = ("endpoints", "azureAssistants")
OPENAI_ASSISTANTS_PATH: Path = ("endpoints", "assistants")
CAPABILITIES = ("code_interpreter", "image_vision", "retrieval", "actions", "tools")
_NUMBER = Shape(kind=Kind.NUMBER)
_STRINGS = Shape(kind=Kind.STRINGS)


def _row(key: str, label: str, widget: Widget, shape: Shape, words: str) -> Field:
    return Field(
        key=key,
        level=Level.ENDPOINT,  # the table has no level for the endpoint's neighbours
        shape=shape,
        label=label,
        help=words,
        widget=widget,
        section=Section.GENERAL,
    )


_VERSION = _row(
    "version",
    "Assistants version",
    Widget.TEXT,
    Shape(kind=Kind.STRING_OR_NUMBER),
    "Which version of the Assistants API LibreChat asks for, as a number or as text. OpenAI’s "
    "endpoint uses 2 if it is not set.",
)
_AZURE_VERSION = _VERSION.model_copy(
    update={
        "help": "Which version of the Assistants API LibreChat asks for, as a number or as text. "
        "LibreChat uses 1 for Azure if it is not set. Microsoft switched Azure’s Assistants API "
        "off on 26 August 2026, so no version answers any more.",
        "default": 1,
    }
)
_OTHERS = (
    _row(
        "disableBuilder",
        "Hide the builder",
        Widget.SWITCH,
        BOOLEAN,
        "Takes the panel away in which people make and change assistants.",
    ),
    _row(
        "pollIntervalMs",
        "Poll interval",
        Widget.NUMBER,
        _NUMBER,
        "Milliseconds between two questions whether an assistant’s run has finished.",
    ),
    _row(
        "timeoutMs",
        "Time limit",
        Widget.NUMBER,
        _NUMBER,
        "Milliseconds after which LibreChat gives up on a run.",
    ),
    _row(
        "supportedIds",
        "Supported assistants",
        Widget.LIST,
        _STRINGS,
        "The ids of the only assistants that people can use. Beside this list LibreChat ignores "
        "the excluded ones; private assistants make it ignore both lists.",
    ),
    _row(
        "excludedIds",
        "Excluded assistants",
        Widget.LIST,
        _STRINGS,
        "The ids of assistants that people cannot use. Ignored where supported assistants are "
        "listed, or where assistants are private.",
    ),
    _row(
        "privateAssistants",
        "Private assistants",
        Widget.SWITCH,
        BOOLEAN,
        "Lets people see only the assistants that they made themselves. LibreChat then ignores "
        "the supported and the excluded ones.",
    ),
    _row(
        "retrievalModels",
        "Models with retrieval",
        Widget.LIST,
        _STRINGS,
        "The models that can search in files. A list here replaces LibreChat’s own.",
    ),
    _row(
        "capabilities",
        "Capabilities",
        Widget.CHOICES,
        Shape(kind=Kind.STRINGS, choices=CAPABILITIES),
        "What assistants are offered. A section without the key offers all of them. Azure’s "
        "assistants had no retrieval.",
    ),
)

ASSISTANTS_FIELDS: Mapping[Path, tuple[Field, ...]] = {
    AZURE_ASSISTANTS_PATH: (_AZURE_VERSION, *_OTHERS),
    OPENAI_ASSISTANTS_PATH: (_VERSION.model_copy(update={"default": 2}), *_OTHERS),
}
