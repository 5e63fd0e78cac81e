"""Which texts JavaScript's `new URL` takes (held live in tests/oracle too)."""

import pytest

from editor.core.validation.urls import Url, parsed


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.com", Url("https", "example.com")),
        ("  HTTP://Example.COM:080/x?y#z\n", Url("http", "example.com")),
        ("http:example.com", Url("http", "example.com")),
        ("https://user:pass@[::1]:1/", Url("https", "[::1]")),
        ("http://0x7f.1", Url("http", "127.0.0.1")),
        ("ws://a%41", Url("ws", "aa")),
        ("mailto:somebody", Url("mailto", "")),
        ("socks5://proxy:1080", Url("socks5", "proxy")),
        ("file:///etc/hosts", Url("file", "")),
        ("file:C:/x", Url("file", "")),
        ("https://{{host}}/x", Url("https", "{{host}}")),
    ],
)
def test_a_url_has_a_scheme_and_a_host(text: str, url: Url) -> None:
    assert parsed(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "", "example.com", "//example.com", "https://", "https://:80", "https://a b", "1a:x",
        "https://a:65536", "https://a:x", "https://[::1", "https://[1::2::3]", "https://256.1.1.1",
        "https://1.2.3.4.5", "https://a%00", "https://xn--a", "foo://a:b", "${URL}", "https://a|b",
    ],
)  # fmt: skip
def test_it_is_no_url(text: str) -> None:
    assert parsed(text) is None
