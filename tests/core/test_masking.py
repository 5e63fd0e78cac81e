"""A known secret is found in whatever form somebody echoes it."""

import base64
import html
import json
import re
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
        json.dumps(KEY)[1:-1].replace("/", "\\/"),
        json.dumps(json.dumps(KEY))[3:-3],
        KEY.replace("+", "\\u002B").replace('"', "\\u0022"),
        html.escape(KEY),
        html.escape(html.escape(KEY)),
        KEY.replace("+", "&#43;").replace('"', "&#x22;"),
        quote(quote(KEY, safe=""), safe=""),
    ],
)
def test_every_form_of_a_secret_is_masked(form: str) -> None:
    assert Masker([KEY]).text(f"key {form}.") == "key ***cdef."


@pytest.mark.parametrize(
    "form",
    [
        "clé-0123456789=é".encode("latin-1").decode(errors="replace"),
        quote("clé-0123456789=é", encoding="latin-1"),
        base64.b64encode("clé-0123456789=é".encode("latin-1")).decode(),
    ],
)
def test_a_secret_is_masked_as_it_went_over_the_wire(form: str) -> None:
    assert Masker(["clé-0123456789=é"]).text(f"key {form}.") == "key ***89=é."


@pytest.mark.parametrize("name", ["", "a", "ab", "abc"])
def test_a_secret_within_base64_is_masked(name: str) -> None:
    encoded = base64.b64encode(f"{name}:0123456789abcdef:x".encode()).decode()
    shown = Masker(["0123456789abcdef"]).text(encoded)
    assert "***cdef" in shown
    assert len(shown) < len(encoded) - 12


def test_many_backslashes_in_secret_and_text_are_soon_found() -> None:
    secret = "ab" + 30 * "\\" + "cdefgh012345"
    masker = Masker([secret])
    text = "ab" + 20_000 * "\\"
    assert masker.text(text) == text
    assert masker.text(f"key {repr(secret)[1:-1]}.") == "key ***2345."


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


@pytest.mark.parametrize(
    "secret", ["+abcdef/0123", "a\\+bcdef0123", "%41%42+abc%25", "ä&'\"<>\\\\ö"]
)
def test_nothing_that_is_looked_for_repeats_without_bound(secret: str) -> None:
    pattern = re.sub(r"\\.", "", Masker([secret])._pattern.pattern)
    assert "*" not in pattern
    assert "+" not in pattern.replace("}+", "")
