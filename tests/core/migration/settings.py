"""Legacy settings to be migrated, and what is asked of a migration."""

from datetime import date
from typing import Any

from editor.core.document import Document
from editor.core.migration import Migration
from editor.core.schema.field import Target
from editor.core.validation.problem import Severity

SECRET = "0f3b9ad27c5e41d68a90b7f2c4e1d835"
KEY = {"AZURE_API_KEY": SECRET}
INSTANCE = KEY | {
    "AZURE_OPENAI_API_INSTANCE_NAME": "acme",
    "AZURE_OPENAI_API_VERSION": "2024-10-21",
}
SINGLE = INSTANCE | {"AZURE_OPENAI_API_DEPLOYMENT_NAME": "four"}
BY_NAME = INSTANCE | {"AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "TRUE"}
LISTED = {"AZURE_OPENAI_MODELS": "gpt-3.5-turbo, gpt-4o,,gpt-4o"}
DEFAULT = {"AZURE_OPENAI_DEFAULT_MODEL": "gpt-4o"}
DEPLOYED = "https://acme.openai.azure.com/openai/deployments/one"
LITERAL = KEY | {"AZURE_OPENAI_API_VERSION": "2024-10-21", "AZURE_OPENAI_BASEURL": DEPLOYED}
PLACED = (
    "https://${INSTANCE_NAME}.cognitiveservices.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
)
GATEWAY = "https://gate.example/${INSTANCE_NAME}/${DEPLOYMENT_NAME}"
TODAY = date(2026, 11, 23)

Variables = dict[str, str]


def based(base: str) -> Variables:
    return {"AZURE_OPENAI_BASEURL": base}


def migrated(
    variables: Variables, text: str = "", target: Target = Target.V0_8, **choices: object
) -> Migration:
    env_text = "".join(f"{name}='{value}'\n" for name, value in variables.items())
    return Document(text, env_text, target).migrate(choices, TODAY)


def messages(migration: Migration, severity: Severity) -> list[str]:
    return [note.message for note in migration.notes if note.severity is severity]


def asked(migration: Migration) -> list[tuple[str | None, str | None]]:
    assert not migration.is_decided
    assert (migration.edit.is_empty, migration.document) == (True, migration.before)
    return [(note.key, note.choice) for note in migration.notes if note.severity is Severity.ERROR]


def the_group(migration: Migration) -> dict[str, Any]:
    assert migration.is_decided, migration.notes
    (found,) = migration.groups
    assert migration.document.groups == (found["group"],)
    return {key: value for key, value in found.items() if key not in ("group", "apiKey")}
