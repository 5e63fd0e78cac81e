"""The keys of a model inside a group's `models`."""

from editor.core.schema.field import BOOLEAN, STRING, Field, Level, Section, Widget

MODEL_FIELDS = (
    Field(
        key="deploymentName",
        level=Level.MODEL,
        shape=STRING,
        label="Deployment name",
        help="The deployment in Azure that serves this model. Left out, the group's is used.",
        example="gpt-4o-prod",
        widget=Widget.TEXT,
        section=Section.CONNECTION,
        is_env_resolved=True,
        is_inheritable=True,
    ),
    Field(
        key="version",
        level=Level.MODEL,
        shape=STRING,
        label="API version",
        help="The Azure API version for this model, in quotes, because YAML reads a bare date as "
        "a date. Left out, the group's is used.",
        example="2024-10-21",
        widget=Widget.VERSION,
        section=Section.CONNECTION,
        is_env_resolved=True,
        is_inheritable=True,
    ),
    Field(
        key="assistants",
        level=Level.MODEL,
        shape=BOOLEAN,
        label="Assistants",
        help="Accepted, but without effect: LibreChat only looks at the group's own setting, "
        "which marks every model of the group.",
        default=False,
        widget=Widget.SWITCH,
        section=Section.GENERAL,
    ),
)
