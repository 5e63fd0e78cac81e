"""Secrets print as three stars, and masks leave nothing of a short one."""

import pytest

from editor.core.secret import Secret, mask, mask_entries

KEY = "0123456789abcdef"


def test_a_secret_never_prints_itself() -> None:
    secret = Secret(KEY)
    assert f"{secret} {secret!r} {secret!s} {[secret]}" == "*** *** *** [***]"
    assert secret.reveal() == KEY
    assert secret.masked() == "***cdef"


def test_secrets_compare_by_their_text() -> None:
    assert Secret("a") == Secret("a") != Secret("b")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", ""),
        ("a", "***"),
        ("12345678901", "***"),
        ("123456789012", "***9012"),
        ("${AZURE_KEY}", "${AZURE_KEY}"),
        (" ${AZURE_KEY} ", " ${AZURE_KEY} "),
        ("sk-${AZURE_KEY}", "***KEY}"),
    ],
)
def test_a_mask_shows_the_end_of_a_long_secret(value: str, shown: str) -> None:
    assert mask(value) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"-    apiKey: {KEY}\r\n", "-    apiKey: ***cdef\r\n"),
        (f"apiKey: {KEY}  # old", "apiKey: ***cdef  # old"),
        (f"apiKey: '{KEY}'", "apiKey: '***cdef'"),
        (f'"api-key" : "a\\"{KEY}"', '"api-key" : "***cdef"'),
        (f"apiKey: &key {KEY}", "apiKey: &key ***cdef"),
        (f"- {{group: a, apiKey: {KEY}, version: b}}", "- {group: a, apiKey: ***cdef, version: b}"),
        (f'{{"apiKey":"{KEY}"}}', '{"apiKey":"***cdef"}'),
        ("Ocp-Apim-Subscription-Key: short", "Ocp-Apim-Subscription-Key: ***"),
        (f"Authorization: Bearer {KEY}", "Authorization: ***cdef"),
        ("baseURL: https://me:p@ss@host/v1", "baseURL: https://me:***@host/v1"),
        (f"baseURL: http://host/a?code={KEY}&b=1", "baseURL: http://host/a?code=***cdef&b=1"),
    ],
)
def test_entries_that_hold_a_secret_are_masked(line: str, shown: str) -> None:
    assert mask_entries(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "apiKey: ${AZURE_KEY}  # from .env",
        '{apiKey: "${AZURE_KEY}", version: 1}',
        "apiKey: *key",
        "apiKey:\n  - a",
        "max_tokens: 16",
        "group: my-secret-group",
        "baseURL: https://host:443/v1?api-version=1&postcode=2",
        "# nothing",
    ],
)
def test_other_entries_are_left_alone(line: str) -> None:
    assert mask_entries(line) == line
