"""For every combination of legacy variables, the group calls what the variables called.

Where it does not, a note says so; where something is missing, it is asked and nothing changes.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from editor.core.document import Document
from editor.core.migration import Migration
from editor.core.routing.route import Route
from editor.core.schema.field import Target
from editor.core.text import apply, inverse
from editor.core.validation.problem import Severity
from tests.core.migration import legacy_path as legacy
from tests.core.migration.legacy_path import Variables

SECRET = "0f3b9ad27c5e41d68a90b7f2c4e1d835"
OTHER_SECRET = "9988776655443322ffeeddccbbaa0011"
HOST = "https://acme.openai.azure.com"
PLACED = "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
GATEWAY = "https://gate.example/${INSTANCE_NAME}/${DEPLOYMENT_NAME}"
BASES = (
    PLACED,
    GATEWAY,
    f"{PLACED}/chat/completions",
    f"{HOST}/openai/deployments/gpt4o-prod",
    f"{HOST}/openai/deployments/another",
    f"{HOST}/openai/deployments/gpt4o-prod/chat/completions?api-version=2023-05-15",
    f"{HOST}/openai/deployments",
    HOST,
    "https://gate.example/azure",
    "https://gate.example/${DEPLOYMENT_NAME}",
    "https://gate.example/a?subscription=1",
)
VALUES: dict[str, tuple[str, ...]] = {
    legacy.KEY: ("", SECRET),
    legacy.INSTANCE: ("", "acme"),
    legacy.DEPLOYMENT: ("", "gpt4o-prod"),
    legacy.VERSION: ("", "2024-10-21"),
    legacy.MODELS: ("", "gpt-3.5-turbo, gpt-4o,,gpt-4o"),
    legacy.DEFAULT: ("", "gpt-4.1"),
    legacy.USE_MODEL: ("", "true"),
}
AROUND = f"""\
# LibreChat
HOST=localhost
CREDS_KEY={OTHER_SECRET}

{{}}
export MONGO_URI="mongodb://me:{OTHER_SECRET}@db/x"  # data
BROKEN LINE
LAST=`1`"""
TODAY = date(2026, 11, 23)


def combinations(base: str) -> Iterator[Variables]:
    for values in product(*VALUES.values()):
        variables = dict(zip(VALUES, values, strict=True)) | {legacy.BASE: base}
        yield {name: value for name, value in variables.items() if value}


def env_text(variables: Variables) -> str:
    return AROUND.format("\n".join(f"{name}={value}" for name, value in variables.items()))


def migrated(variables: Variables, target: Target, *, serverless: bool | None = None) -> Migration:
    document = Document("", env_text(variables), target)
    return document.migrate({"serverless": serverless}, TODAY)


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("base", ["", *BASES])
def test_the_group_calls_what_the_variables_called(base: str, target: Target) -> None:
    decided = 0
    for variables in combinations(base):
        migration = migrated(variables, target)
        assert migration.is_decided is not must_be_asked(variables, target), variables
        if migration.is_decided:
            assert_equivalent(migration, variables, target)
            decided += 1
        else:
            assert_untouched(migration)
    assert decided


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("name", [legacy.KEY, legacy.BASE])
def test_what_each_person_enters_has_no_equivalent(name: str, target: Target) -> None:
    for variables in combinations(""):
        migration = migrated(variables | {name: "user_provided"}, target)
        has_resource = legacy.INSTANCE in variables or name == legacy.BASE
        if has_resource or legacy.KEY in variables:
            assert_untouched(migration)


@pytest.mark.parametrize("target", Target)
def test_a_switch_that_is_not_true_is_off(target: Target) -> None:
    for variables in combinations(""):
        if variables.get(legacy.USE_MODEL) == "true":
            continue
        migration = migrated(variables | {legacy.USE_MODEL: "yes"}, target)
        assert migration.groups == migrated(variables, target).groups


def must_be_asked(variables: Variables, target: Target) -> bool:
    """Say whether something is missing that nobody but a person knows."""
    base, key = variables.get(legacy.BASE, ""), variables.get(legacy.KEY, "")
    is_any = bool(base or variables.get(legacy.INSTANCE))
    if not is_any:
        return bool(key or variables.get(legacy.DEPLOYMENT))
    if not key or "user_provided" in (base, key):
        return True
    if not variables.get(legacy.VERSION) and "api-version=" not in base:
        return True
    uses_names = variables.get(legacy.USE_MODEL) == "true"
    names_deployment = "/deployments/" in base and "${DEPLOYMENT_NAME}" not in base
    is_fixed = bool(base) and "${DEPLOYMENT_NAME}" not in base
    if not variables.get(legacy.INSTANCE):
        if "${INSTANCE_NAME}" in base or not base:
            return True
        if "/deployments" not in base and target is Target.V0_8:
            return True
    has_deployment = variables.get(legacy.DEPLOYMENT) or uses_names or names_deployment
    if not has_deployment and not (is_fixed and target is Target.V0_7):
        return True
    is_shared = not uses_names or names_deployment
    has_default = is_shared and bool(variables.get(legacy.DEFAULT))
    return not (has_default or variables.get(legacy.MODELS))


def assert_untouched(migration: Migration) -> None:
    assert migration.edit.is_empty
    assert migration.document is migration.before
    assert any(note.severity is Severity.ERROR for note in migration.notes)


def assert_equivalent(migration: Migration, variables: Variables, target: Target) -> None:
    if not migration.groups:
        assert not migration.document.models
        return
    after = requests(migration)
    assert set(after) == set(migration.document.models)
    notes = " ".join(note.message for note in migration.notes)
    listed = legacy.listed_models(variables)
    if list(after) != listed:
        dropped = [name for name in listed if name not in after]
        assert "does not offer" in notes if dropped else "a list of models of its own" in notes
    for model, sent in after.items():
        before = legacy.request(variables, model, target)
        if before is None:
            assert "Until now every request failed" in notes
        else:
            assert_same_request(sent, before, notes)


def assert_same_request(after: legacy.Request, before: legacy.Request, notes: str) -> None:
    assert after.key == before.key
    if after.version != before.version:
        assert f"Until now LibreChat sent {before.version or 'no API version'}" in notes
    if after.url != before.url:
        assert "Until now LibreChat called" in notes
    else:
        assert f"now {after.url}." not in notes


def requests(migration: Migration) -> dict[str, legacy.Request]:
    """Return what the migrated config makes LibreChat send, model by model."""
    routes = migration.document.routes
    assert not any(route.error for route in routes)
    return {route.model: request(route) for route in routes}


def request(route: Route) -> legacy.Request:
    address, _, query = str(route.url).partition("?")
    return legacy.Request(address, query.removeprefix("api-version="), route.headers["api-key"])


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("base", ["", PLACED, GATEWAY, "https://gate.example/azure"])
def test_texts_are_kept_and_secrets_stay_where_they_are(base: str, target: Target) -> None:
    for variables in combinations(base):
        migration = migrated(variables, target, serverless=True)
        assert_lines_kept(migration, variables)
        assert_no_secret(migration)
        assert_undone(migration)
        assert_migrated_once(migration)


def assert_lines_kept(migration: Migration, variables: Variables) -> None:
    before, after = migration.before.env_text, migration.document.env_text
    lines = after.split("\n")
    position = 0
    for line in before.split("\n"):
        name, _, value = line.partition("=")
        expected = {line}
        if migration.is_decided and name in variables:
            expected = {f"# {line}"} if value != SECRET else {f"AZURE_MAIN_API_KEY={value}"}
        while lines[position] not in expected:
            assert lines[position].startswith("# 2026-11-23: ")
            position += 1
        position += 1
    assert position == len(lines)
    assert after.count(SECRET) == before.count(SECRET)


def assert_no_secret(migration: Migration) -> None:
    shown = [migration.document.text, migration.config_diff, migration.env_diff]
    shown += [note.message for note in migration.notes]
    shown += [f"{one.effect} {one.remedy} {one.server_message}" for one in migration.legacy]
    for text in shown:
        assert SECRET not in text
        assert OTHER_SECRET not in text


def assert_undone(migration: Migration) -> None:
    before, after, edit = migration.before, migration.document, migration.edit
    assert apply(after.text, inverse(before.text, edit.config)) == before.text
    assert apply(after.env_text, inverse(before.env_text, edit.env)) == before.env_text


def assert_migrated_once(migration: Migration) -> None:
    again = migration.document.migrate({"serverless": True}, date(2027, 1, 1))
    assert again.edit.is_empty
    if migration.is_decided:
        assert not [note for note in again.notes if note.severity is Severity.ERROR]
        assert not [one for one in migration.document.legacy if one.server_message]
