"""What one row of the field table says about a key of LibreChat's config."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Target(StrEnum):
    """Whose rules apply: today's 0.8.8 line, or release 0.7.7."""

    V0_8 = "0.8"
    V0_7 = "0.7"

    @property
    def release(self) -> str:
        """Return the release that stands for this target."""
        return _RELEASES[self]


_RELEASES = {Target.V0_8: "0.8.8", Target.V0_7: "0.7.7"}


class Level(StrEnum):
    """Which mapping a key belongs to: `endpoints.azureOpenAI`, a group, or a model."""

    ENDPOINT = "endpoint"
    GROUP = "group"
    MODEL = "model"


class Kind(StrEnum):
    """The type that LibreChat demands of a value."""

    STRING = "string"
    BOOLEAN = "boolean"
    NUMBER = "number"
    STRING_OR_NUMBER = "string_or_number"
    CHOICE = "choice"
    STRINGS = "strings"
    STRING_MAP = "string_map"
    PARAMETERS = "parameters"
    ANY_MAP = "any_map"
    GROUPS = "groups"
    MODELS = "models"


class Widget(StrEnum):
    """How a form edits a value."""

    TEXT = "text"
    MULTILINE = "multiline"
    SECRET = "secret"
    SWITCH = "switch"
    CHOICE = "choice"
    CHOICES = "choices"
    VERSION = "version"
    NUMBER = "number"
    MODEL_NAME = "model_name"
    HEADERS = "headers"
    MAPPING = "mapping"
    LIST = "list"
    MODELS = "models"
    GROUPS = "groups"


class Section(StrEnum):
    """Which part of a form a field stands in, in the order of the form."""

    CONNECTION = "connection"
    GENERAL = "general"
    MODELS = "models"
    TITLES = "titles"
    REQUEST = "request"
    ACTIVITY = "activity"
    REASONING = "reasoning"
    RETIRED = "retired"

    @property
    def heading(self) -> str:
        """Return the heading that people read."""
        return _HEADINGS[self]


_HEADINGS = {
    Section.CONNECTION: "Connection",
    Section.GENERAL: "General",
    Section.MODELS: "Models",
    Section.TITLES: "Conversation titles",
    Section.REQUEST: "Request",
    Section.ACTIVITY: "Activity labels",
    Section.REASONING: "Reasoning labels",
    Section.RETIRED: "No longer read by LibreChat",
}


class Shape(BaseModel):
    """The type of a value with its limits, as LibreChat's schema checks it.

    `minimum` is inclusive; `above` is an exclusive lower limit.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    choices: tuple[str, ...] = ()
    is_integer: bool = False
    minimum: int | None = None
    above: int | None = None


class Field(BaseModel):
    """One key of the config at one level.

    `since` is the first and `until` the last LibreChat release that knows the key. `shape_0_7` is
    the type that release 0.7.7 demands where it differs. `default` is what an absent key means
    (None: nothing is sent or set). `is_inheritable`: a model without the key takes its group's.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    level: Level
    shape: Shape
    label: str
    help: str
    widget: Widget
    section: Section
    shape_0_7: Shape | None = None
    example: str = ""
    default: bool | str | int | None = None
    since: str = "0.7.0"
    until: str | None = None
    is_required: bool = False
    is_secret: bool = False
    is_env_resolved: bool = False
    is_inheritable: bool = False

    def shape_in(self, target: Target) -> Shape:
        """Return the type that the target demands."""
        if target is Target.V0_7 and self.shape_0_7 is not None:
            return self.shape_0_7
        return self.shape

    def is_known_in(self, target: Target) -> bool:
        """Say whether the target's release has the key in its schema."""
        return is_between(target, self.since, self.until)


def is_between(target: Target, since: str, until: str | None) -> bool:
    """Say whether the target's release is one from `since` to `until`, both included."""
    release = _comparable(target.release)
    if _comparable(since) > release:
        return False
    return until is None or release <= _comparable(until)


def _comparable(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("."))


STRING = Shape(kind=Kind.STRING)
BOOLEAN = Shape(kind=Kind.BOOLEAN)
POSITIVE_INTEGER = Shape(kind=Kind.NUMBER, is_integer=True, above=0)
