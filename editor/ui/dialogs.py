"""The questions that the window asks; each opens without blocking and calls back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from editor.ui.linesdialog import LinesDialog
from editor.ui.widgets.labels import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FILTER = "LibreChat config or .env (*.yaml *.yml .env *.env .env.*);;All files (*)"


def _translated(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)


def ask(
    parent: QWidget,
    fact: str,
    meaning: str,
    answers: Sequence[tuple[str, Callable[[], None]]],
) -> QMessageBox:
    """Ask a question with a button for each answer, the first one primary, and Cancel."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _translated("LibreChat Azure editor"), fact)
    box.setParent(parent, box.windowFlags())
    box.setObjectName("questionDialog")
    box.setInformativeText(meaning)
    actions: dict[QPushButton, Callable[[], None]] = {}
    for title, action in answers:
        button = box.addButton(title, QMessageBox.ButtonRole.ActionRole)
        actions[button] = action
    first = next(iter(actions))
    mark(first, "role", "primary")
    box.setDefaultButton(first)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))

    def answer() -> None:
        clicked = box.clickedButton()
        box.deleteLater()
        if isinstance(clicked, QPushButton) and clicked in actions:
            actions[clicked]()

    box.finished.connect(answer)
    box.open()
    return box


def tell(parent: QWidget, fact: str, remedy: str) -> QMessageBox:
    """Say that something was refused, and what to do."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _translated("LibreChat Azure editor"), fact)
    box.setParent(parent, box.windowFlags())
    box.setObjectName("messageDialog")
    box.setInformativeText(remedy)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def choose_file(parent: QWidget, start: Path | None, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let a person choose a config to open."""
    dialog = QFileDialog(parent, _translated("Open a LibreChat config"), _folder(start))
    dialog.setObjectName("openDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def choose_folder(
    parent: QWidget, start: Path | None, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let a person choose a LibreChat folder to open."""
    return _choose_folder(parent, _translated("Open a LibreChat folder"), start, chosen)


def choose_home(parent: QWidget, start: Path | None, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let a person choose the LibreChat folder that gets a new config."""
    title = _translated("Choose LibreChat's folder, which gets librechat.yaml and .env")
    return _choose_folder(parent, title, start, chosen)


def _choose_folder(
    parent: QWidget, title: str, start: Path | None, chosen: Callable[[Path], None]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, _folder(start))
    dialog.setObjectName("openFolderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return _opened(dialog, chosen)


def choose_certificates(
    parent: QWidget, start: Path | None, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let a person choose a file of certificates to trust."""
    dialog = QFileDialog(parent, _translated("Trust the certificates of a file"), _folder(start))
    dialog.setObjectName("certificatesDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    kinds = "Certificates (*.pem *.crt *.cer);;All files (*)"
    return _opened(dialog, chosen, kinds)


def choose_env(parent: QWidget, start: Path | None, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let a person choose a `.env`, which most systems hide."""
    dialog = QFileDialog(parent, _translated("Choose a .env file"), _folder(start))
    dialog.setObjectName("envDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setFilter(dialog.filter() | QDir.Filter.Hidden)
    return _opened(dialog, chosen, ".env files (.env .env.* *.env);;All files (*)")


def show_lines(parent: QWidget, title: str, lines: str) -> LinesDialog:
    """Show lines that a person has to add to a file which this program does not write."""
    dialog = LinesDialog(parent, title, lines)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def choose_target(
    parent: QWidget, start: Path | None, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Let a person choose where to save; an existing file is asked about by the dialog."""
    dialog = QFileDialog(parent, _translated("Save the config as"), _folder(start))
    dialog.setObjectName("saveAsDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("yaml")
    dialog.selectFile(start.name if start else "librechat.yaml")
    return _opened(dialog, chosen)


def _folder(start: Path | None) -> str:
    return str(start.parent if start is not None else Path.home())


def _opened(
    dialog: QFileDialog, chosen: Callable[[Path], None], kinds: str = _FILTER
) -> QFileDialog:
    dialog.setNameFilter(_translated(kinds))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
