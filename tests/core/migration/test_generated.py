"""Whatever the variables, their sources, the config and the answers: nothing is lost or shown."""

import difflib
from datetime import date
from random import Random
from typing import Any

import pytest

from editor.core.document import Document
from editor.core.migration import Migration
from editor.core.schema.field import Target
from editor.core.text import apply, inverse
from editor.core.validation.problem import Severity

SECRETS = ("0f3b9ad27c5e41d68a90b7f2c4e1d835", "hunter2-hunter2-hunter2", "abcdefgh")
DEPLOYED = "https://acme.openai.azure.com/openai/deployments/four"
PLACED = "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
VALUES: dict[str, tuple[str, ...]] = {
    "AZURE_API_KEY": (SECRETS[0], SECRETS[0], SECRETS[0], "user_provided"),
    "AZURE_OPENAI_API_KEY": (SECRETS[1],),
    "AZURE_OPENAI_API_INSTANCE_NAME": ("acme", "acme", "a.b"),
    "AZURE_OPENAI_API_DEPLOYMENT_NAME": ("four", "gpt-35-turbo"),
    "AZURE_OPENAI_API_VERSION": ("2024-10-21", "2024-05-01-preview"),
    "AZURE_OPENAI_MODELS": ("gpt-4o", "gpt-3.5-turbo,gpt-4o", "4,toString", ", ,"),
    "AZURE_OPENAI_DEFAULT_MODEL": ("gpt-4o", "gpt-4.1"),
    "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": ("true", "yes"),
    "AZURE_OPENAI_BASEURL": (
        PLACED, DEPLOYED, "https://gate.example/a", "user_provided", "${GATE}",
        "${GATE}/${DEPLOYMENT_NAME}", f"https://me:{SECRETS[2]}@gate.example", "gate.example/x",
        f"https://gate.example/${{DEPLOYMENT_NAME}}?key={SECRETS[2]}",
        f"{DEPLOYED}/chat/completions", f"gate.example/x?key={SECRETS[2]}",
        f"${{GATE}}/a#{SECRETS[2]}", f"me:{SECRETS[2]}@gate.example/${{DEPLOYMENT_NAME}}",
    ),
    "PLUGINS_USE_AZURE": ("true", "1"),
    "AZURE_OPENAI_API_COMPLETIONS_DEPLOYMENT_NAME": ("x",),
    "OPENAI_TITLE_MODEL": ("gpt-4o", "o1"),
    "OPENAI_SUMMARIZE": ("true",),
    "INSTANCE_NAME": ("other",),
    "GATE": ("https://gate.example",),
    "AZURE_MAIN_API_KEY": (SECRETS[1],),
    "CREDS_KEY": (SECRETS[1],),
}  # fmt: skip
CONFIGS = (
    "",
    "# nothing yet\n",
    "version: 1.3.17\r\ncache: true\r\n",
    """\
version: "1.3.17"
key: &key ${AZURE_API_KEY}   # shared
endpoints:
  azureOpenAI:
    titleModel: gpt-4o
    groups:
    - group: azure-legacy # first
      apiKey: *key
      instanceName: '${AZURE_OPENAI_API_INSTANCE_NAME}'
      deploymentName: four
      version: "2024-10-21"
      models:
        gpt-4o: true
""".replace("key: &key ${AZURE_API_KEY}   # shared\n", "").replace("*key", "${AZURE_API_KEY}"),
    '{"version": "1.2.1", "endpoints": {"azureOpenAI": {"groups": [{"group": "g", "apiKey": "k", '
    '"instanceName": "i", "deploymentName": "d", "version": "v", "models": {"m": true}}]}}}',
    "version: '1.3.17'\nendpoints:\n  azureOpenAI:\n    groups: nonsense\n",
    "broken: [",
)  # fmt: skip
CHOICES: tuple[dict[str, object], ...] = (
    {},
    {},
    {"models": "gpt-4o"},
    {"models": ["a", "b"], "group": "main", "key_variable": "MAIN_KEY"},
    {"models": ""},
    {"serverless": True},
    {"serverless": False, "models": "x"},
    {"key_variable": "AZURE_API_KEY"},
)


def cases(count: int, seed: int) -> list[tuple[Document, dict[str, object]]]:
    return [_case(Random(f"{seed}-{index}")) for index in range(count)]


def _case(random: Random) -> tuple[Document, dict[str, object]]:
    names = random.sample(list(VALUES), k=random.randint(0, len(VALUES)))
    if random.random() < 0.6:
        names += list(VALUES)[2:7]
    lines: list[str] = []
    environ: dict[str, str] = {}
    for name in names:
        value = random.choice(VALUES[name])
        if random.random() < 0.1:
            environ[name] = value
        if name not in environ or random.random() < 0.3:
            quote = random.choice(("", "'", '"'))
            export = random.choice(("", "", "export "))
            lines.append(f"{export}{name}={quote}{value}{quote}{random.choice(('', ' # it’s'))}")
        if random.random() < 0.2:
            lines.append(random.choice(("", "# note", f"# old: {SECRETS[0]}", "junk", "EMPTY=")))
    end = random.choice(("\n", "\n", "\r\n"))
    text = end.join(lines) + random.choice(("", end))
    config, choices = random.choice(CONFIGS), random.choice(CHOICES)
    return Document(config, text, random.choice(list(Target)), environ), choices


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_or_shown(seed: int) -> None:
    decided = 0
    for document, choices in cases(150, seed):
        migration = document.migrate(choices, date(2026, 11, 23))
        decided += bool(migration.groups)
        assert_consistent(migration)
        assert_undone(migration)
        assert_config_kept(migration)
        assert_env_kept(migration)
        assert_no_secret(migration)
        assert_other_groups(migration)
        again = migration.document.migrate(choices, date(2027, 1, 1))
        assert again.edit.is_empty, (document.env_text, choices)
    assert decided > 20


def assert_consistent(migration: Migration) -> None:
    has_questions = any(note.severity is Severity.ERROR for note in migration.notes)
    assert migration.is_decided is not has_questions
    if has_questions:
        assert (migration.edit.is_empty, migration.groups) == (True, ())
    if migration.groups:
        assert all(isinstance(group["models"], dict) for group in migration.groups)
        names = [group["group"] for group in migration.groups]
        codes = [one.code for one in migration.document.problems if one.severity == "error"]
        assert migration.document.groups[-len(names) :] == tuple(names) or codes


def assert_undone(migration: Migration) -> None:
    before, after, edit = migration.before, migration.document, migration.edit
    assert apply(before.text, edit.config) == after.text
    assert apply(before.env_text, edit.env) == after.env_text
    assert apply(after.text, inverse(before.text, edit.config)) == before.text
    assert apply(after.env_text, inverse(before.env_text, edit.env)) == before.env_text


def assert_config_kept(migration: Migration) -> None:
    """Every old line is there in its place; only references to renamed variables differ."""
    before, after = migration.before.text, migration.document.text
    for change in difflib.ndiff(before.splitlines(), after.splitlines()):
        if change.startswith("- ") and not before.startswith("{"):
            assert "${AZURE_" in change


def assert_env_kept(migration: Migration) -> None:
    """Every old line is there, as it was, as a comment, or under another name."""
    before, after = migration.before.env_text, migration.document.env_text
    rest = after.splitlines()
    for line in before.splitlines():
        name, sign, value = line.removeprefix("export ").partition("=")
        found = next(
            index
            for index, other in enumerate(rest)
            if other in (line, f"# {line}") or _is_renamed(other, name, sign + value)
        )
        assert all(other.startswith("# 2026-11-23: ") for other in rest[:found])
        rest = rest[found + 1 :]
    assert rest == []
    assert after.endswith("\n") is before.endswith("\n")


def _is_renamed(line: str, name: str, rest: str) -> bool:
    new, sign, value = line.removeprefix("# ").removeprefix("export ").partition("=")
    if name != new:
        is_key = name in ("AZURE_API_KEY", "AZURE_OPENAI_API_KEY") and new == "MAIN_KEY"
        return sign + value == rest and (is_key or new.startswith("AZURE_MAIN_"))
    return False


def assert_no_secret(migration: Migration) -> None:
    shown: list[Any] = [migration.config_diff, migration.env_diff]
    shown += [note.message + note.suggestion for note in migration.notes]
    shown += [one.effect for one in migration.legacy]
    for text in (*shown, migration.document.text):
        for secret in SECRETS:
            assert secret not in text


def assert_other_groups(migration: Migration) -> None:
    """A model that was there before is asked as before, or a note says what changes."""
    after = {route.model: route for route in migration.document.routes}
    said = " ".join(note.message for note in migration.notes)
    for route in migration.before.routes:
        new = after[route.model]
        if new.url != route.url:
            assert "Until now: " in said, (route.url, new.url)
        elif route.url is not None:
            assert new.headers["api-key"] == route.headers["api-key"]
