"""The endpoint's keys for short headings over an agent's work and reasoning (0.8.8)."""

from editor.core.schema.field import (
    BOOLEAN,
    POSITIVE_INTEGER,
    STRING,
    Field,
    Kind,
    Level,
    Section,
    Shape,
    Widget,
)

_SINCE = "0.8.8"


def _switch(key: str, label: str, meaning: str) -> Field:
    return Field(
        key=key,
        level=Level.ENDPOINT,
        shape=BOOLEAN,
        label=label,
        help=meaning,
        default=False,
        since=_SINCE,
        widget=Widget.SWITCH,
        section=_section_of(key),
    )


def _text(key: str, widget: Widget, label: str, meaning: str) -> Field:
    return Field(
        key=key,
        level=Level.ENDPOINT,
        shape=STRING,
        label=label,
        help=meaning,
        since=_SINCE,
        widget=widget,
        section=_section_of(key),
    )


def _number(key: str, default: int, label: str, meaning: str) -> Field:
    return Field(
        key=key,
        level=Level.ENDPOINT,
        shape=POSITIVE_INTEGER,
        label=label,
        help=meaning,
        default=default,
        example=str(default),
        since=_SINCE,
        widget=Widget.NUMBER,
        section=_section_of(key),
    )


def _section_of(key: str) -> Section:
    return Section.REASONING if key.startswith("reasoning") else Section.ACTIVITY


ACTIVITY_FIELDS = (
    _switch(
        "activityLabel",
        "Label activity",
        "Folds each run of an agent's reasoning and tool calls under a one-line heading that a "
        "model writes.",
    ),
    _text(
        "activityModel",
        Widget.MODEL_NAME,
        "Activity model",
        "The model that writes these headings; else the title model, else the agent's own.",
    ),
    _text(
        "activityEndpoint",
        Widget.TEXT,
        "Activity endpoint",
        "The endpoint whose key the activity model uses; else the agent's own.",
    ),
    _text(
        "activityPrompt",
        Widget.MULTILINE,
        "Activity prompt",
        "Your own instruction for writing these headings.",
    ),
    _number(
        "activityMaxPerRun",
        20,
        "Activity labels per run",
        "The most headings that one run of an agent may cost.",
    ),
    _number(
        "activityCharLimit",
        600,
        "Activity character limit",
        "How much of each tool's input and output the heading's writer is shown.",
    ),
    _switch(
        "activityPhaseLabel",
        "Summarise phases",
        "Puts one summary over each phase of a run that holds two or more activities.",
    ),
    _text(
        "activityPhaseModel",
        Widget.MODEL_NAME,
        "Phase model",
        "The model that writes these summaries; else the activity model.",
    ),
    _text(
        "activityPhaseEndpoint",
        Widget.TEXT,
        "Phase endpoint",
        "The endpoint whose key the phase model uses; else the activity endpoint.",
    ),
    _text(
        "activityPhasePrompt",
        Widget.MULTILINE,
        "Phase prompt",
        "Your own instruction for writing these summaries.",
    ),
    _number(
        "activityPhaseMaxPerRun",
        5,
        "Phase summaries per run",
        "The most summaries that one run of an agent may cost.",
    ),
    _switch(
        "reasoningLabel",
        "Label reasoning",
        "Shows a short heading over long reasoning while it is being streamed.",
    ),
    _text(
        "reasoningLabelModel",
        Widget.MODEL_NAME,
        "Reasoning label model",
        "The model that writes this heading; else the activity model.",
    ),
    _text(
        "reasoningLabelEndpoint",
        Widget.TEXT,
        "Reasoning label endpoint",
        "The endpoint that is sent a part of the visible reasoning; else the activity endpoint.",
    ),
    _text(
        "reasoningLabelPrompt",
        Widget.MULTILINE,
        "Reasoning label prompt",
        "Your own instruction for writing this heading.",
    ),
    _number(
        "reasoningLabelMinChars",
        500,
        "Characters before a label",
        "How long the reasoning must be before it gets a heading.",
    ),
    _number(
        "reasoningLabelUpdateChars",
        400,
        "Characters between updates",
        "How many new characters of reasoning bring a new heading.",
    ),
    Field(
        key="reasoningLabelUpdateIntervalMs",
        level=Level.ENDPOINT,
        shape=Shape(kind=Kind.NUMBER, is_integer=True, minimum=0),
        label="Milliseconds between updates",
        help="The shortest time between two headings for the same reasoning.",
        default=3000,
        example="3000",
        since=_SINCE,
        widget=Widget.NUMBER,
        section=Section.REASONING,
    ),
    _number(
        "reasoningLabelMaxPerRun",
        8,
        "Reasoning labels per run",
        "The most requests for such headings that one run of an agent may cost.",
    ),
)
