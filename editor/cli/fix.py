"""The sub-command `fix`: mend what a machine can mend without changing what is meant."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from editor.cli.options import EnvOption, SecretsOption, TargetOption
from editor.cli.sources import config_file, read_whole_source
from editor.core.config_diff import masked_diff
from editor.core.repair import has_safe_fix, safe_fixes
from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.system import files
from editor.system.errors import FileError

EXAMPLE = "Example: librechat-azure-editor fix librechat.yaml --code unquoted-date --write"
_REMAINING, _UNREADABLE = 1, 2


def fix(  # noqa: PLR0913 - one parameter for each option
    name: Annotated[Path, typer.Argument(metavar="FILE", help="The config file.")],
    *,
    codes: Annotated[
        list[Code] | None,
        typer.Option("--code", metavar="CODE", help="Fix only problems of this code."),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show the change (default).")] = False,
    write: Annotated[bool, typer.Option("--write", help="Save the change.")] = False,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
    show_secrets: SecretsOption = False,
) -> None:
    """Apply every fix that keeps the meaning, such as putting a date in quotes.

    Exit code 0: nothing is left that could be fixed like this. 1: something is left, or is shown
    and not saved. 2: a file cannot be read or written.
    """
    if diff and write:
        raise typer.BadParameter("--diff and --write exclude each other.")
    try:
        source = files.read(config_file(name))
        surroundings = read_whole_source(str(name), env)
        document = replace(surroundings, text=source.text).document(target)
        fixed = safe_fixes(document, codes or ())
        if write and fixed.text != source.text:
            files.save(source.path, fixed.text, source.stamp)
    except FileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_UNREADABLE) from error
    if not write:
        file_name = source.path.as_posix().lstrip("/")
        change = masked_diff(source.text, fixed.text, file_name, shows_secrets=show_secrets)
        typer.echo(change, nl=False)
    if has_safe_fix(fixed if write else document, codes or ()):
        raise typer.Exit(_REMAINING)
