"""The style sheet of the window, generated from the tokens for one look.

In the templates `@role` is a colour, `{26k}` a length at the look's scale, `{1b}` a border's width,
`{28o}` is what remains of an outer height between two borders, `{28q}` between those of the focus,
and `{28t}` in a tool button, to which Qt adds three pixels of its own.
Heights are minimum heights at the system font's scale, so that nothing is cut off under large text.
"""

import re

from PySide6.QtGui import QFontDatabase, QFontInfo

from editor.ui.look.direction import is_mirrored
from editor.ui.look.look import Look

_PLACEHOLDER = re.compile(r"@([a-z_0-9]+)|\{([\d.]+)([kboqt])\}")

_FOCUS = 2
_TOOL_BUTTON_EXTRA = 3

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox { border: {1b}px solid @border_control; border-radius: 4px;
  background: @field; padding: 0 7px; min-height: {28o}px; selection-background-color: @selection;
  selection-color: @text }
QComboBox { padding: 0 7px 0 8px }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @focus; padding: 0 6px;
  min-height: {28q}px }
QComboBox:focus { padding: 0 6px 0 7px }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: @sunken;
  border-color: @divider }
QLineEdit[quiet="true"]:!focus, QComboBox[quiet="true"]:!focus,
QPlainTextEdit[quiet="true"]:!focus { background: @sunken; border-color: @divider }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"][frame="field"] { background: @sunken }
QLineEdit[problem="error"]:!focus, QComboBox[problem="error"]:!focus,
QPlainTextEdit[problem="error"]:!focus, QAbstractItemView[problem="error"]:!focus
  { border-color: @error }
QLineEdit[code="true"], QComboBox[code="true"], QPlainTextEdit[code="true"]
  { font-family: %CODE_FAMILY%; font-size: %CODE_PIXELS%px }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus,
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
  background: transparent }
QLineEdit > QToolButton { min-width: 0; min-height: 0; padding: 0; margin: 0; border: none;
  icon-size: 16px }
QComboBox::drop-down { border: none; width: {24k}px }
QComboBox::down-arrow { image: url(look:caret-%SCHEME%.svg); width: {12k}px; height: {12k}px }
QComboBox::down-arrow:disabled { image: none }
QComboBox QAbstractItemView { background: @raised; border: {1b}px solid @border_raised;
  padding: 4px; outline: none; selection-background-color: @selection; selection-color: @text }
QComboBox QAbstractItemView::item { min-height: {28k}px; padding: 0 8px; border-radius: 4px }
QComboBox QAbstractItemView::item:selected { background: @selection; color: @text }
QPlainTextEdit[frame="field"] { border: {1b}px solid @border_control; border-radius: 4px;
  background: @field; padding: 3px; selection-background-color: @selection; selection-color: @text }
QPlainTextEdit[frame="field"]:focus { border: 2px solid @focus; padding: 2px }
"""

_BUTTONS = """
QPushButton { border: {1b}px solid @border_raised; border-radius: 4px; background: @raised;
  color: @text; padding: 0 12px; min-height: {28o}px; qproperty-iconSize: {20k}px {16k}px }
QPushButton:hover { background: @hover }
QPushButton:pressed, QPushButton:checked { background: @pressed }
QPushButton:checked[segment="true"] { background: @selection }
QPushButton:disabled { color: @text_disabled; border-color: @divider; background: transparent }
QPushButton[role="primary"] { background: @accent; border-color: @accent; color: @text_on_accent;
  font-weight: 600 }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @accent_hover;
  border-color: @accent_hover }
QPushButton[role="primary"]:disabled { background: @pressed; border-color: @pressed;
  color: @text_disabled }
QPushButton[role="small"] { padding: 0 8px; min-height: {24o}px }
QPushButton[role="door"], QPushButton[size="door"] { min-height: {32o}px }
QPushButton[role="link"] { border: none; background: transparent; color: @accent_text; padding: 0 }
QPushButton[role="link"]:hover { text-decoration: underline }
QPushButton[role="flat"] { border-color: transparent; background: transparent; padding: 0 8px }
QPushButton[role="status"] { border-color: transparent; background: transparent; padding: 0 8px;
  text-align: left; min-height: {22o}px }
QPushButton[role="status"]:focus { border: 2px solid @focus; padding: 0 7px;
  min-height: {22q}px }
QPushButton[role="status"][quiet="true"] { color: @text_2; font-size: %SMALL_PIXELS%px }
QPushButton[role="status"]:hover { background: @hover }
QPushButton[role="status"]:pressed { background: @pressed }
QPushButton[role="search"] { border-color: @border_control; background: @field; color: @text_3;
  text-align: left; padding: 0 8px }
QPushButton[role="search"]:hover { border-color: @focus }
QPushButton[role="flat"]:hover { background: @hover }
QPushButton[role="flat"]:pressed { background: @pressed }
QPushButton[role="fold"] { border: none; background: transparent; padding: 0; text-align: left;
  font-weight: 600 }
QToolButton { border: {1b}px solid transparent; border-radius: 4px; background: transparent;
  color: @text; padding: 0 {4k}px; min-height: {24t}px; icon-size: {16k}px }
QToolButton:hover { background: @hover }
QToolButton:pressed, QToolButton:checked { background: @pressed }
QToolButton:disabled { color: @text_disabled }
QToolButton[role="more"] { border-color: @border_raised; background: @raised; min-height: {28t}px }
QToolButton[role="more"]:hover { background: @hover }
QToolButton[role="inside"] { padding: 0; border-radius: 3px; min-height: {24t}px;
  min-width: {24t}px }
QToolButton[role="save"] { color: @accent_text; font-weight: 600 }
QToolButton[role="save"]:disabled { color: @text_disabled; font-weight: 400 }
QToolButton::menu-indicator { image: url(look:caret-%SCHEME%.svg); width: {12k}px; height: {12k}px;
  subcontrol-position: right center; right: {4k}px }
QToolButton[popupMode="2"] { padding-%END%: {20k}px }
QToolButton[popupMode="1"] { padding-%END%: {18k}px }
QToolButton::menu-button { border: none; width: {16k}px }
QToolButton::menu-arrow { image: url(look:caret-%SCHEME%.svg); width: {12k}px; height: {12k}px }
QToolButton[role="more"]::menu-indicator, QToolButton[role="flat"]::menu-indicator
  { image: none }
QToolButton[role="more"][popupMode="2"] { padding: 0 {5k}px }
QToolBar QToolButton { min-height: {32t}px; icon-size: {18k}px; padding: 0 8px }
QPushButton[role="chip"] { border-color: @divider; background: @sunken; color: @text_2;
  padding: 0 5px; min-height: {20o}px; qproperty-iconSize: {15k}px {12k}px;
  font-size: %SMALL_PIXELS%px }
QPushButton[role="chip"]:hover { background: @hover }
QCheckBox, QRadioButton { spacing: 8px; min-height: {24k}px }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator
  { width: {14k}px; height: {14k}px; border: {1b}px solid @border_control; border-radius: 3px;
  background: @field }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked { background: @accent; border-color: @accent;
  image: url(look:tick.svg) }
QCheckBox::indicator:disabled { border-color: @divider; background: @sunken }
QCheckBox:disabled { color: @text_disabled }
QRadioButton::indicator { width: {14k}px; height: {14k}px; border: {1b}px solid @border_control;
  border-radius: {7k}px; background: @field }
QRadioButton::indicator:checked { border: {5k}px solid @accent; width: {6k}px; height: {6k}px }
"""

_SURFACES = """
QMainWindow, QDialog { background: @window }
QDialog, *[surface="base"] { background: @base }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: {240k}px }
*[surface="window"] { background: @window }
*[surface="sunken"] { background: @sunken }
*[surface="divider"] { background: @divider }
*[surface="raised"] { background: @raised; border: {1b}px solid @border_raised; border-radius: 6px }
*[surface="card"] { background: @base; border: {1b}px solid @border_raised; border-radius: 6px }
*[surface="card_main"] { background: @base; border: {1b}px solid @accent; border-radius: 6px }
*[surface="sunken_card"] { background: @sunken; border: {1b}px solid @divider; border-radius: 4px }
*[surface="drop"] { background: @base; border: {1b}px dashed @border_control; border-radius: 4px }
*[edge="top"] { border-top: {1b}px solid @divider }
*[edge="bottom"] { border-bottom: {1b}px solid @divider }
QFrame[banner="error"] { background: @error_soft; border-bottom: {1b}px solid @divider }
QFrame[banner="warning"] { background: @warning_soft; border-bottom: {1b}px solid @divider }
QFrame[banner="ok"] { background: @ok_soft; border-bottom: {1b}px solid @divider }
QFrame[banner="info"] { background: @info_soft; border-bottom: {1b}px solid @divider }
QScrollArea { border: none; background: transparent }
QScrollArea > QWidget > QWidget[surface="base"] { background: @base }
QToolTip { background: @raised; color: @text; border: {1b}px solid @border_raised;
  padding: 3px 5px }
QMenu { background: @raised; color: @text; border: {1b}px solid @border_raised; border-radius: 6px;
  padding: 4px }
QMenu::item { min-height: {28k}px; padding: 0 24px 0 8px; border-radius: 4px;
  background: transparent }
QMenu::item:selected { background: @selection }
QMenu::item:disabled { color: @text_disabled; background: transparent }
QMenu::icon { padding-left: 8px }
QMenu::separator { height: 1px; background: @divider; margin: 4px 8px }
QMenuBar { background: @window }
QMenuBar::item { padding: 4px 8px; border-radius: 4px }
QMenuBar::item:selected { background: @hover }
QToolBar { background: @window; border: none; border-bottom: {1b}px solid @divider; spacing: 4px;
  padding: {5k}px 8px }
QToolBar::separator { background: @divider; width: 1px; margin: 6px 8px }
QStatusBar { background: @window; border-top: {1b}px solid @divider; min-height: {24k}px }
QStatusBar::item { border: none }
QStatusBar QLabel { min-height: {22k}px }
QTabBar { background: transparent }
QTabBar::tab { padding: 0 10px; min-height: {38k}px; color: @text_2; background: transparent;
  border: none; border-bottom: 2px solid transparent; margin-right: 4px }
QTabBar::tab:hover { color: @text }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent }
QTabBar::tab:selected:focus { border: 2px solid @focus; border-radius: 4px; padding: 0 8px;
  min-height: {36k}px }
QTabBar::tab:disabled { color: @text_disabled }
QTabBar[strip="bottom"]::tab { min-height: {34k}px }
QTabBar[strip="bottom"]::tab:selected:focus { min-height: {32k}px }
QTabWidget::pane { border: none; border-top: {1b}px solid @divider }
QSplitter::handle { background: transparent }
QProgressBar { border: none; background: @divider; max-height: {2k}px; min-height: {2k}px }
QProgressBar::chunk { background: @focus }
"""

_VIEWS = """
QTreeView, QListView, QTableView, QTableWidget, QListWidget { background: @base; border: none;
  outline: none; selection-background-color: @selection; selection-color: @text }
QTreeView[surface="window"], QListView[surface="window"] { background: @window }
QListView[surface="transparent"] { background: transparent }
QTreeView { show-decoration-selected: 0 }
QTreeView::item:selected, QTreeView::branch:selected, QTreeView::item:hover,
QTreeView::branch:hover { background: transparent }
QTreeView::branch { background: transparent; border-image: none; image: none }
QTreeView::branch:has-children:closed { image: url(look:closed-%SCHEME%.svg) }
QTreeView::branch:has-children:open { image: url(look:open-%SCHEME%.svg) }
QTableView { gridline-color: @divider }
QTableView::item { padding: 0 4px; border: none; border-bottom: {1b}px solid @divider }
QTableView::item:selected { background: @selection; color: @text }
QTableView::item:selected:!active { background: @selection_inactive }
QTableView[frame="field"], QListView[frame="field"] { border: {1b}px solid @border_control;
  border-radius: 4px; background: @field }
QListView[frame="field"]::item { padding: 0 4px }
QListView[frame="field"]::item:selected { background: @selection }
QListView[frame="field"]::item:selected:!active { background: @selection_inactive }
QTableView QLineEdit, QTreeView QLineEdit, QListView QLineEdit { border: 2px solid @focus;
  border-radius: 3px; min-height: 0; padding: 0 2px }
QTableView QComboBox { min-height: 0 }
QHeaderView { background: transparent; border: none }
QHeaderView::section { background: transparent; color: @text_3; border: none;
  border-bottom: {1b}px solid @divider; padding: 0 7px; min-height: {23k}px;
  font-size: %SMALL_PIXELS%px }
QAbstractScrollArea::corner { background: transparent; border: none }
QScrollBar { background: transparent; border: none; margin: 0 }
QScrollBar:vertical { width: {12k}px }
QScrollBar:horizontal { height: {12k}px }
QScrollBar::handle { background: @scrollbar; border-radius: 3px }
QScrollBar::handle:vertical { margin: 2px {3k}px; min-height: 24px }
QScrollBar::handle:horizontal { margin: {3k}px 2px; min-width: 24px }
QScrollBar::handle:hover { background: @border_control }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QPlainTextEdit[frame="code"] { background: @base; border: none;
  selection-background-color: @selection; selection-color: @text }
"""

_LABELS = """
QLabel { background: transparent }
*[tone="text"] { color: @text }
*[tone="text_2"] { color: @text_2 }
*[tone="text_3"] { color: @text_3 }
*[tone="error"] { color: @error }
*[tone="warning"] { color: @warning }
*[tone="ok"] { color: @ok }
*[tone="accent_text"] { color: @accent_text }
QLabel[chip="true"] { border: {1b}px solid @divider; border-radius: 4px; background: @sunken;
  color: @text_2; padding: 0 6px; min-height: {20o}px; font-size: %SMALL_PIXELS%px }
QLabel[cap="true"] { border: {1b}px solid @border_raised; border-radius: 3px; padding: 0 4px }
QLabel:disabled { color: @text_disabled }
"""


def stylesheet(look: Look) -> str:
    """Return the style sheet of a look."""
    sheet = _FIELDS + _BUTTONS + _SURFACES + _VIEWS + _LABELS + _types(look)
    family = QFontInfo(look.font("code")).family()
    for name, value in (
        ("%CODE_FAMILY%", f'"{family}"'),
        ("%CODE_PIXELS%", str(look.font("code").pixelSize())),
        ("%SMALL_PIXELS%", str(look.font("small").pixelSize())),
        ("%SCHEME%", "dark" if look.dark else "light"),
        ("%END%", "left" if is_mirrored() else "right"),
    ):
        sheet = sheet.replace(name, value)
    return fill(sheet, look)


def fill(template: str, look: Look) -> str:
    """Return the template with its roles and lengths replaced."""
    borders = 2 * look.line_width
    around = {"k": 0, "o": borders, "q": 2 * _FOCUS, "t": borders + _TOOL_BUTTON_EXTRA}

    def value(found: re.Match[str]) -> str:
        role, number, unit = found.groups()
        if role:
            return str(getattr(look.scheme, role))
        if unit == "b":
            return str(look.line_width)
        return str(look.pixels(float(number)) - around[unit])

    return _PLACEHOLDER.sub(value, template)


def _types(look: Look) -> str:
    """Return one rule for each type style, for widgets whose property `type` names it."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    rules: list[str] = []
    for name, style in look.tokens.type.items():
        named = f'font-family: "{family}"; ' if style.family == "code" else ""
        pixels = look.font(name).pixelSize()
        rules.append(
            f'*[type="{name}"] {{ {named}font-size: {pixels}px; font-weight: {style.weight} }}'
        )
    return "\n".join(rules)
