"""The sub-command `test`: does each model answer the very request that LibreChat will send?"""

from pathlib import Path
from typing import Annotated

import typer

from editor.cli.options import EnvOption, Format, FormatOption, SecretsOption, TargetOption
from editor.cli.sources import read_whole_source
from editor.core.schema.field import Target
from editor.system.errors import FileError

EXAMPLE = "Example: librechat-azure-editor test librechat.yaml --group eastus --format json"
_UNTESTED = 2

ConcurrencyOption = Annotated[
    int, typer.Option("--concurrency", metavar="N", min=1, help="Requests at once.")
]
TimeoutOption = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="S",
        min=0.1,
        help="Seconds to the first byte; connecting gets 5 at most, the whole three times S.",
    ),
]
CertificatesOption = Annotated[
    Path | None,
    typer.Option(
        "--ca-file",
        metavar="FILE",
        help="Certificates (PEM) to trust besides the system's.",
        show_default=False,
    ),
]


def run_tests(  # noqa: PLR0913 - one parameter for each option
    name: Annotated[Path, typer.Argument(metavar="FILE", help="The config file.")],
    *,
    groups: Annotated[
        list[str] | None, typer.Option("--group", metavar="G", help="Test only this group.")
    ] = None,
    models: Annotated[
        list[str] | None, typer.Option("--model", metavar="M", help="Test only this model.")
    ] = None,
    concurrency: ConcurrencyOption = 8,
    timeout: TimeoutOption = 30.0,
    ca_file: CertificatesOption = None,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
    style: FormatOption = Format.TEXT,
    show_secrets: SecretsOption = False,
) -> None:
    """Send each model one small request, exactly as LibreChat will, and say what came of it.

    It costs about 16 tokens for each model. Ctrl-C stops, and prints what is done.

    Exit code 0: all connected. 1: some failed or were not tested. 2: nothing could be tested.
    """
    from editor.cli import testrun  # loads what speaks HTTP, which takes a while
    from editor.system.http import Settings

    try:
        source = read_whole_source(str(name), env)
        document = source.document(target)
        chosen = testrun.Choice(tuple(groups or ()), tuple(models or ()), show_secrets)
        variables = testrun.proxy_variables(document)
        settings = Settings(concurrency, timeout, variables, ca_file)
        code = testrun.carry_out(document, chosen, style, settings)
    except FileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_UNTESTED) from error
    raise typer.Exit(code)
