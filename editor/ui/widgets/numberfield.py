"""A field for a number."""

import re

from editor.ui.widgets.textfield import Inherited, Note, TextField

_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_WHOLE = 2**53


def number_from(text: str) -> int | float | str | None:
    """Return the number that a text says, None for an empty one, the text where it is no number.

    A whole number is an int, however it is written: YAML and JavaScript know one number type.
    """
    text = text.strip()
    if not text:
        return None
    number = float(text) if _NUMBER.fullmatch(text) else float("inf")
    if abs(number) == float("inf"):
        return text
    return int(number) if number.is_integer() and abs(number) <= _WHOLE else number


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
