"""The sub-command `routes`: what LibreChat would send for each model."""

from typing import Annotated

import typer

from editor.cli.options import EnvOption, Format, FormatOption, SecretsOption, TargetOption
from editor.cli.reports import as_json
from editor.cli.sources import read_whole_source
from editor.core.document import Document
from editor.core.routing.route import Route
from editor.core.routing.shown import as_object, masked
from editor.core.schema.field import Target
from editor.system.errors import FileError

EXAMPLE = "Example: librechat-azure-editor routes librechat.yaml --model gpt-4o --format json"
_REFUSED, _UNREADABLE = 1, 2
_TITLES = ("MODEL", "GROUP", "DEPLOYMENT", "VERSION", "CONTEXT", "VISION", "REQUEST")


def routes(  # noqa: PLR0913 - one parameter for each option
    name: Annotated[
        str, typer.Argument(metavar="FILE", help="The config file; - is standard input.")
    ],
    *,
    models: Annotated[
        list[str] | None,
        typer.Option("--model", metavar="M", help="Only this model; may be given repeatedly."),
    ] = None,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
    style: FormatOption = Format.TEXT,
    show_secrets: SecretsOption = False,
) -> None:
    """Say what LibreChat sends for a first message to each model; nothing is sent.

    Exit code 0: every model can be reached like that. 1: LibreChat would refuse the file, or a
    model has an error. 2: a file cannot be read.
    """
    try:
        source = read_whole_source(name, env)
    except FileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_UNREADABLE) from error
    document = source.document(target)
    found = _chosen(document, models or [])
    shown = found if show_secrets else [masked(route) for route in found]
    if style is Format.JSON:
        typer.echo(as_json([as_object(route) for route in shown]))
    elif shown:
        typer.echo(as_text(shown))
    if not document.valid:
        message = f"LibreChat {target.value} would refuse {source.name}; `check` says why."
        typer.echo(message, err=True)
    if source.env_flaw is not None:
        typer.echo(str(source.env_flaw), err=True)
        raise typer.Exit(_UNREADABLE)
    if not document.valid or any(route.error for route in found):
        raise typer.Exit(_REFUSED)


def _chosen(document: Document, models: list[str]) -> list[Route]:
    known = {route.model for route in document.routes}
    for model in models:
        if model not in known:
            listed = ", ".join(sorted(known)) or "none at all"
            raise typer.BadParameter(f"The config has no model “{model}”, but: {listed}.")
    return [route for route in document.routes if not models or route.model in models]


def as_text(routes: list[Route]) -> str:
    """Return a table with a line for each route, and its error and warnings below it."""
    rows = [_TITLES, *map(_row, routes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    table = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines = [table[0]]
    for line, route in zip(table[1:], routes, strict=True):
        lines.append(line)
        lines += [f"    LibreChat: {text}" for text in (route.error or "").splitlines()]
        lines += [f"    warning: {text}" for text in route.warnings]
    if any(route.assumed for route in routes):
        lines.append("Requests of LibreChat 0.7 were read off its source code, not observed.")
    return "\n".join(lines)


def _row(route: Route) -> tuple[str, ...]:
    return (
        route.model,
        route.group,
        route.deployment or "-",
        route.version or "-",
        "-" if route.context_window is None else f"{route.context_window:,}",
        "yes" if route.vision else "no",
        "none" if route.url is None else f"{route.method} {route.url}",
    )
