"""In which language the window speaks: that of the system, where it is translated into it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from editor import resources
from editor.core import wording
from editor.core.wording import Worded

_NAME = "librechat-azure-editor"
_OF_QT = "qtbase"
_OF_CORE = "core"
_MOST_KEPT = 20_000
_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath


def speak(application: QApplication, locale: QLocale, folder: Path | None = None) -> bool:
    """Speak the language of a locale from now on, if there is a translation; say whether.

    `folder` is where translations are, such as librechat-azure-editor_de.qm, by default the
    shipped ones. Only widgets that are made afterwards speak it.
    """
    ours, theirs = QTranslator(), QTranslator()
    if not ours.load(locale, _NAME, "_", str(folder or resources.folder() / "i18n")):
        return False
    theirs.load(locale, _OF_QT, "_", QLibraryInfo.path(_TRANSLATIONS))
    for translator in (theirs, ours):
        translator.setParent(application)
        application.installTranslator(translator)
    application.setLayoutDirection(locale.textDirection())
    _forget()
    return True


def speak_english(application: QApplication) -> None:
    """Speak English again from now on."""
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _forget()


def in_language(text: str) -> str:
    """Return what core or system says in the language of the window; what is unknown stays."""
    return _said(text) if is_translated() else text


def name_in_language(name: str) -> str:
    """Return what people call a node: a name as it is, such as “Group 3” in the window's language.

    A name in the file may be that of anything, so it is never looked up.
    """
    return in_language(name) if isinstance(name, Worded) else name


def counted(count: int, one: str, several: str, *parts: object) -> str:
    """Return one of two texts for a number of things, or the language's form; %n is the number."""
    return in_language(wording.counted(count, one, several, *parts))


@cache
def is_translated() -> bool:
    """Say whether the window speaks another language than English."""
    application = QCoreApplication.instance()
    return application is not None and bool(application.findChildren(QTranslator))


def _forget() -> None:
    is_translated.cache_clear()
    _said.cache_clear()


@lru_cache(maxsize=_MOST_KEPT, typed=True)
def _said(text: str) -> str:
    if not isinstance(text, Worded):
        return QCoreApplication.translate(_OF_CORE, text)
    template = _template(text)
    if template is None:
        return str.__str__(text)
    if not text.parts:
        return template
    parts = (_said(part) if isinstance(part, Worded) else part for part in text.parts)
    try:
        return template.format(*parts)
    except (IndexError, KeyError, ValueError):  # a place of the translation that English has not
        return str.__str__(text)


def _template(text: Worded) -> str | None:
    """Return the text around the parts as translated; None where English has its own form."""
    if text.amount is None:
        return QCoreApplication.translate(_OF_CORE, text.template)
    said = QCoreApplication.translate(_OF_CORE, text.template, None, text.amount)
    return None if said == text.template.replace("%n", str(text.amount)) else said
