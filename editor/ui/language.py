"""In which language the window speaks: that of the system, where it is translated into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from editor import resources

_NAME = "librechat-azure-editor"
_OF_QT = "qtbase"
_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath


def speak(application: QApplication, locale: QLocale, folder: Path | None = None) -> bool:
    """Speak the language of a locale from now on, if there is a translation; say whether.

    `folder` is where translations are, such as librechat-azure-editor_de.qm, by default the
    shipped ones. Only widgets that are made afterwards speak it.
    """
    ours = QTranslator(application)
    if not ours.load(locale, _NAME, "_", str(folder or resources.folder() / "i18n")):
        return False
    theirs = QTranslator(application)
    if theirs.load(locale, _OF_QT, "_", QLibraryInfo.path(_TRANSLATIONS)):
        application.installTranslator(theirs)
    application.installTranslator(ours)
    application.setLayoutDirection(locale.textDirection())
    return True
