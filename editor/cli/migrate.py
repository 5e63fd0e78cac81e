"""The sub-command `migrate`: turn the legacy Azure settings of a `.env` into groups."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from editor.cli.options import Format, FormatOption, SecretsOption, TargetOption
from editor.cli.reports import as_json
from editor.cli.sources import config_file
from editor.core.config_diff import masked_diff
from editor.core.document import Document
from editor.core.migration import Migration, Note, showing
from editor.core.schema.field import Target
from editor.system import files
from editor.system.errors import FileError
from editor.system.files import FileText
from editor.system.folder import survey
from editor.system.saving import Unsaved, save_all_or_none

EXAMPLE = "Example: librechat-azure-editor migrate --env .env --models gpt-4o,gpt-4o-mini --write"
_UNDECIDED, _UNREADABLE = 1, 2


@dataclass(frozen=True, slots=True)
class _Files:
    """The two files; the config may have to be created."""

    config: Path
    old_config: FileText | None
    env: FileText


_EnvOption: TypeAlias = Annotated[
    Path, typer.Option("--env", metavar="FILE", help="The .env with the legacy settings.")
]
_ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The config; without it, the one of the .env's folder. Created when absent.",
    ),
]
_ModelsOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--models", metavar="A,B", help="The models of the new group; '' makes no group."),
]
_KeyOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--key-variable", metavar="NAME", help="The variable that is to hold the key."),
]
_GroupOption: TypeAlias = Annotated[
    str | None, typer.Option("--group", metavar="NAME", help="The name of the new group.")
]
_ServerlessOption: TypeAlias = Annotated[
    bool,
    typer.Option("--serverless", help="Call a base URL without /deployments as it stands."),
]


def migrate(  # noqa: PLR0913 - one parameter for each option
    *,
    env: _EnvOption,
    config: _ConfigOption = None,
    models: _ModelsOption = None,
    key_variable: _KeyOption = None,
    group: _GroupOption = None,
    serverless: _ServerlessOption = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the change (default).")] = False,
    write: Annotated[bool, typer.Option("--write", help="Save the change.")] = False,
    target: TargetOption = Target.V0_8,
    style: FormatOption = Format.TEXT,
    show_secrets: SecretsOption = False,
) -> None:
    """Turn the legacy Azure settings of a .env into a group, and comment them out.

    The key's line gets another name instead, so that no copy of the secret stays behind.

    Exit code 0: migrated, or nothing to do. 1: something must be decided first, and nothing is
    written. 2: a file cannot be read or written.
    """
    if diff and write:
        raise typer.BadParameter("--diff and --write exclude each other.")
    choices: dict[str, object] = {"models": models, "key_variable": key_variable, "group": group}
    try:
        found = _found(env, config)
        choices["serverless"] = serverless or None
        migration = _document(found, target).migrate(choices, date.today())
        if write and migration.is_decided:
            _save(found, migration)
    except FileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_UNREADABLE) from error
    _print(found, migration, style, show_secrets=show_secrets)
    if not migration.is_decided:
        raise typer.Exit(_UNDECIDED)
    if write and not migration.edit.is_empty:
        typer.echo("Saved. Restart LibreChat, so that it reads both files again.", err=True)


def _found(env: Path, config: Path | None) -> _Files:
    """Read both files; raises FileError."""
    path = config_file(env.parent if config is None else config)
    old = None if files.stamp_on_disk(path) is None else files.read(path)
    return _Files(path, old, files.read(env))


def _document(found: _Files, target: Target) -> Document:
    compose = survey(found.config, found.env.path, os.environ).compose
    text = "" if found.old_config is None else found.old_config.text
    return Document(text, found.env.text, target, dict(os.environ), compose)


def _save(found: _Files, migration: Migration) -> None:
    """Write what changed, both files or none; raises FileError."""
    unsaved: list[Unsaved] = []
    before: list[FileText | None] = []
    if migration.edit.config:
        stamp = None if found.old_config is None else found.old_config.stamp
        unsaved.append(Unsaved(found.config, migration.document.text, stamp))
        before.append(found.old_config)
    if migration.edit.env:
        unsaved.append(Unsaved(found.env.path, migration.document.env_text, found.env.stamp))
        before.append(found.env)
    save_all_or_none(unsaved, before)


def _print(found: _Files, migration: Migration, style: Format, *, show_secrets: bool) -> None:
    old, new = migration.before, migration.document
    config_diff = masked_diff(old.text, new.text, _name(found.config), shows_secrets=show_secrets)
    env_diff = showing.env_diff(
        old.env_text, new.env_text, _name(found.env.path), shows_secrets=show_secrets
    )
    if style is Format.JSON:
        typer.echo(as_json(_as_object(migration, config_diff, env_diff)))
        return
    typer.echo(config_diff + env_diff, nl=False)
    if not migration.legacy:
        typer.echo(f"{found.env.path} has no legacy Azure settings.", err=True)
    for note in migration.notes:
        typer.echo(_line(note), err=True)


def _name(path: Path) -> str:
    return path.as_posix().lstrip("/")


def _line(note: Note) -> str:
    about = "" if note.key is None else f"{note.key}: "
    option = "" if note.choice is None else f" [--{note.choice.replace('_', '-')}]"
    return f"{note.severity}: {about}{note.message}{option}"


def _as_object(migration: Migration, config_diff: str, env_diff: str) -> dict[str, object]:
    """Return the JSON object that the contract of `migrate` describes."""
    return {
        "legacy": [
            {"key": one.key, "line": one.line, "server_message": one.server_message}
            for one in migration.legacy
        ],
        "groups": list(migration.groups),
        "notes": [
            {"severity": note.severity, "message": note.message, "key": note.key}
            for note in migration.notes
        ],
        "config_diff": config_diff,
        "env_diff": env_diff,
    }
