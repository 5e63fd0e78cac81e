"""The keys directly under `endpoints.azureOpenAI`."""

from editor.core.schema.activity import ACTIVITY_FIELDS
from editor.core.schema.field import (
    BOOLEAN,
    STRING,
    Field,
    Kind,
    Level,
    Section,
    Shape,
    Widget,
)

_FIRST_FIELDS = (
    Field(
        key="assistants",
        level=Level.ENDPOINT,
        shape=BOOLEAN,
        label="Assistants",
        help="Turns Azure Assistants on. At least one group must have its own assistants switch "
        "on as well, or LibreChat does not start.",
        default=False,
        widget=Widget.SWITCH,
        section=Section.GENERAL,
    ),
    Field(
        key="streamRate",
        level=Level.ENDPOINT,
        shape=Shape(kind=Kind.NUMBER, minimum=0),
        shape_0_7=Shape(kind=Kind.NUMBER),
        label="Stream rate",
        help="Milliseconds to wait between the pieces of a streamed answer. A stream rate under "
        "endpoints.all wins over it.",
        example="25",
        since="0.7.4",
        widget=Widget.NUMBER,
        section=Section.GENERAL,
    ),
)

_TITLE_FIELDS = (
    Field(
        key="titleConvo",
        level=Level.ENDPOINT,
        shape=BOOLEAN,
        label="Generate titles",
        help="Whether a model names each conversation. Titles are on unless this is false; "
        "TITLE_CONVO in the environment turns them off for the whole server.",
        default=True,
        widget=Widget.SWITCH,
        section=Section.TITLES,
    ),
    Field(
        key="titleModel",
        level=Level.ENDPOINT,
        shape=STRING,
        label="Title model",
        help="The model that writes titles: the name of a model in this file, or current_model "
        "for the one in use.",
        example="current_model",
        widget=Widget.MODEL_NAME,
        section=Section.TITLES,
    ),
    Field(
        key="titleMethod",
        level=Level.ENDPOINT,
        shape=Shape(kind=Kind.CHOICE, choices=("completion", "functions", "structured")),
        shape_0_7=Shape(kind=Kind.CHOICE, choices=("completion", "functions")),
        label="Title method",
        help="How the title is asked for: as a plain completion, or by function calling or "
        "structured output, which need a model that can do so.",
        default="completion",
        example="completion",
        widget=Widget.CHOICE,
        section=Section.TITLES,
    ),
    Field(
        key="titleTiming",
        level=Level.ENDPOINT,
        shape=Shape(kind=Kind.CHOICE, choices=("immediate", "final")),
        label="Title timing",
        help="Whether the title is written at once, from the user's first message, or after the "
        "first answer is complete.",
        default="immediate",
        example="immediate",
        since="0.8.7",
        widget=Widget.CHOICE,
        section=Section.TITLES,
    ),
    Field(
        key="titlePrompt",
        level=Level.ENDPOINT,
        shape=STRING,
        label="Title prompt",
        help="Your own instruction for writing titles, in place of LibreChat's.",
        since="0.7.9",
        widget=Widget.MULTILINE,
        section=Section.TITLES,
    ),
    Field(
        key="titlePromptTemplate",
        level=Level.ENDPOINT,
        shape=STRING,
        label="Title prompt template",
        help="How the conversation is put into the title prompt.",
        since="0.7.9",
        widget=Widget.MULTILINE,
        section=Section.TITLES,
    ),
)

_RETIRED_FIELDS = (
    Field(
        key="plugins",
        level=Level.ENDPOINT,
        shape=BOOLEAN,
        label="Plugins",
        help="Served the former plugins endpoint through Azure, up to release 0.7.8.",
        default=False,
        until="0.8.4",
        widget=Widget.SWITCH,
        section=Section.RETIRED,
    ),
    Field(
        key="summarize",
        level=Level.ENDPOINT,
        shape=BOOLEAN,
        label="Summarize",
        help="Never had an effect for Azure. Today summaries have a section of their own, "
        "summarization, at the top of the file.",
        until="0.8.4",
        widget=Widget.SWITCH,
        section=Section.RETIRED,
    ),
    Field(
        key="summaryModel",
        level=Level.ENDPOINT,
        shape=STRING,
        label="Summary model",
        help="Never had an effect for Azure. Today summaries have a section of their own, "
        "summarization, at the top of the file.",
        until="0.8.4",
        widget=Widget.MODEL_NAME,
        section=Section.RETIRED,
    ),
    Field(
        key="customOrder",
        level=Level.ENDPOINT,
        shape=Shape(kind=Kind.NUMBER),
        label="Custom order",
        help="Meant to place the endpoint in the menu; no effect is known for Azure.",
        until="0.8.4",
        widget=Widget.NUMBER,
        section=Section.RETIRED,
    ),
)

_GROUPS = Field(
    key="groups",
    level=Level.ENDPOINT,
    shape=Shape(kind=Kind.GROUPS),
    label="Groups",
    help="The Azure resources, each with its key and its models. At least one is needed.",
    widget=Widget.GROUPS,
    section=Section.MODELS,
    is_required=True,
)

ENDPOINT_FIELDS = (
    *_FIRST_FIELDS,
    *_TITLE_FIELDS,
    *_RETIRED_FIELDS,
    *ACTIVITY_FIELDS,
    _GROUPS,
)
