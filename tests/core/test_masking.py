"""A known secret is found in whatever form somebody echoes it."""

import base64
import json
from urllib.parse import quote, quote_plus

import pytest

from editor.core.masking import Masker

KEY = 'a+b/c "ключ" 0123456789=cdef'


@pytest.mark.parametrize(
    "form",
    [
        KEY,
        KEY.upper(),
        quote(KEY),
        quote(KEY, safe="").lower(),
        quote_plus(KEY),
        json.dumps(KEY)[1:-1],
        json.dumps(KEY, ensure_ascii=False)[1:-1],
        base64.b64encode(KEY.encode()).decode(),
        base64.urlsafe_b64encode(KEY.encode()).decode(),
    ],
)
def test_every_form_of_a_secret_is_masked(form: str) -> None:
    assert Masker([KEY]).text(f"key {form}.") == "key ***cdef."


@pytest.mark.parametrize("name", ["", "a", "ab", "abc"])
def test_a_secret_within_base64_is_masked(name: str) -> None:
    encoded = base64.b64encode(f"{name}:0123456789abcdef:x".encode()).decode()
    shown = Masker(["0123456789abcdef"]).text(encoded)
    assert "***cdef" in shown
    assert len(shown) < len(encoded) - 12


def test_a_short_secret_is_masked_as_a_word_only() -> None:
    assert Masker(["key"]).text("key monkey keys") == "*** monkey keys"


def test_the_longer_of_two_secrets_is_masked_whole() -> None:
    assert Masker(["abcdefgh", "abcdefgh-ijklmnop"]).text("abcdefgh-ijklmnop") == "***mnop"


def test_references_and_empty_secrets_are_nothing_to_mask() -> None:
    assert Masker(["", "${KEY}"]).text("${KEY} and nothing") == "${KEY} and nothing"


def test_a_text_cut_within_a_secret_loses_the_piece() -> None:
    masker = Masker(["0123456789abcdef"])
    assert masker.cut("key 0123456789abcdef and 01234567", 100) == "key ***cdef and "
    assert masker.cut("key 0123456789abcdef", 8) == "key ***c"
    assert masker.cut("nothing", 100) == "nothing"
