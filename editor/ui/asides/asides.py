"""What opens the small windows, and makes what they change count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.core.report import diagnostic_report
from editor.system import settings, versions
from editor.system.errors import FileError
from editor.system.settings import Settings, Theme
from editor.ui import dialogs
from editor.ui.asides.about import AboutDialog
from editor.ui.asides.settingsdialog import SettingsDialog
from editor.ui.asides.shortcutsheet import ShortcutSheet
from editor.ui.language import in_language
from editor.ui.look.appearance import apply_look, current_look

if TYPE_CHECKING:
    from pathlib import Path

    from editor.ui.filing import Filing
    from editor.ui.tasks import Tasks
    from editor.ui.window import MainWindow

_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class Asides(QObject):
    """Serves the actions settings, shortcuts, about and copyReport of a window."""

    def __init__(self, window: MainWindow, filing: Filing, tasks: Tasks, folder: Path) -> None:
        """Keep settings in a folder."""
        super().__init__(window)
        self._window, self._filing, self._tasks, self._folder = window, filing, tasks, folder
        slots = {
            "settings": self.show_settings,
            "shortcuts": self.show_shortcuts,
            "about": self.show_about,
            "copyReport": self.copy_report,
        }
        for name, slot in slots.items():
            window.actions_by_name[name].triggered.connect(slot)

    def show_settings(self) -> None:
        """Let a person change settings."""
        self._dialog = SettingsDialog(settings.load(self._folder), self._window)
        self._dialog.wanted.connect(self._check)
        self._dialog.open()

    def show_shortcuts(self) -> None:
        """Show all keys."""
        ShortcutSheet(self._window).open()

    def show_about(self) -> None:
        """Show versions and licences."""
        dialog = AboutDialog(versions.packages(), versions.platform_words(), self._window)
        dialog.report_wanted.connect(self._put_report)
        dialog.open()

    def copy_report(self) -> None:
        """Put the diagnostic report into the clipboard, and say so."""
        self._put_report()
        self._window.notices.remark(
            self.tr("The diagnostic report is in the clipboard; it holds no secrets.")
        )

    def say_reset(self, aside: Path) -> None:
        """Say that settings could not be read; where another notice stands, in the status bar."""
        fact = self.tr("The settings could not be read and are reset.")
        where = self.tr("The old ones are kept as {0}.").format(aside.name)
        if self._window.notice.isHidden():
            self._window.notices.remark(f"{fact} {where}")
        else:
            self._window.status_bar.showMessage(f"{fact} {where}")

    def _put_report(self) -> None:
        document = self._window.session.document
        text = diagnostic_report(document, self._filing.name, _facts())
        QGuiApplication.clipboard().setText(text)

    def _check(self, wanted: Settings) -> None:
        """Keep settings whose certificates can be used."""
        file = wanted.testing.ca_file
        if file is None:
            self._keep(wanted)
            return
        self._tasks.run(
            lambda: _look_at(file), lambda _nothing: self._keep(wanted), self._dialog.refuse
        )

    def _keep(self, wanted: Settings) -> None:
        now = settings.load(self._folder)
        kept = replace(wanted, recent_files=now.recent_files, window=now.window)
        try:
            settings.save(self._folder, kept)
        except FileError as error:
            dialogs.tell(self._window, in_language(error.message), in_language(error.remedy))
            return
        self._dialog.accept()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        wear(application, wanted)


def wear(application: QApplication, wanted: Settings) -> None:
    """Let the application look as the settings say."""
    look = apply_look(application)
    look.prefer(_SCHEMES[wanted.appearance.theme])
    look.enlarge(wanted.appearance.text_percent)


def _look_at(certificates: Path) -> None:
    """Read certificates; raises FileError. It loads what speaks HTTP."""
    from editor.system.http import trust

    trust(certificates)


def _facts() -> list[str]:
    """Return what is worth knowing of the program and the system."""
    look = current_look()
    screens = (
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    scheme = "dark" if look.dark else "light"
    contrast = ", high contrast" if look.high_contrast else ""
    packages = (f"{one.name} {one.version}" for one in versions.packages())
    return [
        f"LibreChat Azure editor {__version__}",
        versions.platform_words(),
        f"Qt {qVersion()} ({QGuiApplication.platformName()}), {scheme}{contrast}, "
        f"text at {look.type_scale:.2f}",
        f"Screens: {', '.join(screens)}",
        f"Packages: {', '.join(packages)}",
    ]
