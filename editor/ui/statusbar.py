"""The line at the bottom: LibreChat's verdict, and what the file is like."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar

from editor.core.validation.problem import Severity
from editor.ui.language import counted, in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import shape_icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets import counts
from editor.ui.widgets.elidedbutton import ElidedButton
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.core.document import Document
    from editor.core.yaml.values import Path
    from editor.ui.filing import Filing
    from editor.ui.session import Session

_MESSAGE_TIME = 10_000


class StatusBar(QStatusBar):
    """Says whether LibreChat would accept the file, and what another target made of the verdict.

    `verdict_clicked()`: a person wants to see the first problem. `target_clicked()`: to choose
    another LibreChat release.
    """

    verdict_clicked = Signal()
    target_clicked = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session's document."""
        super().__init__()
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        self._session = session
        self._shown = session.document
        self._is_nothing = False
        self._verdict = ElidedButton()
        self._verdict.setObjectName("verdict")
        self._verdict.setProperty("role", "status")
        self._target = QPushButton()
        self._target.setObjectName("target")
        self._target.setProperty("role", "status")
        self._target.setProperty("quiet", "true")
        self._target.setToolTip(self.tr("Choose the LibreChat release to judge by"))
        self._target.clicked.connect(self.target_clicked)
        self._cursor = label("", "small", "text_2")
        self._encoding = label("UTF-8", "small", "text_2")
        self._line_ends = label("", "small", "text_2")
        self._file = label("", "small", "text_2")
        self._nothing = label(self.tr("No file open"), "body", "text_2")
        self._nothing.setContentsMargins(8, 0, 8, 0)
        self._nothing.hide()
        self._arrange()
        self._verdict.clicked.connect(self.verdict_clicked)
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)

    def _arrange(self) -> None:
        self.addWidget(self._nothing)
        self.addWidget(self._verdict, 1)
        self.addPermanentWidget(self._target)
        for part in (self._cursor, self._encoding, self._line_ends, self._file):
            part.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is said about the file."""
        super().resizeEvent(event)
        self._fit()

    def show_document(self, document: Document) -> None:
        """Show the verdict on a document; judged anew by another target, also what changed."""
        before, self._shown = self._shown, document
        if document.target != before.target and document.text == before.text:
            self.showMessage(self._changed(before, document), _MESSAGE_TIME)
        else:
            self.clearMessage()
        shape, words = self._judged(document)
        if words != self._verdict.text():
            self._verdict.setIcon(shape_icon(shape, "window"))
            self._verdict.show_text(words)
        self._line_ends.setText(line_ends(document.text))
        self._target.setAccessibleName(self.tr("Judged by {0}").format(self._release()))
        self._fit()

    def _fit(self) -> None:
        """Leave out how the file is written where there is little room, or no file."""
        look = current_look()
        is_short = self.width() < look.pane("right_folds_below")
        for part in (self._encoding, self._line_ends):
            part.setHidden(is_short or self._is_nothing)
        is_narrow = self.width() < look.pane("tree_folds_below")
        self._cursor.setHidden(is_narrow or self._is_nothing)
        self._file.setHidden(is_narrow)
        release = self._release()
        self._target.setText(release.rpartition(" ")[2] if is_narrow else release)

    def _release(self) -> str:
        return self.tr("LibreChat {0}").format(self._shown.target)

    def _judged(self, document: Document) -> tuple[Shape, str]:
        found = _counts(document)
        errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
        told = [one for one in (counts.errors(errors), counts.warnings(warnings)) if one]
        words = self._verdict_on(document)
        shape = Shape.OK if document.valid and not errors else Shape.ERROR
        return shape, f"{words}: {', '.join(told)}" if told else words

    def _verdict_on(self, document: Document) -> str:
        accepted = self.tr("LibreChat {0} accepts this file")
        refused = self.tr("LibreChat {0} would refuse this file")
        return (accepted if document.valid else refused).format(document.target)

    def _changed(self, before: Document, after: Document) -> str:
        """Return one sentence about how another target changed the verdict."""
        old, new = _counts(before), _counts(after)
        changes = [
            (self.tr("{0} more") if growth > 0 else self.tr("{0} less")).format(
                _counted(abs(growth), severity)
            )
            for severity in Severity
            if (growth := new[severity] - old[severity])
        ]
        if not changes and _messages(before) == _messages(after):
            changes = [self.tr("no other problems than for {0}").format(before.target)]
        elif not changes:
            changes = [self.tr("as many problems as for {0}, but others").format(before.target)]
        return f"{self._verdict_on(after)}: {', '.join(changes)}."

    def show_cursor(self, line: int, column: int) -> None:
        """Show where the cursor is in the source."""
        self._cursor.setText(self.tr("Ln {0}, Col {1}").format(line, column))

    def show_file(self, filing: Filing) -> None:
        """Show whether the texts are on disk, if there is any to show."""
        self._is_nothing = filing.suggestion is None and self._session.is_clean
        self._nothing.setVisible(self._is_nothing)
        self._verdict.setHidden(self._is_nothing)
        self._fit()
        if not self._session.is_clean:
            self._file.setText(self.tr("unsaved changes"))
        elif filing.saved_at is not None:
            self._file.setText(self.tr("saved {0}").format(f"{filing.saved_at:%H:%M}"))
        else:
            self._file.setText(self.tr("unchanged") if filing.path is not None else "")
        self._file.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def _counted(count: int, severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return counts.errors(count)
        case Severity.WARNING:
            return counts.warnings(count)
        case Severity.INFO:
            return counted(count, "%n note", "%n notes")


def _counts(document: Document) -> Counter[Severity]:
    return Counter(problem.severity for problem in document.problems)


def _messages(document: Document) -> list[tuple[Path, str]]:
    return [(problem.node_path, in_language(problem.message)) for problem in document.problems]


def line_ends(text: str) -> str:
    """Return the name of the line ends that a text uses."""
    start = text.find("\n")
    if start == -1:
        return "CR" if "\r" in text else "LF"
    return "CRLF" if text[start - 1 : start] == "\r" else "LF"
