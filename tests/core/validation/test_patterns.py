"""Which texts JavaScript and RE2 take for regular expressions (held live in tests/oracle too)."""

import pytest

from editor.core.validation.patterns import is_javascript, is_re2

_BOTH = ("", "image/.*", "^text/(plain|html)$", "[a-z]{2,3}?", "a{,3}", "(?:a|b)*", "[^]a]]", "\\.",
         "(a{30}b{9}){30}", "((a{10}){10}){10}", "(a{1000}){0}{")  # fmt: skip
_NEITHER = ("(", ")", "[", "*a", "a**", "a{2,1}", "[b-a]", "\\", "(?<n>a)(?<n>b)", "(?#a)")
_JAVASCRIPT_ONLY = ("(?=a)", "(?<!a)b", "(a)\\1", "\\u0041", "[]", "[^]", "a{1001}", "\\c",
                    "(a{500}){3}", "(b|(a{40})*){30}", "((a{10}){10}){11}")  # fmt: skip
_RE2_ONLY = ("(?i)a", "(?P<n>a)", "\\Q(\\E", "^*", "a*(?i)*")


@pytest.mark.parametrize("pattern", [*_BOTH, *_JAVASCRIPT_ONLY])
def test_javascript_takes_it(pattern: str) -> None:
    assert is_javascript(pattern)


@pytest.mark.parametrize("pattern", [*_NEITHER, *_RE2_ONLY])
def test_javascript_refuses_it(pattern: str) -> None:
    # JavaScript reads \Q and \E as letters, so this one has an open group.
    assert not is_javascript(pattern)


@pytest.mark.parametrize("pattern", [*_BOTH, *_RE2_ONLY])
def test_re2_takes_it(pattern: str) -> None:
    assert is_re2(pattern)


@pytest.mark.parametrize("pattern", [*_NEITHER, *_JAVASCRIPT_ONLY])
def test_re2_refuses_it(pattern: str) -> None:
    assert not is_re2(pattern)


def test_a_reference_by_name_needs_its_group() -> None:
    assert is_javascript("(?<n>a)\\k<n>")
    assert is_javascript("\\k<m>")
    assert not is_javascript("(?<n>a)\\k<m>")
