"""Which look the application has now, and how it follows the system while it runs."""

from functools import cache
from typing import ClassVar

from PySide6.QtCore import QDir, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessibilityHints, QFont, QFontInfo, QIcon, QPalette, QWindow
from PySide6.QtWidgets import QApplication, QStyleFactory

from editor import resources
from editor.ui.look import contrast, schemes, tokens
from editor.ui.look.look import Look, scale_of
from editor.ui.look.palette import palette, system_colours
from editor.ui.look.stylesheet import stylesheet

_FOLLOWED = (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange)


def current_look() -> Look:
    """Return the look of the running application; the light one where none was applied."""
    return Appearance.worn or _plain_look()


def apply_look(application: QApplication) -> "Appearance":
    """Dress the application in the system's scheme and keep following it."""
    return application.findChild(Appearance) or Appearance(application)


class Appearance(QObject):
    """Keeps palette and style sheet in step with the system's scheme, accent, font and contrast.

    `changed()` is emitted after a new look was applied; widgets also get a StyleChange event.
    """

    changed = Signal()
    worn: ClassVar[Look | None] = None

    def __init__(self, application: QApplication) -> None:
        """Apply a look now and watch the system for another."""
        super().__init__(application)
        self._application = application
        self._preferred = Qt.ColorScheme.Unknown
        self._is_reading = False
        self._percent = 100
        self._system_font = application.font()
        QDir.setSearchPaths("look", [str(resources.folder() / "look")])
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._ear = _Ear()
        Appearance.worn = self._wanted()
        application.setStyle("Fusion")
        application.setWindowIcon(QIcon("look:app-icon.svg"))
        self._apply(self._wanted())
        self._watch()

    @property
    def look(self) -> Look:
        """Return the look in use."""
        return current_look()

    def prefer(self, scheme: Qt.ColorScheme) -> None:
        """Use light or dark whatever the system says; Unknown follows the system again."""
        self._preferred = scheme
        self.refresh()

    def enlarge(self, percent: int) -> None:
        """Show text at a percentage of the size that the system asks for; 100 follows the system.

        Another percentage keeps to the size that the system asked for when it was chosen.
        """
        if percent == self._percent:
            return
        if self._percent == 100:
            self._system_font = self._application.font()
        self._percent = percent
        font = QFont(self._system_font)
        if percent != 100:
            font.setPixelSize(max(1, round(QFontInfo(font).pixelSize() * percent / 100)))
        self._application.setFont(font)
        self.refresh()

    def refresh(self) -> None:
        """Read the system again and apply what it asks for, if that is something else."""
        look = self._wanted()
        if look != self.look:
            self._apply(look)

    def _follow(self) -> None:
        """Refresh, once the event is through, unless it was our own reading that changed things."""
        if not self._is_reading:
            self._soon.start()

    def _watch(self) -> None:
        """Connect what tells of a change."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._soon.start)
        hints.accessibility().contrastPreferenceChanged.connect(self._soon.start)
        if hasattr(hints.accessibility(), "motionPreferenceChanged"):  # since Qt 6.12
            changed = hints.accessibility().motionPreferenceChanged  # pyright: ignore[reportAttributeAccessIssue]
            changed.connect(self._soon.start)
        self._ear.changed.connect(self._follow)

    def _wanted(self) -> Look:
        """Return the look that the system asks for."""
        hints = self._application.styleHints()
        preferences = hints.accessibility()
        high = preferences.contrastPreference() == Qt.ContrastPreference.HighContrast
        unset = self._preferred == Qt.ColorScheme.Unknown
        dark = (hints.colorScheme() if unset else self._preferred) == Qt.ColorScheme.Dark
        everything = tokens.load()
        scheme = everything.dark if dark else everything.light
        if high:
            system = system_colours(self.system_palette())
            dark = contrast.luminance(system.window) < 0.2
            scheme = schemes.high_contrast(everything.dark if dark else everything.light, system)
        elif accent := _accent_of(self._application.palette()):
            scheme = schemes.with_accent(scheme, accent, dark=dark)
        return Look(
            tokens=everything,
            scheme=scheme,
            dark=dark,
            type_scale=scale_of(self._application.font()),
            high_contrast=high,
            animated=not _wants_less_motion(preferences),
        )

    def system_palette(self) -> QPalette:
        """Return the palette that the system would give, by taking ours off for a moment."""
        ours = self._application.palette()
        self._is_reading = True
        self._application.setPalette(QPalette())
        system = self._application.palette()
        self._application.setPalette(ours)
        self._is_reading = False
        return system

    def _apply(self, look: Look) -> None:
        """Set the look's palette and style sheet on the whole application."""
        Appearance.worn = look
        self._application.setPalette(palette(look.scheme))
        self._application.setStyleSheet(stylesheet(look))
        self._soon.stop()
        self.changed.emit()


class _Ear(QWindow):
    """Hears of another font or palette of the application: `changed()`.

    It is never shown. A filter on the application would hear it too, but would be asked about each
    event of each object, which costs milliseconds a key.
    """

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self.changed.emit()
        return super().event(event)


def _wants_less_motion(preferences: QAccessibilityHints) -> bool:
    """Say whether the system asks for reduced motion; Qt tells since 6.12."""
    if not hasattr(preferences, "motionPreference"):
        return False
    reduced = Qt.MotionPreference.ReducedMotion  # pyright: ignore[reportAttributeAccessIssue]
    return preferences.motionPreference() == reduced  # pyright: ignore[reportAttributeAccessIssue]


@cache
def _plain_look() -> Look:
    """Return the light look at the reference size."""
    everything = tokens.load()
    return Look(tokens=everything, scheme=everything.light)


def _accent_of(system: QPalette) -> str | None:
    """Return the system's accent, or None where it has none and Fusion's own stands in."""
    accent = system.color(QPalette.ColorRole.Accent)
    own = QStyleFactory.create("Fusion").standardPalette().color(QPalette.ColorRole.Accent)
    return None if accent == own else accent.name().upper()
