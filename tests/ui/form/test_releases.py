"""The help of a field says which releases know its key."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.core.schema.field import Level, Target
from editor.core.schema.table import field
from editor.ui.form.formfield import FormField


@pytest.mark.parametrize(
    ("key", "target", "words"),
    [
        ("titleTiming", Target.V0_8, "Known since LibreChat 0.8.7."),
        ("plugins", Target.V0_7, "Known up to LibreChat 0.8.4."),
        ("plugins", Target.V0_8, "releases up to 0.8.4 knew it"),
        ("titleTiming", Target.V0_7, "it is known since 0.8.7"),
    ],
)
def test_the_help_names_the_release(qtbot: QtBot, key: str, target: Target, words: str) -> None:
    row = field(Level.ENDPOINT, key)
    assert row is not None
    shown = FormField(row, target)
    qtbot.addWidget(shown)
    shown.explain(True)
    assert any(words in part.text() for part in shown.findChildren(QLabel))
