"""The sub-command `simulate`: run a server that answers like Azure."""

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from editor.cli.options import EnvOption, TargetOption
from editor.cli.sources import read_whole_source
from editor.core.masking import Masker
from editor.core.schema.field import Target
from editor.system.errors import FileError

if TYPE_CHECKING:
    from editor.system.simulator.azure import Azure
    from editor.system.simulator.requests import Request

EXAMPLE = "Example: librechat-azure-editor simulate --port 8100 --scenario gpt-5=throttled"
_NOT_LISTENING, _UNREADABLE = 1, 2
_POLL_SECONDS = 0.5  # on Windows, a wait without an end cannot be interrupted
_SCENARIOS_HELP = (
    "NAME for all deployments or DEPLOYMENT=NAME; may be repeated. NAME is healthy, wrong-key,"
    " missing-deployment, bad-version, throttled, no-quota, busy, filtered, filtered-reply,"
    " firewall, reasoning, slow, silent, cut-stream, html-login, redirect, tls, or the id of an"
    " error as “test” reports it."
)


PortOption: TypeAlias = Annotated[
    int, typer.Option("--port", metavar="P", min=0, max=65535, help="0: any that is free.")
]
ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Have the deployments and keys of this config; without it, any name and key.",
        show_default=False,
    ),
]
ScenarioOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="NAME", help=_SCENARIOS_HELP, show_default=False),
]


def simulate(
    port: PortOption = 0,
    config: ConfigOption = None,
    scenarios: ScenarioOption = None,
    env: EnvOption = None,
    target: TargetOption = Target.V0_8,
) -> None:
    """Run a server on 127.0.0.1 that answers like Azure; print its address; end with Ctrl-C.

    Point a group's base URL at it: the address, then /RESOURCE if there are several, then
    /openai/deployments/${DEPLOYMENT_NAME}. Nothing is sent to Azure. Exit code 0: ended.
    1: cannot listen. 2: the config cannot be read.
    """
    from editor.system.simulator import Simulator
    from editor.system.simulator.scenarios import UnknownScenario, cast_of

    azure = _azure(config, env, target)
    try:
        cast = cast_of(scenarios or (), azure.names)
        simulator = Simulator(azure, cast, port, on_answer=_report)
    except UnknownScenario as error:
        raise typer.BadParameter(str(error), param_hint="--scenario") from error
    except OSError as error:
        message = f"Port {port} cannot be used: {error.strerror}. Choose another, or 0 for any."
        typer.echo(message, err=True)
        raise typer.Exit(_NOT_LISTENING) from error
    with simulator:
        typer.echo(simulator.url)
        if simulator.ca_file is not None:
            typer.echo(f"Trust this certificate for https: {simulator.ca_file}", err=True)
        _wait_for_interrupt()


def _azure(config: Path | None, env: Path | None, target: Target) -> "Azure":
    from editor.system.simulator.azure import Azure, azure_of

    if config is None:
        return Azure()
    try:
        source = read_whole_source(str(config), env)
    except FileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_UNREADABLE) from error
    azure = azure_of(source.document(target))
    if not azure.names:
        typer.echo(f"{source.name} has no model of Azure. Look what “check” says of it.", err=True)
        raise typer.Exit(_UNREADABLE)
    return azure


def _report(request: "Request", status: int) -> None:
    """Say what was asked for and answered, without a key that got into the address."""
    path = Masker((request.api_key, request.bearer)).text(request.path)
    typer.echo(f"{request.method} {ascii(path)[1:-1]} {status}", err=True)


def _wait_for_interrupt() -> None:
    """Return when the user has had enough; a shell's background job is not told otherwise."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        while not threading.Event().wait(_POLL_SECONDS):
            pass
    except KeyboardInterrupt:
        return
