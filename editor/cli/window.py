"""The sub-commands `open` and `demo`: show the window."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Protocol, cast

import typer

from editor.cli.options import EnvOption, TargetOption
from editor.core.schema.field import Target
from editor.system.display import obstacle
from editor.system.errors import FileError

OPEN_EXAMPLE = "Example: librechat-azure-editor ~/librechat/librechat.yaml --env ~/librechat/.env"
DEMO_EXAMPLE = "Example: librechat-azure-editor demo --target 0.7"


class OpenWindow(Protocol):
    """What shows the window until it is closed, and returns the exit code."""

    def __call__(self, path: Path | None, env: Path | None, target: str, *, demo: bool) -> int:
        """Open the config or folder at the path; None opens the last file."""
        ...


def open_path(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            help="A librechat.yaml or a LibreChat folder; without it, the last file.",
            show_default=False,
        ),
    ] = None,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
    demo: Annotated[bool, typer.Option("--demo", help="Open the demo.")] = False,
) -> None:
    """Open a config in the window; the word “open” may be left out."""
    if demo:
        open_demo(context, target)
    else:
        _show(context, path, env, target, demo=False)


def open_demo(context: typer.Context, target: TargetOption = Target.V0_8) -> None:
    """Open a copy of a sample LibreChat folder, with a simulated Azure that its models talk to."""
    from editor.system.demo import demo

    with ExitStack() as stack:
        try:
            folder = stack.enter_context(demo())
        except (OSError, FileError) as error:
            typer.echo(f"The demo cannot start: {error}", err=True)
            raise typer.Exit(1) from error
        _show(context, folder, None, target, demo=True)


def _show(
    context: typer.Context, path: Path | None, env: Path | None, target: Target, *, demo: bool
) -> None:
    reason = obstacle(os.environ, sys.platform)
    if reason is not None:
        typer.echo(reason, err=True)
        raise typer.Exit(1)
    open_window = cast("OpenWindow", context.obj)
    raise typer.Exit(open_window(path, env, target.value, demo=demo))
