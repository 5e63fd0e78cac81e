"""The packages that the program runs with are told from their metadata."""

import platform

from editor.system import versions


def test_what_is_needed_by_what_is_needed_is_told_too() -> None:
    found = {one.name: one for one in versions.packages("pydantic")}
    assert "pydantic_core" in found
    assert found["pydantic_core"].licence == "MIT"
    assert "pydantic" not in found


def test_what_is_not_installed_is_left_out() -> None:
    assert versions.packages("there-is-no-such-package") == ()


def test_the_platform_is_told_without_the_name_of_the_machine() -> None:
    words = versions.platform_words()
    assert platform.python_version() in words
    assert platform.system() in words
    assert not platform.node() or platform.node() not in words
