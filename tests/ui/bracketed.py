"""A made-up language that is English in brackets, and what people read without them."""

import re
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import count, takewhile
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTabBar, QWidget

from editor import resources
from editor.ui.widgets.messagepane import MessagePane
from editor.ui.widgets.numberedtext import NumberedText
from tests.ui import walk

LOCALE = QLocale("lt_LT")
"""A language with three forms for numbers of things, and without a translation of Qt's own."""
OPEN, CLOSE = "⟦", "⟧"
_FORMS = 3
_KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt|Tab|Esc|Enter|Del|Up|Down|Left|Right|Space|F?\d|.)\b ?)+")
_WORDS = re.compile(r"[A-Za-z’']*[a-z]{2,}[,:;.]? +[A-Za-z’']*[a-z]{2,}|^[A-Z][a-z]{2,}[.:…]?$")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_Metric = QPaintDevice.PaintDeviceMetric
_SIZES = {
    _Metric.PdmDepth: 32,
    _Metric.PdmDpiX: 96,
    _Metric.PdmDpiY: 96,
    _Metric.PdmPhysicalDpiX: 96,
    _Metric.PdmPhysicalDpiY: 96,
    _Metric.PdmDevicePixelRatio: 1,
    _Metric.PdmDevicePixelRatioScaled: 1 << 16,
    _Metric.PdmNumColors: 1 << 24,
}


def make_translation(folder: Path) -> None:
    """Write and compile a translation in which every text of the template stands in brackets."""
    tree = ElementTree.parse(resources.folder() / "i18n" / "librechat-azure-editor.ts")
    tree.getroot().set("language", LOCALE.name())
    for message in tree.iter("message"):
        said = f"{OPEN}{message.findtext('source')}{CLOSE}"
        translation = message.find("translation")
        assert translation is not None
        translation.clear()
        if message.get("numerus") == "yes":
            for _ in range(_FORMS):
                ElementTree.SubElement(translation, "numerusform").text = said
        else:
            translation.text = said
    path = folder / f"librechat-azure-editor_{LOCALE.name()}.ts"
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}', "utf-8")
    subprocess.run([Path(sys.executable).parent / "pyside6-lrelease", "-silent", path], check=True)


def unspoken(top: QWidget, names: Collection[str]) -> list[str]:
    """Return what is read in a window or dialog, by eye or ear, that is in no bracket.

    `names` are texts that no language has words of its own for.
    """
    parts = map(re.escape, sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
    found: dict[str, str] = {}
    for widget in (top, *walk.seen_below(top)):
        actions = widget.findChildren(QAction) if widget is top else ()
        for text in (*_painted(widget), *_said(widget), *_of_actions(actions)):
            rest = outside_brackets(text)
            is_cut = rest.endswith("…") and any(name.startswith(rest[:-1]) for name in names)
            rest = "" if is_cut else pattern.sub("", rest).strip()
            if reads_like_words(rest) and not _KEYS.fullmatch(rest):
                found.setdefault(rest, f"{walk.told(widget)}: {text!r}")
    return [f"{rest!r} of {where}" for rest, where in found.items()]


def reads_like_words(text: str) -> bool:
    """Say whether a text has words one after the other, or is a word with a capital."""
    return _WORDS.search(text) is not None


def outside_brackets(text: str) -> str:
    """Return what of a text stands in no bracket; one that is cut off ends where the text does."""
    depth, rest = 0, ""
    for char in text:
        if char == CLOSE and not depth:
            rest = ""
        elif not depth and char != OPEN:
            rest += char
        depth += (char == OPEN) - (char == CLOSE)
    return rest.strip()


def _said(widget: QWidget) -> Iterator[str]:
    """Yield what is not painted all the time, or only heard."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.windowTitle()
    match widget:
        case QLineEdit():
            yield widget.placeholderText()
        case QTabBar():
            for index in range(widget.count()):
                yield from (widget.tabText(index), widget.tabToolTip(index))
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QAbstractItemView() if not isinstance(widget, QHeaderView):
            yield from _in_rows(widget)
        case _:
            return


def _of_actions(actions: Iterable[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text(), action.toolTip(), action.statusTip())


def _in_rows(view: QAbstractItemView) -> Iterator[str]:
    model, waiting = view.model(), [view.rootIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            waiting.append(model.index(row, 0, parent))
            for index in takewhile(QModelIndex.isValid, _cells(model, row, parent)):
                yield from (str(model.data(index, role) or "") for role in _ROLES)


def _cells(model: QAbstractItemModel, row: int, parent: QModelIndex) -> Iterator[QModelIndex]:
    return (model.index(row, column, parent) for column in count())


def _painted(widget: QWidget) -> Iterator[str]:
    """Yield the texts that a widget itself paints, but for what people type or code says."""
    parent = widget.parentWidget()
    code = parent if isinstance(parent, NumberedText | MessagePane) else widget
    if not isinstance(code, NumberedText | MessagePane | QLineEdit):
        canvas = _Canvas(widget)
        widget.render(canvas, QPoint(), QRegion(), QWidget.RenderFlag(0))
        yield from _joined(canvas.engine.texts)


def _joined(texts: Iterable[str]) -> Iterator[str]:
    """Yield whole texts from their lines and differently written pieces."""
    whole = ""
    for text in texts:
        whole = f"{whole} {text}" if whole else text
        if whole.count(OPEN) <= whole.count(CLOSE) or text.endswith("…"):
            yield whole
            whole = ""
    yield whole


class _Engine(QPaintEngine):
    """Keeps the texts that are painted."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[str] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, state: QPaintEngineState) -> None:
        """Paint nothing."""

    def drawTextItem(self, at: object, item: QTextItem) -> None:
        self.texts.append(item.text())

    def drawPixmap(self, *_: object, **_options: object) -> None:
        """Paint nothing."""

    drawImage = drawPath = drawRects = drawPolygon = drawPixmap  # noqa: N815
    drawLines = drawEllipse = drawPoints = drawTiledPixmap = drawPixmap  # noqa: N815

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User


class _Canvas(QPaintDevice):
    """Something to paint on, as large as a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._size = widget.size()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: _Metric) -> int:
        match metric:
            case _Metric.PdmWidth | _Metric.PdmWidthMM:
                return self._size.width()
            case _Metric.PdmHeight | _Metric.PdmHeightMM:
                return self._size.height()
            case _:
                return _SIZES.get(metric, 0)
