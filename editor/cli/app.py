"""The command line as a whole: which sub-commands there are, and how arguments find theirs."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from editor import __version__
from editor.cli import check, edit, fix, migrate, routes, schema, simulate, test, window

PROGRAM = "librechat-azure-editor"

# Each sub-command's name, function and example.
_COMMANDS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("open", window.open_path, window.OPEN_EXAMPLE),
    ("check", check.check, check.EXAMPLE),
    ("fix", fix.fix, fix.EXAMPLE),
    ("edit", edit.edit, edit.EXAMPLE),
    ("migrate", migrate.migrate, migrate.EXAMPLE),
    ("routes", routes.routes, routes.EXAMPLE),
    ("test", test.run_tests, test.EXAMPLE),
    ("schema", schema.schema, schema.EXAMPLE),
    ("simulate", simulate.simulate, simulate.EXAMPLE),
    ("demo", window.open_demo, window.DEMO_EXAMPLE),
)
_OWN_OPTIONS = ("--help", "--version")


def run(arguments: Sequence[str], open_window: window.OpenWindow) -> None:
    """Carry out a command line and end the program with its exit code."""
    application()(with_command(arguments), prog_name=PROGRAM, obj=open_window)


def application() -> typer.Typer:
    """Return the program with all its sub-commands."""
    program = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False
    )
    program.callback(epilog=f"Example: {PROGRAM} check librechat.yaml")(_program)
    for name, function, example in _COMMANDS:
        program.command(name, epilog=example)(function)
    return program


def with_command(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `open` in front unless they start with a sub-command."""
    known = (*(name for name, _, _ in _COMMANDS), *_OWN_OPTIONS)
    if arguments and arguments[0] in known:
        return list(arguments)
    return ["open", *arguments]


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Edit the Azure OpenAI part of LibreChat's librechat.yaml, in a window or from a shell.

    A first argument that is no command means: open PATH.
    """
