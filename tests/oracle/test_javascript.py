"""Our reading of regular expressions and URLs is JavaScript's, on texts made for this run."""

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest

from editor.core.href import address
from editor.core.validation.patterns import is_javascript, is_re2
from editor.core.validation.urls import parsed
from tests.oracle.zod import is_installed

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="node and its packages are needed: npm ci in tests/oracle"
)
_SCRIPT = Path(__file__).with_name("javascript.mjs")
_COUNT = 5000
_PATTERN_PARTS = (
    *"ab01.*+?()[]{}|^$\\-,:=!<>P/ é_", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "(?P<n>",
    "(?<m>", "(?i)", "(?i:", "(?x", "\\d", "\\w", "\\1", "\\k", "\\k<n>", "\\p{L}", "\\pL",
    "\\u0041", "\\x41", "\\xg", "\\cA", "\\c", "\\b", "\\B", "[a-z]", "[^a]", "[z-a]", "[]", "[]a]",
    "[[:alpha:]]", "[[:x:]]", "{2}", "{2,1}", "{1,}", "{40}", "{30,}", "{0,500}",
    "{0}", "(a{40}){30}", "(a{20}b{3}){50}", "{,3}", "{1001}", "**", "*?", "\\Q", "\\E",
    "\\/", "\\-", "\\z", "\\A", "\\C", "image/.*", "\\0", "\\12", "\\8", "\\y", "-]",
)  # fmt: skip
_URL_PARTS = (
    "http", "https", "ws", "ftp", "file", "socks5", "foo", "h ttp", "1a", "a+b", ":", "://", ":/",
    "//", "/", "\\", "@", "u:p@", "[", "]", "[::1]", "[::1", "[1::2::3]", "[::ffff:1.2.3.4]",
    "[::1%1]", "[0:0::0001]",
    "127.0.0.1", "1.2.3", "256.1.1.1", "0x7f.1", "1.2.3.4.5", "999999999999", "08.1", "example.com",
    ":80", ":99999", ":0080", ":abc", ":65535", ":65536", "?q", "#f", " ", "\t", "%41", "%20",
    "%00", "x", "bücher", "。", "_", "^", "|", "<", "`", "{", "}", '"', "'", "*", "~", "$",
    "localhost", "${X}", "{{x}}", ".", "..", "1", "0", "c:", "c|",
)  # fmt: skip
_WEB = ("http://", "https://", "https://h/", "https://h/a/", "https://h?", "ws:/", " HTTPS:\\")
_PATH_PARTS = (
    "/", "/", "/..", "/.", "%2e", "%2E%2e", "?", "?a=b&c", "#", "é", "日", "\U0001f600", "a b",
    "\x7f", "%", "%zz", "+", "&", "=", ";", ":0", ":443", "u@", "u:@", ":p@", "u:p w@", "@h@",
    "\x01", "\n",
)  # fmt: skip


def test_patterns_are_read_as_javascript_and_re2_read_them() -> None:
    random = Random(1)
    texts = [_text(random, _PATTERN_PARTS) for _ in range(_COUNT)]
    for text, answer in zip(texts, _answers(texts), strict=True):
        assert (is_javascript(text), is_re2(text)) == (answer["regex"], answer["re2"]), text


def test_urls_are_read_as_javascript_reads_them() -> None:
    random = Random(2)
    begins = ("http://", "https://", "ws:/", "file://", "foo://", "http:", "")
    texts = [random.choice(begins) + _text(random, _URL_PARTS) for _ in range(_COUNT)]
    for text, answer in zip(texts, _answers(texts), strict=True):
        url = parsed(text)
        theirs = answer["url"]
        assert (url is None) == (theirs is None), text
        assert url is None or f"{url.scheme}:" == theirs[0], text
        # Python's releases write an IPv4 address inside IPv6 differently.
        if url is not None and url.scheme in {"http", "https"} and "[::ffff" not in url.host:
            assert not url.host.isascii() or url.host == theirs[1], text


def test_web_addresses_are_written_as_javascript_writes_them() -> None:
    random = Random(3)
    texts = [
        random.choice(_WEB) + _text(random, (*_URL_PARTS, *_PATH_PARTS)) for _ in range(_COUNT)
    ]
    for text, answer in zip(texts, _answers(texts), strict=True):
        url, theirs = address(text), answer["url"]
        assert (url is None) == (theirs is None), text
        if url is not None and "[::ffff" not in url.host:
            assert url.text == theirs[2], text


def _text(random: Random, parts: tuple[str, ...]) -> str:
    return "".join(random.choices(parts, k=random.randint(1, 6)))


def _answers(texts: list[str]) -> list[dict[str, Any]]:
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(
        ["node", str(_SCRIPT)], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
