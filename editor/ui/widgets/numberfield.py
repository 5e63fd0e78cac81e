"""A field for a number."""

import re

from editor.ui.widgets.textfield import Inherited, Note, TextField

_INTEGER = re.compile(r"[-+]?\d{1,15}")


def number_from(text: str) -> int | float | str | None:
    """Return the number that a text says, None for an empty one, the text where it is no number."""
    text = text.strip()
    if not text:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    try:
        number = float(text)
    except ValueError:
        return text
    return number if abs(number) < float("inf") else text


class NumberField(TextField):
    """Edits a number; `edited(value)` tells a number, None when emptied, a text for anything else.

    What is no number is let through: the file may say it, and a problem will tell.
    """

    def show_value(
        self,
        value: int | float | str | None,
        inherited: Inherited | None = None,
        note: Note | None = None,
    ) -> None:
        """Show a number; the user's own way of writing the same number stays."""
        if value is not None and number_from(self.text()) == value and self.text():
            shown: str | None = self.text()
        else:
            shown = None if value is None else str(value)
        super().show_value(shown, inherited, note)

    def _tell(self, text: str) -> None:
        """Tell the number that the user typed."""
        self.edited.emit(number_from(text))
