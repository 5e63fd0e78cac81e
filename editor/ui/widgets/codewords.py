"""Sentences in which backticks set off code: without them, or with the code in its font."""

import html
import re

from PySide6.QtGui import QFontDatabase

_CODE = re.compile(r"`([^`]+)`")


def plain_words(sentence: str) -> str:
    """Return a sentence without its backticks, for places with one font."""
    return _CODE.sub(r"\1", sentence)


def rich_words(sentence: str) -> str:
    """Return a sentence as rich text, its code in the system's font for code."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    code = rf'<span style="font-family:\'{html.escape(family)}\'">\1</span>'
    return _CODE.sub(code, html.escape(sentence, quote=False)).replace("\n", "<br>")
