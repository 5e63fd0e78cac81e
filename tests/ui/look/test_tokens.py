"""The tokens keep what they promise: every contrast, in both schemes."""

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
