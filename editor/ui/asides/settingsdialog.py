"""The dialog with everything that a person can wish of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.system.settings import Appearance, Review, Settings, Testing, Theme
from editor.ui import dialogs
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.widgets.choice import Combo
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.labels import label
from editor.ui.widgets.numberfield import NumberField, number_from
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.section import Section
from editor.ui.widgets.textfield import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.system.errors import FileError

_WIDTH = 540
_MARGIN = 24
_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
_MOST_AT_ONCE = 256
_LONGEST_WAIT = 3600


class SettingsDialog(QDialog):
    """Shows settings and lets them be changed; nothing changes before they are saved.

    `wanted(Settings)`: a person wants these from now on; `accept` closes, `refuse` says why not.
    """

    wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Start with what is set now."""
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._build_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolled(), stretch=1)
        column.addWidget(self._footer())
        self.show_settings(settings)
        self._fit(parent)

    def _build_fields(self) -> None:
        """Make the editors, in the order in which they are seen."""
        themes = (
            (Theme.SYSTEM, self.tr("As the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        )
        reviews = (
            (Review.FIRST, self.tr("At the first saving")),
            (Review.ALWAYS, self.tr("At every saving")),
            (Review.NEVER, self.tr("Never")),
        )
        self.theme = self._combo("settings:theme", self.tr("Theme"), themes)
        self.text = self._combo("settings:text", self.tr("Text size"), ())
        self.review = self._combo("settings:review", self.tr("Show the changes"), reviews)
        self.restore = _box("settings:restore", self.tr("Open the last file"))
        self.at_once = NumberField(self.tr("Requests at once"))
        self.at_once.setObjectName("settings:concurrency")
        self.wait = NumberField(self.tr("Wait for an answer"))
        self.wait.setObjectName("settings:timeout")
        self.wait.set_suffix(self.tr("seconds"))
        self.certificates = TextField(
            self.tr("More certificates"), self.tr("Only those of the system")
        )
        self.certificates.setObjectName("settings:caFile")
        self.ask = _box("settings:ask", self.tr("Ask first"))
        for field in (self.at_once, self.wait, self.certificates):
            field.textChanged.connect(self._look)

    def _combo(self, name: str, title: str, options: Sequence[tuple[object, str]]) -> Combo:
        combo = Combo(title)
        combo.setObjectName(name)
        for value, words in options:
            combo.addItem(words, value)
        return combo

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("surface", "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(label(self.tr("Settings"), "title"))
        for section in (self._look_section(), self._file_section(), self._test_section()):
            column.addWidget(section)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        return self._area

    def _look_section(self) -> Section:
        section = Section(self.tr("Look"))
        section.add(FieldRow(self.tr("Theme"), self.theme))
        section.add(FieldRow(self.tr("Text size"), self.text))
        return section

    def _file_section(self) -> Section:
        section = Section(self.tr("Files"))
        review = FieldRow(self.tr("Show the changes"), self.review)
        review.set_hint(self.tr("Before they are written, as a diff to agree to."))
        section.add(review)
        section.add(FieldRow(self.tr("At the start"), self.restore))
        return section

    def _test_section(self) -> Section:
        section = Section(self.tr("Connection tests"))
        self._at_once_row = FieldRow(self.tr("Requests at once"), self.at_once)
        self._wait_row = FieldRow(self.tr("Wait for an answer"), self.wait)
        self._wait_row.set_hint(
            self.tr("Until the first byte; connecting at most 5 s, the whole three times as long.")
        )
        browse = QPushButton(self.tr("Browse…"))
        browse.setObjectName("settings:browse")
        browse.setAccessibleName(self.tr("Browse for a file of certificates"))
        browse.clicked.connect(self._browse)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.certificates, stretch=1)
        line.addWidget(browse)
        both.setFocusProxy(self.certificates)
        self._certificates_row = FieldRow(self.tr("More certificates"), both)
        self._certificates_row.set_hint(
            self.tr("A PEM file of authorities to trust too, such as that of a proxy.")
        )
        section.add(self._at_once_row)
        section.add(self._wait_row)
        section.add(self._certificates_row)
        ask = FieldRow(self.tr("Testing all"), self.ask)
        ask.set_hint(self.tr("Before all models are tested: how many small requests that takes."))
        section.add(ask)
        return section

    def _footer(self) -> QWidget:
        footer = QWidget()
        footer.setProperty("edge", "top")
        footer.setProperty("surface", "base")
        defaults = QPushButton(self.tr("Defaults"))
        defaults.setObjectName("settings:defaults")
        defaults.clicked.connect(self._show_defaults)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("settings:cancel")
        cancel.clicked.connect(self.reject)
        self._save = QPushButton(self.tr("Save"))
        self._save.setObjectName("settings:save")
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._tell)
        row = QHBoxLayout(footer)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(defaults)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._save)
        for button in (defaults, cancel):
            button.setAutoDefault(False)
        return footer

    def _fit(self, parent: QWidget) -> None:
        """Be as high as everything in it, or as the window allows."""
        look = current_look()
        page, footer = self._area.widget(), self._save.parentWidget()
        assert page is not None
        assert footer is not None
        wide = min(look.pixels(_WIDTH), max(parent.width() - 2 * _MARGIN, 320))
        layout = page.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(wide) + footer.sizeHint().height() + _MARGIN
        self.setMinimumWidth(min(wide, 320))
        self.resize(wide, min(height, max(parent.height() - 2 * _MARGIN, 240)))

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        testing, appearance = settings.testing, settings.appearance
        self.text.clear()
        for percent in sorted({*_SIZES, appearance.text_percent}):
            as_system = self.tr("As the system (100 %)")
            self.text.addItem(as_system if percent == 100 else f"{percent} %", percent)
        self.theme.setCurrentIndex(self.theme.findData(appearance.theme))
        self.text.setCurrentIndex(self.text.findData(appearance.text_percent))
        self.review.setCurrentIndex(self.review.findData(settings.review))
        self.restore.setChecked(settings.restores_last)
        self.at_once.show_value(testing.concurrency)
        self.wait.show_value(number_from(str(testing.first_byte)))
        self.certificates.show_value("" if testing.ca_file is None else str(testing.ca_file))
        self.ask.setChecked(testing.asks_first)
        self._look()

    def settings(self) -> Settings:
        """Return what is shown; of numbers that cannot be, nothing is promised."""
        file = self.certificates.text().strip()
        at_once, wait = number_from(self.at_once.text()), number_from(self.wait.text())
        testing = Testing(
            concurrency=at_once if isinstance(at_once, int) else 0,
            first_byte=float(wait) if isinstance(wait, int | float) else 0.0,
            ca_file=Path(file).expanduser() if file else None,
            asks_first=self.ask.isChecked(),
        )
        return replace(
            self._settings,
            testing=testing,
            appearance=Appearance(Theme(self.theme.currentData()), int(self.text.currentData())),
            review=Review(self.review.currentData()),
            restores_last=self.restore.isChecked(),
        )

    def refuse(self, error: FileError) -> None:
        """Say under the certificates why they cannot be used; the dialog stays open."""
        self._certificates_row.show_problems((ProblemText(Shape.ERROR, in_language(str(error))),))
        self.certificates.setFocus()
        self._area.ensureWidgetVisible(self._certificates_row)

    def _look(self) -> None:
        """Say which numbers cannot be."""
        testing = self.settings().testing
        is_count = 1 <= testing.concurrency <= _MOST_AT_ONCE
        is_wait = 0 < testing.first_byte <= _LONGEST_WAIT
        count = self.tr("A whole number from 1 to {0}.").format(_MOST_AT_ONCE)
        seconds = self.tr("A number of seconds up to {0}.").format(_LONGEST_WAIT)
        self._at_once_row.show_problems(_problem(count, is_wrong=not is_count))
        self._wait_row.show_problems(_problem(seconds, is_wrong=not is_wait))
        self._certificates_row.show_problems(())
        self._save.setEnabled(is_count and is_wait)

    def _tell(self) -> None:
        self.wanted.emit(self.settings())

    def _show_defaults(self) -> None:
        self.show_settings(Settings())

    def _browse(self) -> None:
        start = self.settings().testing.ca_file
        dialogs.choose_certificates(self, start, self._take_file)

    def _take_file(self, path: Path) -> None:
        self.certificates.show_value(str(path))
        self.certificates.setFocus()


def _problem(words: str, *, is_wrong: bool) -> tuple[ProblemText, ...]:
    return (ProblemText(Shape.ERROR, words),) if is_wrong else ()


def _box(name: str, words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box
