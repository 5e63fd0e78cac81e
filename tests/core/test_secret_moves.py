"""A secret leaves the config for the `.env` text in one edit, and a header's value comes back."""

import pytest

from editor.core import secret_moves
from editor.core.document import Document, EditError
from editor.core.dotenv import parse
from editor.core.yaml.values import Path

GROUPS: Path = ("endpoints", "azureOpenAI", "groups")
KEY: Path = (*GROUPS, 0, "apiKey")
CONFIG = """\
version: "1.3.14"
endpoints:
  azureOpenAI:
    groups:
      - group: eastus
        apiKey: KEY  # of east
        instanceName: contoso
        additionalHeaders:
          Ocp-Apim-Subscription-Key: "head"
        version: "2024-10-21"
        deploymentName: d
        models: {gpt-4o: true}
"""
HEADER: Path = (*GROUPS, 0, "additionalHeaders", "Ocp-Apim-Subscription-Key")


def document_of(key: str, env_text: str = "") -> Document:
    return Document(CONFIG.replace("KEY  # of east", key), env_text)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("sk-plain", "sk-plain"),
        ("' padded '", "padded"),
        ('"a#b$c"', "a#b$c"),
        ("|-\n          sk-block", "sk-block"),
        (">\n          sk-folded\n", "sk-folded"),
        ('"it\'s \\"so\\""', 'it\'s "so"'),
        ("&key sk-anchored", "sk-anchored"),
    ],
)
def test_a_literal_key_becomes_a_variable_with_its_value(written: str, value: str) -> None:
    before = document_of(written, "OTHER=1\r\n")
    after = before.edited(secret_moves.to_env(before, KEY))
    assert after.value["endpoints"]["azureOpenAI"]["groups"][0]["apiKey"] == "${EASTUS_API_KEY}"  # type: ignore[index, call-overload]
    assert parse(after.env_text) == {"OTHER": "1", "EASTUS_API_KEY": value}
    assert after.env_text.startswith("OTHER=1\r\n")
    assert value not in after.text
    assert not any(
        problem.code == "literal-key" and problem.path == KEY for problem in after.problems
    )


def test_only_the_key_changes_in_the_config() -> None:
    before = document_of("sk-plain  # of east")
    after = before.edited(secret_moves.to_env(before, KEY))
    assert after.text == CONFIG.replace("KEY ", "${EASTUS_API_KEY} ", 1)
    assert after.env_text == "# Azure OpenAI\nEASTUS_API_KEY=sk-plain\n"


def test_a_key_in_flow_style_moves() -> None:
    before = Document("endpoints: {azureOpenAI: {groups: [{group: a, apiKey: sk}]}}")
    after = before.edited(secret_moves.to_env(before, KEY))
    assert after.text == before.text.replace("sk", '"${A_API_KEY}"')


SHARED = """\
endpoints:
  azureOpenAI:
    groups:
      - &base
        group: east
        apiKey: &key sk-1
      - group: west
        apiKey: *key
      - <<: *base
        group: north
"""


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_key_that_groups_share_moves_for_all_of_them(index: int) -> None:
    before = Document(SHARED)
    after = before.edited(secret_moves.to_env(before, (*GROUPS, index, "apiKey"), "SHARED_KEY"))
    assert after.text == SHARED.replace("&key sk-1", "&key ${SHARED_KEY}")
    assert parse(after.env_text) == {"SHARED_KEY": "sk-1"}


def test_a_variable_with_the_same_value_is_used_and_another_left_alone() -> None:
    same = document_of("sk", "EASTUS_API_KEY='sk'\n")
    edit = secret_moves.to_env(same, KEY)
    assert (edit.env, len(edit.config)) == ((), 1)
    other = document_of("sk", "EASTUS_API_KEY=x\n")
    after = other.edited(secret_moves.to_env(other, KEY))
    assert after.env_text == "EASTUS_API_KEY=x\nEASTUS_API_KEY_2=sk\n"


def test_the_warnings_offer_the_move() -> None:
    document = document_of("sk")
    for _ in range(2):
        problem = next(p for p in document.problems if p.code == "literal-key")
        (fix,) = problem.fixes
        assert not fix.safe
        assert "sk" not in repr(fix)
        document = document.edited(document.fix_edit(fix))
    assert parse(document.env_text) == {
        "EASTUS_API_KEY": "sk",
        "EASTUS_OCP_APIM_SUBSCRIPTION_KEY": "head",
    }
    assert not any(problem.code == "literal-key" for problem in document.problems)


def test_a_header_goes_there_and_back() -> None:
    before = document_of("${KEY}")
    moved = before.edited(secret_moves.to_env(before, HEADER))
    back = moved.edited(secret_moves.to_config(moved, HEADER))
    assert back.text == before.text
    assert back.env_text == moved.env_text


def test_a_part_of_a_header_is_filled_in() -> None:
    document = Document(CONFIG.replace('"head"', '"Bearer ${T}"'), "T=token\n")
    after = document.edited(secret_moves.to_config(document, HEADER))
    assert after.text == CONFIG.replace('"head"', '"Bearer token"')


@pytest.mark.parametrize(
    ("value", "name", "word"),
    [
        ("${KEY}", None, "already"),
        ("''", None, "no text"),
        ("5", None, "no text"),
        ("'{{LIBRECHAT_USER_ID}}'", None, "for each user"),
        ("sk", "A B", "no digit first"),
        ("sk", "OTHER", "another value"),
        ("sk", "AZURE_API_KEY", "itself reads"),
        ("'\\'\"`#'".replace("\\'", "''"), None, "No way of quoting"),
    ],
)
def test_what_cannot_move_is_refused_with_a_reason(value: str, name: str | None, word: str) -> None:
    with pytest.raises(EditError, match=word):
        secret_moves.to_env(document_of(value, "OTHER=1\n"), KEY, name)


@pytest.mark.parametrize(
    ("value", "env_text", "word"),
    [
        ('"head"', "", "names no variable"),
        ('"${T}"', "", "no value"),
        ('"${MONGO_URI}"', "MONGO_URI=x", "no value"),
        ('"${T}"', "T='${X}'", "fill in"),
    ],
)
def test_what_cannot_come_back_is_refused_with_a_reason(
    value: str, env_text: str, word: str
) -> None:
    document = Document(CONFIG.replace('"head"', value), env_text)
    with pytest.raises(EditError, match=word):
        secret_moves.to_config(document, HEADER)


def test_a_key_does_not_come_back() -> None:
    with pytest.raises(EditError, match="Only a header"):
        secret_moves.to_config(document_of("${KEY}", "KEY=1"), KEY)
