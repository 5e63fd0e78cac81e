"""The sub-command `edit`: apply operations from a script to a config, all or none."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast

import typer

from editor.cli.options import Format, FormatOption, SecretsOption
from editor.cli.reports import as_json
from editor.cli.sources import config_file, read_text
from editor.core.config_diff import masked_diff
from editor.core.document import Document, EditError
from editor.core.schema.field import Target
from editor.system import files
from editor.system.errors import FileError

EXAMPLE = (
    'Example: echo \'[{"op": "unset", "path": ["cache"]}]\''
    " | librechat-azure-editor edit librechat.yaml --ops -"
)
_REFUSED, _UNREADABLE = 1, 2

Operations = Sequence[dict[str, object]]


def edit(  # noqa: PLR0913 - one parameter for each option
    name: Annotated[Path, typer.Argument(metavar="FILE", help="The config file.")],
    *,
    ops: Annotated[
        str, typer.Option("--ops", metavar="FILE", help="JSON array of operations; - is stdin.")
    ],
    diff: Annotated[bool, typer.Option("--diff", help="Show the change (default).")] = False,
    write: Annotated[bool, typer.Option("--write", help="Save the change.")] = False,
    style: FormatOption = Format.TEXT,
    show_secrets: SecretsOption = False,
) -> None:
    """Apply operations to a config, all or none, and show or save the change.

    Operations: set, unset, rename, insert, move, duplicate.

    Exit code 0: done. 1: an operation cannot be applied. 2: a file cannot be read or written.
    """
    if diff and write:
        raise typer.BadParameter("--diff and --write exclude each other.")
    try:
        source = files.read(config_file(name))
        changed = _applied(source.text, _operations(ops))
        if write and changed != source.text:
            files.save(source.path, changed, source.stamp)
    except FileError as error:
        raise _ending(str(error), _UNREADABLE) from error
    except EditError as error:
        raise _ending(_explained(error), _REFUSED) from error
    file_name = source.path.as_posix().lstrip("/")
    _print(masked_diff(source.text, changed, file_name, shows_secrets=show_secrets), style)


def _operations(name: str) -> Operations:
    """Return the operations of a JSON file; raises FileError, or ends the program with code 2."""
    try:
        value: object = json.loads(read_text(name))
    except (ValueError, RecursionError) as error:
        raise _ending(f"The operations are not JSON: {error}.", _UNREADABLE) from error
    if not isinstance(value, list):
        raise _ending("The operations must be a JSON array of objects.", _UNREADABLE)
    items = cast("list[object]", value)
    if not all(isinstance(item, dict) for item in items):
        raise _ending("The operations must be a JSON array of objects.", _UNREADABLE)
    return cast("list[dict[str, object]]", items)


def _applied(text: str, operations: Operations) -> str:
    return Document(text, target=Target.V0_8.value).apply(operations).text


def _explained(error: EditError) -> str:
    place = "" if error.line is None else f" (line {error.line})"
    return f"Operation {error.index + 1} cannot be applied{place}: {error.reason}"


def _print(difference: str, style: Format) -> None:
    if style is Format.JSON:
        typer.echo(as_json({"changed": bool(difference), "diff": difference}))
    else:
        typer.echo(difference, nl=False)


def _ending(message: str, code: int) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(code)
