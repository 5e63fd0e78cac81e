"""What a check finds, and the problem that it becomes once its place in the text is known."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, cast

from editor.core.dotenv.operations import EnvOperation
from editor.core.text import Span
from editor.core.yaml.values import Path

Operation: TypeAlias = dict[str, object]


class Severity(StrEnum):
    """How bad a problem is: refused, accepted but wrong somewhere, or worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Origin(StrEnum):
    """Who objects: a layer of LibreChat's own loading, the environment, or only this editor."""

    YAML = "yaml"
    SCHEMA = "schema"
    GROUPS = "groups"
    STARTUP = "startup"
    REQUEST = "request"
    ENVIRONMENT = "environment"
    ADVICE = "advice"


class Spot(StrEnum):
    """Which part of a node a finding points at, if it is about the text at all."""

    KEY = "key"
    VALUE = "value"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A named change that mends a problem: operations as the contract's `edit` takes them.

    `env` changes the `.env` text in the same step; see `Document.fix_edit`. `safe` means that the
    fix keeps the meaning that the author intended, such as quoting a date; as safe fixes are made
    unasked and in the config alone, one that changes the `.env` text never is.
    `quoted` is the place of a scalar that the fix turns into text: whoever has the source writes
    it as it stands there (`1.10`) in place of the operation's value, which may have lost a digit.
    `lines` is text that a person has to add to another file; such a fix changes nothing itself.
    """

    id: str
    title: str
    operations: tuple[Operation, ...]
    safe: bool = False
    quoted: Path | None = None
    env: tuple[EnvOperation, ...] = ()
    lines: str = ""

    def __post_init__(self) -> None:
        """Refuse a safe fix that changes the `.env` text; raises ValueError."""
        if self.safe and self.env:
            raise ValueError(f"the fix {self.id} changes the .env text, so it is not safe")

    def under(self, prefix: Path) -> "Fix":
        """Return the fix of a part as a fix of the whole, whose part is at the prefix."""
        return replace(
            self,
            operations=tuple(_under(prefix, operation) for operation in self.operations),
            quoted=None if self.quoted is None else prefix + self.quoted,
        )


def _under(prefix: Path, operation: Operation) -> Operation:
    return {**operation, "path": [*prefix, *cast("list[str | int]", operation["path"])]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found, without a place in the text yet.

    `path` is the path that LibreChat reports (zod's issue path for schema findings); `place` is
    the path of the node to point at, when it differs (an unknown root key has path `()`).
    `variable` is the variable that is to blame: where the `.env` text has it, it is pointed at.
    `env_span` is a place in the `.env` text to point at instead.
    """

    code: str
    origin: Origin
    severity: Severity
    message: str
    path: Path
    server_message: str | None = None
    place: Path | None = None
    spot: Spot = Spot.VALUE
    reported: bool = False
    variable: str | None = None
    env_span: Span | None = None
    fixes: tuple[Fix, ...] = ()

    def under(self, prefix: Path) -> "Finding":
        """Return the finding of a part as a finding of the whole, whose part is at the prefix."""
        return replace(
            self,
            path=prefix + self.path,
            place=None if self.place is None else prefix + self.place,
            fixes=tuple(fix.under(prefix) for fix in self.fixes),
        )

    @property
    def node_path(self) -> Path:
        """Return the path of the node that the finding points at."""
        return self.path if self.place is None else self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A finding with its place: lines and columns 1-based, in code points, end exclusive.

    `file` is `config` or `env`; the four numbers are None where there is no place.
    `node_path` is the path of the node that is pointed at.
    """

    severity: Severity
    code: str
    origin: Origin
    message: str
    server_message: str | None
    reported: bool
    file: str
    path: Path
    node_path: Path
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    fixes: tuple[Fix, ...] = ()
