"""Fields that offer values: a choice, a switch with a third state, and a list one may type into."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from editor.ui.widgets.fieldend import FieldEnd
from editor.ui.widgets.linecompletion import Source
from editor.ui.widgets.textfield import Inherited, Line, Note, show_origin
from editor.ui.widgets.undo import is_undo

_DROP_DOWN = 26


class Combo(QComboBox):
    """A combo box that lets the wheel scroll the form unless it has the focus."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the value only where the user is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+Z and Ctrl+Y pass to the window."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class Choice(Combo):
    """Chooses one of some values; None stands for a key that is not in the file.

    A value of the file that is not among them is shown too, as it is, until another is chosen.
    Signals: `edited(value)` for the user's choice only.
    """

    edited = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], absent: str = "") -> None:
        """Offer values with their words; `absent` says what not being set means."""
        super().__init__(name)
        words = absent or _tr("Not set")
        self._options: list[tuple[object, str]] = [(None, words), *options]
        self._stranger = False
        for _, words in self._options:
            self.addItem(words)
        self.activated.connect(self._tell)

    def show_value(self, value: object, inherited: Inherited | None = None) -> None:
        """Show what the file says; None where it says nothing, with what is inherited then."""
        with QSignalBlocker(self):
            absent = self._options[0][1]
            words = _from(inherited) if inherited else absent
            if self.itemText(0) != words:
                self.setItemText(0, words)
            self._show_stranger(value)
            index = self._index_of(value)
            if index != self.currentIndex():
                self.setCurrentIndex(index)

    def value(self) -> object:
        """Return the value that is shown."""
        return self._options[self.currentIndex()][0]

    def _index_of(self, value: object) -> int:
        """Return where a value is among the options; True is not 1 here."""
        for index, (option, _) in enumerate(self._options):
            if option == value and type(option) is type(value):
                return index
        return -1

    def _show_stranger(self, value: object) -> None:
        """Take the last stranger out, and a new one in."""
        if self._stranger and self._options[-1][0] != value:
            self._options.pop()
            self.removeItem(self.count() - 1)
            self._stranger = False
        if self._index_of(value) < 0:
            words = self.tr("{0} (not a value LibreChat knows)").format(value)
            self._options.append((value, words))
            self.addItem(words)
            self._stranger = True

    def _tell(self, index: int) -> None:
        """Tell what the user chose."""
        self.edited.emit(self._options[index][0])


class Switch(Choice):
    """Chooses between yes, no and not set."""

    def __init__(self, name: str, absent: str = "") -> None:
        """Start as not set; `absent` says what that means, such as “Not set (LibreChat: on)”."""
        super().__init__(name, ((True, _tr("Yes")), (False, _tr("No"))), absent)


class OpenChoice(Combo):
    """Edits a text for which there are suggestions, such as an API version, that drop down.

    Signals: as those of a text field: `edited(value)`, `reset_requested()`, `source_requested()`,
    `note_clicked()`.
    """

    edited = Signal(object)
    reset_requested = Signal()
    source_requested = Signal()
    note_clicked = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        """Start empty; the placeholder shows while nothing is set."""
        super().__init__(name)
        self._placeholder = placeholder
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line = Line()
        self.setLineEdit(self._line)
        # A completer would change what is being typed; Qt takes None, its types do not say so.
        self.setCompleter(None)  # pyright: ignore[reportArgumentType]
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(placeholder)
        self.tail = FieldEnd(self, self._line)
        self.tail.keep_free(_DROP_DOWN)
        self._line.textEdited.connect(self._tell_text)
        self._has_note = False
        self.tail.chip_clicked.connect(self._follow_chip)
        self.tail.action_clicked.connect(self.reset_requested)

    def complete_from(self, source: Source) -> None:
        """Offer what a source knows, while typing and by the drop-down."""
        self._line.complete_from(source, self)

    def showPopup(self) -> None:
        """Drop the suggestions down, or take them away."""
        completion = self._line.completion
        if completion is not None and completion.offered():
            completion.close()
        else:
            self._line.ask_for_completion()

    def show_value(
        self, value: str | None, inherited: Inherited | None = None, note: Note | None = None
    ) -> None:
        """Show what the file says, or what is inherited where it says nothing."""
        text = value or ""
        line = self._line
        if text != line.text():
            with QSignalBlocker(self), QSignalBlocker(line):
                line.setText(text)
                line.setCursorPosition(0)
        line.setPlaceholderText(inherited.text if inherited else self._placeholder)
        self._has_note = note is not None
        show_origin(self.tail, inherited, note, is_set=value is not None)

    def _follow_chip(self) -> None:
        """Go to the source of the inherited value, or to what the note is about."""
        (self.note_clicked if self._has_note else self.source_requested).emit()

    def _tell_text(self, text: str) -> None:
        """Tell what the user typed."""
        self.edited.emit(text)


def _from(inherited: Inherited) -> str:
    return _tr("{0} from {1}").format(inherited.text, inherited.source)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Choice", text)
