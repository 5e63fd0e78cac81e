"""The sub-command `check`: would LibreChat accept these files?"""

import os
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from editor.cli import reports
from editor.cli.options import EnvOption, TargetOption
from editor.cli.reports import Report
from editor.cli.sources import Source, read_source
from editor.core.legacy import PLACEHOLDERS
from editor.core.schema.field import Target
from editor.core.validation.problem import Severity
from editor.system.errors import FileError

EXAMPLE = "Example: librechat-azure-editor check librechat.yaml --strict --format json"
_ACCEPTED, _REFUSED, _UNREADABLE = 0, 1, 2
_REFERENCE = re.compile(r"\$\{([^}]+)\}")
_ADDRESS = re.compile(
    r"""(?:url|uri|_endpoint|proxy)["']?\s*:\s*["']?\$\{([^}]+)\}""", re.IGNORECASE
)
_PORT = re.compile(r"[^\s:]:\$\{([^}]+)\}")


class Style(StrEnum):
    """How the problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check(  # noqa: PLR0913 - one parameter for each option
    names: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Config files; - is standard input.")
    ],
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse warnings too.")] = False,
    assume_env: Annotated[
        bool, typer.Option("--assume-env", help="Take every variable that is named as set.")
    ] = False,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
    style: Annotated[
        Style, typer.Option("--format", help="For people, programs or code scanning.")
    ] = Style.TEXT,
) -> None:
    """Say whether LibreChat would accept each file.

    Exit code 0: yes. 1: no. 2: a file cannot be read.
    """
    judged: list[Report] = []
    is_complete = True
    for name in names:
        try:
            source = read_source(name, env)
        except FileError as error:
            typer.echo(str(error), err=True)
            is_complete = False
        else:
            if source.env_flaw is not None:
                typer.echo(str(source.env_flaw), err=True)
                is_complete = False
            judged.append(_report(source, target, assume_env=assume_env))
    _print(judged, style, is_single=len(names) == 1)
    refused = any(_is_refused(report, strict=strict) for report in judged)
    raise typer.Exit((_REFUSED if refused else _ACCEPTED) if is_complete else _UNREADABLE)


def _report(source: Source, target: Target, *, assume_env: bool) -> Report:
    assumed = assumed_variables(source.text) if assume_env else {}
    document = source.document(target, assumed | dict(os.environ))
    return Report(source.name, source.env_name, target.value, document)


def _print(judged: list[Report], style: Style, *, is_single: bool) -> None:
    if not judged and is_single:
        return
    match style:
        case Style.TEXT:
            has_colors = wants_colors(os.environ, is_terminal=sys.stdout.isatty())
            typer.echo(reports.as_text(judged, has_colors=has_colors))
        case Style.GITHUB:
            typer.echo(reports.as_github(judged), nl=False)
        case Style.SARIF:
            typer.echo(reports.as_json(reports.as_sarif(judged)))
        case Style.JSON:
            objects = [reports.as_object(report) for report in judged]
            typer.echo(reports.as_json(objects[0] if is_single else objects))


def assumed_variables(text: str) -> dict[str, str]:
    """Return a value for each variable that the config names as `${NAME}`.

    Where the variable holds an address or a port, so does the value, lest that be a problem.
    """
    assumed = dict.fromkeys(_REFERENCE.findall(text), "assumed")
    assumed |= dict.fromkeys(_PORT.findall(text), "443")
    assumed |= dict.fromkeys(_ADDRESS.findall(text), "https://assumed.example/openai/deployments")
    return {name: value for name, value in assumed.items() if name not in PLACEHOLDERS}


def wants_colors(environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Say whether output may have colours: on a terminal, unless NO_COLOR is set."""
    return is_terminal and not environ.get("NO_COLOR")


def _is_refused(report: Report, *, strict: bool) -> bool:
    has_warning = any(problem.severity is not Severity.INFO for problem in report.document.problems)
    return not report.document.valid or (strict and has_warning)
