"""Whatever accent the system has, what stands on it and around it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.look import contrast, schemes, tokens

TOKENS = tokens.load()
SYSTEM = schemes.SystemColours(
    window="#000000",
    base="#000000",
    text="#FFFFFF",
    button="#000000",
    highlight="#1AEBFF",
    highlighted_text="#000000",
    disabled="#3FF23F",
)
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize("dark", [False, True])
@given(accent=colours)
def test_any_accent_becomes_one_that_can_be_read(*, dark: bool, accent: str) -> None:
    scheme = schemes.with_accent(TOKENS.dark if dark else TOKENS.light, accent, dark=dark)

    assert contrast.ratio(scheme.text_on_accent, scheme.accent) >= 4.45
    assert contrast.ratio(scheme.text_on_accent, scheme.accent_hover) >= 4.45
    assert contrast.ratio(scheme.accent, scheme.base) >= 2.95
    for surface in (scheme.window, scheme.base, scheme.selection, scheme.raised):
        assert contrast.ratio(scheme.accent_text, surface) >= 4.4
        assert contrast.ratio(scheme.focus, surface) >= 2.95
    assert contrast.ratio(scheme.text, scheme.selection) >= 4.5


def test_a_good_accent_stays_as_it_is() -> None:
    assert schemes.with_accent(TOKENS.light, "#1D63C4", dark=False).accent == "#1D63C4"


def test_the_accent_does_not_change_the_colours_of_states() -> None:
    scheme = schemes.with_accent(TOKENS.light, "#FF00AA", dark=False)

    assert (scheme.error, scheme.ok, scheme.running) == (
        TOKENS.light.error,
        TOKENS.light.ok,
        TOKENS.light.running,
    )


def test_high_contrast_has_one_text_colour_and_no_soft_fills() -> None:
    scheme = schemes.high_contrast(TOKENS.dark, SYSTEM)

    assert scheme.text == scheme.text_2 == scheme.text_3 == "#FFFFFF"
    assert scheme.error_soft == scheme.window == "#000000"
    assert contrast.ratio(scheme.divider, scheme.base) == 21
