"""What Qt would take for a line end is shown as something else, and read back as itself."""

from hypothesis import given
from hypothesis import strategies as st

from editor.ui.widgets.standins import SPECIAL, StandIns

texts = st.text(st.sampled_from([*SPECIAL, "a", "\n", "\ue000", "\ue001", "\u2060"]), max_size=20)


@given(text=texts)
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    stand_ins = StandIns.for_text(text)
    shown = stand_ins.show(text)

    assert stand_ins.read(shown) == text
    assert len(shown) == len(text)
    assert not set(shown) & set(SPECIAL)


def test_plain_text_needs_none() -> None:
    assert StandIns.for_text("plain é text") == StandIns()
