"""The tokens keep what they promise: every contrast, in both schemes."""

from dataclasses import fields

import pytest

from editor.ui.look import contrast, tokens

TOKENS = tokens.load()


@pytest.mark.parametrize("pair", TOKENS.contrasts, ids=lambda p: f"{p.foreground}-{p.background}")
def test_every_pair_of_roles_is_as_readable_as_the_file_says(pair: tokens.Contrast) -> None:
    for scheme, said in ((TOKENS.light, pair.light), (TOKENS.dark, pair.dark)):
        measured = contrast.ratio(
            getattr(scheme, pair.foreground), getattr(scheme, pair.background)
        )
        assert measured >= pair.minimum
        assert measured == pytest.approx(said, abs=0.01)


def test_text_of_every_role_needs_the_ratio_of_text() -> None:
    roles = {pair.foreground for pair in TOKENS.contrasts if pair.minimum == 4.5}

    assert {"text", "text_2", "text_3", "error", "warning", "accent_text", "syn_env"} <= roles


_DECORATION = {
    *("window", "base", "field", "sunken", "raised", "hover", "pressed", "selection"),
    *("selection_inactive", "node_range", "scrim", "divider", "border_raised", "text_disabled"),
    *("accent_hover", "error_soft", "warning_soft", "ok_soft", "info_soft"),
    *("diff_add", "diff_add_word", "diff_del", "diff_del_word"),
}
"""Surfaces, and lines that repeat what a label or a fill already says."""
_SHAPES = {
    *("border_control", "scrollbar", "focus", "accent", "limited", "failed", "stale"),
    *("untested", "running", "diff_mod"),
}


def test_every_role_that_carries_meaning_is_measured() -> None:
    roles = {field.name for field in fields(tokens.Scheme)} - {"scrim_alpha"}
    measured = {pair.foreground for pair in TOKENS.contrasts}

    assert roles - _DECORATION == measured - {"accent_hover"}


@pytest.mark.parametrize("scheme", [TOKENS.light, TOKENS.dark], ids=["light", "dark"])
@pytest.mark.parametrize("role", sorted({pair.foreground for pair in TOKENS.contrasts}))
def test_text_reaches_4_5_and_shapes_reach_3(scheme: tokens.Scheme, role: str) -> None:
    needed = 3 if role in _SHAPES else 4.5
    grounds = {pair.background for pair in TOKENS.contrasts if pair.foreground == role}

    assert grounds
    for ground in grounds:
        assert contrast.ratio(getattr(scheme, role), getattr(scheme, ground)) >= needed, ground


@pytest.mark.parametrize("scheme", [TOKENS.light, TOKENS.dark], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["error", "warning", "ok", "info"])
def test_banners_can_be_read(scheme: tokens.Scheme, state: str) -> None:
    ground = getattr(scheme, f"{state}_soft")

    assert contrast.ratio(scheme.text, ground) >= 4.5
    assert contrast.ratio(scheme.text_2, ground) >= 4.5
    assert contrast.ratio(getattr(scheme, state), ground) >= 3
