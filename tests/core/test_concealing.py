"""Secrets of a `.env` text are found, hidden in place, and masked where they are copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.concealing import concealed, hidden_spans, is_secret, masked_part
from editor.core.text import Span
from editor.ui.widgets.positions import utf16_length

TEXT = (
    "# keys\r\nEASTUS_KEY='not-a-real-key-0001' # kept\r\nPORT=3080\r\nMAIN=abcdefgh\r\n"
    "#OLD_KEY=old-secret-value\r\n"
)


@pytest.mark.parametrize(
    "name",
    [
        "EASTUS_KEY", "EASTUS_KEY2", "AZURE_KEY_EAST", "OPENAI_API_KEY", "APIKEY", "JWT_SECRET",
        "CREDS_IV", "GITHUB_TOKEN", "EMAIL_PASSWORD", "db_pass", "MEILI_MASTER_KEY",
    ],
)  # fmt: skip
def test_a_name_tells_a_secret(name: str) -> None:
    assert is_secret(name, "abc")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "3080"), ("APP_TITLE", "Contoso chat"), ("AZURE_API_KEY", "user_provided"),
        ("KEY", ""), ("MAX_TOKENS", "100"), ("SEARCH", "true"), ("MONGO_URI", "mongodb://db/x"),
    ],
)  # fmt: skip
def test_what_is_no_secret_stays_readable(name: str, value: str) -> None:
    assert not is_secret(name, value)


def test_an_address_with_a_password_is_a_secret() -> None:
    assert is_secret("MONGO_URI", "mongodb://me:pw@db/x")
    assert is_secret("AZURE_STORAGE_CONNECTION_STRING", "AccountName=a;AccountKey=b==")


def test_a_hidden_text_has_the_same_offsets_and_lines() -> None:
    shown = concealed(TEXT, hidden_spans(TEXT, {"MAIN"}))
    assert shown.splitlines() == [
        "# keys",
        "EASTUS_KEY='•••••••••••••••0001' # kept",
        "PORT=3080",
        "MAIN=••••••••",
        "#OLD_KEY=••••••••••••alue",
    ]
    assert len(shown) == len(TEXT)


def test_every_line_of_a_secret_is_hidden_and_stays_a_line() -> None:
    text = 'PRIVATE_KEY="BEGIN\nabc\ndefghijk"\n'
    assert concealed(text, hidden_spans(text)) == 'PRIVATE_KEY="•••••\n•••\n••••hijk"\n'


@given(st.text(alphabet="aä😀'\"`\\ #=\n\r\u2028\ufeff", max_size=30))
def test_offsets_stay_true_whatever_a_secret_holds(value: str) -> None:
    text = f"A_KEY={value}\nB=1\n"
    shown = concealed(text, hidden_spans(text))
    assert len(shown) == len(text)
    assert utf16_length(shown) == utf16_length(text)
    assert [char in "\r\n" for char in shown] == [char in "\r\n" for char in text]


def test_what_is_copied_is_masked_whole_or_in_part() -> None:
    assert masked_part(TEXT, Span(0, len(TEXT)), hidden_spans(TEXT, {"MAIN"})).splitlines() == [
        "# keys",
        "EASTUS_KEY='***0001' # kept",
        "PORT=3080",
        "MAIN=***",
        "#OLD_KEY=***alue",
    ]
    secrets = hidden_spans(TEXT)
    start, end = secrets[0]
    assert masked_part(TEXT, Span(start, start + 5), secrets) == "***"
    assert masked_part(TEXT, Span(end - 4, end + 1), secrets) == "***'"
