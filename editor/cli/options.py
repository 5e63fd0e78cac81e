"""The options that several sub-commands share, and what their values mean."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from editor.core.schema.field import Target


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


EnvOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--env",
        metavar="FILE",
        help="The .env file; without it, the one beside the config.",
        show_default=False,
    ),
]
TargetOption: TypeAlias = Annotated[
    Target, typer.Option("--target", help="The LibreChat version whose rules apply.")
]
FormatOption: TypeAlias = Annotated[
    Format, typer.Option("--format", help="For people or for programs.")
]
SecretsOption: TypeAlias = Annotated[
    bool, typer.Option("--show-secrets", help="Print secrets in the clear.")
]
