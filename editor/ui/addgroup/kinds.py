"""The list of what a group can connect to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from editor.core.presets import PRESETS, Preset
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import paint_icon
from editor.ui.widgets.rowpainting import RowState, Strip, paint_ground, paint_text, square

_PRESET_ROLE = Qt.ItemDataRole.UserRole
_ROW, _ICON, _MARGIN, _SHORTEST = 52, 20, 16, 48


class KindList(QListWidget):
    """Shows each kind of connection with its icon and what its address looks like."""

    def __init__(self) -> None:
        """List all kinds, in the order of the presets."""
        super().__init__()
        self.setObjectName("groupKinds")
        self.setAccessibleName(self.tr("What does it connect to?"))
        self.setProperty("surface", "window")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
        for preset in PRESETS:
            title = in_language(preset.title)
            item = QListWidgetItem(f"{title}\n{in_language(preset.example)}", self)
            item.setData(_PRESET_ROLE, preset)
            item.setToolTip(item.text())


class _Delegate(QStyledItemDelegate):
    """Draws a kind's icon, and beside it its title above its example."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, current_look().pixels(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        preset = index.data(_PRESET_ROLE)
        assert isinstance(preset, Preset)
        flag = QStyle.StateFlag
        state = RowState(
            selected=bool(option.state & flag.State_Selected),
            hovered=bool(option.state & flag.State_MouseOver),
            focused=bool(option.state & flag.State_Active),
        )
        paint_ground(painter, option.rect, state, "window")
        look = current_look()
        title, example = look.font("section"), look.font("small")
        area = QRect(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        side = look.pixels(_ICON)
        strip = Strip(area, painter.layoutDirection())
        picture = square(strip.first(side, _MARGIN * 3 // 4), side)
        paint_icon(painter, picture, preset.id, "text_2")
        if strip.width < look.pixels(_SHORTEST):
            return  # the tooltip has them
        words = strip.rest()
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        upper.translate(0, words.height() // 12)
        lower = upper.translated(0, words.height() // 2 - words.height() // 6)
        name = index.data().partition("\n")[0]
        paint_text(painter, upper, name, "text", title)
        paint_text(painter, lower, in_language(preset.example), state.quiet_text, example)
