"""The line at the bottom: LibreChat's verdict, and what the file is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar

from editor.core.validation.problem import Severity
from editor.ui.look.icons import shape_icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.ui.filing import Filing
    from editor.ui.session import Session


class StatusBar(QStatusBar):
    """Says whether LibreChat would accept the file.

    `verdict_clicked()`: a person wants to see the first problem.
    """

    verdict_clicked = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session's document."""
        super().__init__()
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        self._session = session
        self._verdict = QPushButton()
        self._verdict.setObjectName("verdict")
        self._verdict.setProperty("role", "flat")
        self._cursor = label("", "small", "text_2")
        self._encoding = label("UTF-8", "small", "text_2")
        self._line_ends = label("", "small", "text_2")
        self._file = label("", "small", "text_2")
        self.addWidget(self._verdict)
        for part in (self._cursor, self._encoding, self._line_ends, self._file):
            part.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(part)
        self._verdict.clicked.connect(self.verdict_clicked)
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Show the verdict on a document."""
        shape, words = self._judged(document)
        if words != self._verdict.text():
            self._verdict.setIcon(shape_icon(shape, "window"))
            self._verdict.setText(words)
            self._verdict.setAccessibleName(words)
        self._line_ends.setText(line_ends(document.text))

    def _judged(self, document: Document) -> tuple[Shape, str]:
        errors = sum(problem.severity is Severity.ERROR for problem in document.problems)
        warnings = sum(problem.severity is Severity.WARNING for problem in document.problems)
        counts = [self._counted(errors, "error")] if errors else []
        counts += [self._counted(warnings, "warning")] if warnings else []
        verb = self.tr("accepts this file") if document.valid else self.tr("would refuse this file")
        words = f"LibreChat {document.target} {verb}"
        shape = Shape.OK if document.valid and not errors else Shape.ERROR
        return shape, f"{words}: {', '.join(counts)}" if counts else words

    def _counted(self, count: int, what: str) -> str:
        return f"{count} {what}" if count == 1 else f"{count} {what}s"

    def show_cursor(self, line: int, column: int) -> None:
        """Show where the cursor is in the source."""
        self._cursor.setText(self.tr("Ln {0}, Col {1}").format(line, column))

    def show_file(self, filing: Filing) -> None:
        """Show whether the texts are on disk."""
        if not self._session.is_clean:
            self._file.setText(self.tr("unsaved changes"))
        elif filing.saved_at is not None:
            self._file.setText(self.tr("saved {0}").format(f"{filing.saved_at:%H:%M}"))
        else:
            self._file.setText(self.tr("unchanged") if filing.path is not None else "")
        self._file.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def line_ends(text: str) -> str:
    """Return the name of the line ends that a text uses."""
    start = text.find("\n")
    if start == -1:
        return "CR" if "\r" in text else "LF"
    return "CRLF" if text[start - 1 : start] == "\r" else "LF"
