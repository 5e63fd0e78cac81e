"""A line of text that may inherit its value, and says from where."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.look.icons import icon, shape_icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets.fieldend import FieldEnd
from editor.ui.widgets.labels import mark
from editor.ui.widgets.linecompletion import LineCompletion, Source
from editor.ui.widgets.undo import is_undo


@dataclass(frozen=True, slots=True)
class Inherited:
    """A value that comes from elsewhere: its text, the name of its source, and what that is."""

    text: str
    source: str
    level: str = "group"


@dataclass(frozen=True, slots=True)
class Note:
    """A fact about the value, shown as a chip, such as “set in .env”; a click may lead there."""

    text: str
    shape: Shape | None = None
    tip: str = ""
    clickable: bool = False


class Line(QLineEdit):
    """A line edit that leaves undo to the window, and may complete what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with nothing that completes."""
        super().__init__(parent)
        self._source: Source | None = None
        self._anchor: QWidget | None = None
        self.completion: LineCompletion | None = None

    def complete_from(self, source: Source, anchor: QWidget | None = None) -> None:
        """Offer what a source knows, below `anchor`; made when the line is used first."""
        self._source, self._anchor = source, anchor

    def ask_for_completion(self) -> None:
        """Offer everything that fits."""
        self.setFocus()
        if self.completion is not None:
            self.completion.ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready to complete what is typed from now on."""
        super().focusInEvent(event)
        if self._source is not None and self.completion is None:
            self.completion = LineCompletion(self, self._source, self._anchor)

    def minimumSizeHint(self) -> QSize:
        """Need no more room for what stands inside the ends: it gives way."""
        hint, margins = super().minimumSizeHint(), self.textMargins()
        return QSize(hint.width() - margins.left() - margins.right(), hint.height())

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+Z and Ctrl+Y pass to the window."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class TextField(Line):
    """Edits a text.

    Signals: `edited(value)` for the user's edits only; `reset_requested()` to return to the
    inherited value; `source_requested()` to go to where it comes from; `note_clicked()`.
    """

    edited = Signal(object)
    reset_requested = Signal()
    source_requested = Signal()
    note_clicked = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._placeholder = placeholder
        self._inherited: Inherited | None = None
        self._note: Note | None = None
        self.tail = FieldEnd(self, self)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._tell)
        self.tail.chip_clicked.connect(self._follow_chip)
        self.tail.action_clicked.connect(self._act)

    def show_value(
        self, value: str | None, inherited: Inherited | None = None, note: Note | None = None
    ) -> None:
        """Show what the file says, or what is inherited where it says nothing.

        Sets only what differs: cursor, selection and focus stay.
        """
        text = value or ""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)
                self.setCursorPosition(0)
        self._inherited, self._note = inherited, note
        self.setPlaceholderText(inherited.text if inherited else self._placeholder)
        is_set = value is not None
        show_origin(self.tail, inherited, note, is_set=is_set, is_hidden=self.is_hiding())

    def is_hiding(self) -> bool:
        """Say whether the text is a secret, for which the field has an eye."""
        return False

    def set_suffix(self, text: str) -> None:
        """Show a unit or suffix inside the right end, or none."""
        self.tail.set_suffix(text)

    def set_code(self, code: bool) -> None:
        """Use the monospaced font, for values that are read letter by letter."""
        mark(self, "code", "true" if code else "false")

    def _tell(self, text: str) -> None:
        """Tell what the user typed."""
        self.edited.emit(text)

    def _follow_chip(self) -> None:
        """Go to the source of the inherited value, or to what the note is about."""
        follow = self.note_clicked if self._note else self.source_requested
        follow.emit()

    def _act(self) -> None:
        """Return to the inherited value."""
        self.reset_requested.emit()


def show_origin(
    end: FieldEnd,
    inherited: Inherited | None,
    note: Note | None,
    *,
    is_set: bool,
    is_hidden: bool = False,
) -> None:
    """Say at the end of a field where its value comes from, or what it overrides."""
    origin = (inherited, note, is_set, is_hidden)
    if origin == end.origin:
        return
    end.origin = origin
    if is_hidden:
        end.set_action("reveal", _tr("Show while held"))
    elif inherited is not None and is_set:
        end.set_action(
            "resetToInherited",
            _tr("Return to {0} from {1}").format(inherited.text, inherited.source),
        )
    else:
        end.set_action("", "")
    if note:
        picture = shape_icon(note.shape) if note.shape else None
        end.set_chip(note.text, picture, note.tip, clickable=note.clickable)
    elif inherited is None:
        end.set_chip("")
    elif is_set:
        tip = _tr("{0} says {1}").format(inherited.source, inherited.text)
        end.set_chip(_tr("overrides {0}").format(_tr(inherited.level)), None, tip)
    else:
        tip = _tr("Go to {0}").format(inherited.source)
        end.set_chip(
            _tr("from {0}").format(inherited.source), icon("inherited"), tip, clickable=True
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fields", text)
