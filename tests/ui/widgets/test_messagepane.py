"""A message pane shows an HTTP message, and what is wrong in it is underlined."""

from pytestqt.qtbot import QtBot

from editor.ui.look.appearance import current_look
from editor.ui.widgets.messagepane import MessagePane

HEAD = (
    "POST https://contoso.openai.azure.com/openai/deployments/prod/chat/completions\napi-key: ***"
)


def shown(qtbot: QtBot, wrong: str) -> MessagePane:
    pane = MessagePane("Request")
    qtbot.addWidget(pane)
    pane.resize(260, 200)
    pane.show_message(HEAD, '{"model": "prod"}', wrong)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def failed_pixels(pane: MessagePane) -> int:
    image = pane.grab().toImage()
    colour = current_look().colour("failed").rgb()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) == colour for x, y in spots)


def test_what_is_wrong_is_underlined_where_it_stands_first(qtbot: QtBot) -> None:
    pane = shown(qtbot, "prod")
    assert pane.underlined() == "prod"
    assert failed_pixels(pane) > 0
    assert pane.isReadOnly()


def test_a_wrong_part_that_wraps_is_underlined_on_every_row(qtbot: QtBot) -> None:
    whole = shown(qtbot, "contoso.openai.azure.com/openai/deployments")
    assert failed_pixels(whole) > failed_pixels(shown(qtbot, "contoso"))


def test_without_a_wrong_part_nothing_is_underlined(qtbot: QtBot) -> None:
    for wrong in ("", "not in it"):
        pane = shown(qtbot, wrong)
        assert pane.underlined() == ""
        assert failed_pixels(pane) == 0
