"""The sub-command `schema`: the JSON Schema of the config file."""

import typer

from editor.cli.options import Format, FormatOption, TargetOption
from editor.cli.reports import as_json
from editor.core.schema.field import Target
from editor.core.schema.json_schema import json_schema

EXAMPLE = "Example: librechat-azure-editor schema > librechat.schema.json"


def schema(target: TargetOption = Target.V0_8, style: FormatOption = Format.JSON) -> None:
    """Print the JSON Schema of librechat.yaml, for VS Code and CI."""
    del style  # a schema has one form; the option is there because every sub-command has it
    typer.echo(as_json(json_schema(target)))
