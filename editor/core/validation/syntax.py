"""The first layer of the verdict: can LibreChat read the text, and is there anything in it?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.reading import Reading, TooManyValues, read
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.wording import worded

if TYPE_CHECKING:
    from editor.core.yaml.cursor import YamlError

_PLAIN_WORDS = {
    "bad indentation of a mapping entry": (
        "This line does not fit the lines above it. Indent it like its neighbours; "
        "if the line holds a text with a colon and a blank, put the text in quotes."
    ),
    "bad indentation of a sequence entry": (
        "This line does not fit the list above it. Start it with “- ” at the list's column, "
        "or indent it below the item it belongs to."
    ),
    "duplicated mapping key": (
        "This key stands here a second time. Remove one of the two, or rename it."
    ),
    "tab characters must not be used in indentation": (
        "A tab indents this line. YAML takes only blanks there: replace the tab."
    ),
    "expected a single document in the stream, but found more": (
        "The file holds more than one document. Remove the line “---” between them."
    ),
    "end of the stream or a document separator is expected": (
        "The text goes on where the document has already ended. Check the indentation of this "
        "line and of the one above, and that no bracket or quote is left over."
    ),
    "can not read an implicit mapping pair; a colon is missed": (
        "A colon is missing behind this key. Write “key: value”."
    ),
    "can not read a block mapping entry; a multiline key may not be an implicit key": (
        "A colon is missing in the lines above: this key runs over several lines. "
        "Write each pair as “key: value” on its own line."
    ),
    "incomplete explicit mapping pair; a key node is missed; "
    "or followed by a non-tabulated empty line": (
        "A colon stands here without a key. Write the key before it."
    ),
    "a whitespace character is expected after the key-value separator within a block mapping": (
        "Put a blank behind the colon."
    ),
    "missed comma between flow collection entries": (
        "A comma or a closing bracket is missing here, or a text with braces needs quotes."
    ),
    "expected the node content, but found ','": "A value is missing before this comma.",
    "unexpected end of the stream within a flow collection": (
        "A bracket is opened and never closed. Add the missing “]” or “}”, "
        "or put the text in quotes."
    ),
    "unexpected end of the stream within a double quoted scalar": (
        'A quote is opened and never closed. Add the missing ".'
    ),
    "unexpected end of the stream within a single quoted scalar": (
        "A quote is opened and never closed. Add the missing '; "
        "an apostrophe inside is written twice."
    ),
    "unknown escape sequence": (
        "A backslash in double quotes starts an escape, and this is none. "
        "Double the backslash, or use single quotes."
    ),
    "expected hexadecimal character": (
        "Hexadecimal digits must follow this escape. Complete them, or double the backslash."
    ),
    "alias node should not have any properties": (
        "An alias (*name) cannot carry an anchor or a tag. Remove one of the two."
    ),
    "cannot merge mappings; the provided source object is unacceptable": (
        "A merge (<<) takes a mapping or a list of mappings. Name one behind it."
    ),
    "the stream contains non-printable characters": (
        "The text holds a control character that YAML forbids. Remove it."
    ),
    "expected valid JSON character": (
        "The quoted text holds a control character. Remove it, or write it as an escape."
    ),
    "null byte is not allowed in input": (
        "The text holds a zero byte, so it is no plain text. Save the file as UTF-8 text."
    ),
    "missing indentation for block scalar": (
        "The lines of this text block must be indented. Indent them."
    ),
    "a line break is expected": (
        "Nothing but a comment may follow “|” or “>”. Put the text on the next line."
    ),
    "directives end mark is expected": (
        "A line with “---” must follow the lines that start with %. Add it, "
        "or quote a value that starts with %."
    ),
}
"""What js-yaml's reasons mean to a person, for the common ones."""

_PLAIN_BEGINNINGS = {
    "unidentified alias": "No anchor above has this name. Correct the name, or write the value.",
    "unknown tag": "LibreChat knows no such tag. Remove it.",
    "nesting exceeded": "The text is nested more than 100 levels deep. Flatten it.",
    "merge keys exceeded": "The merges (<<) copy more than 10,000 keys. Use fewer.",
    "undeclared tag handle": (
        "No such tag is declared. Remove it, or quote a value that starts with !."
    ),
}


_BARE_WORDS = re.compile(r"[ \t]*(?P<words>[^\W\d_][\w',.-]*(?: [\w(][^:#\[\]{}\"]*)+)[ \t]*")
_LINES_LOOKED_AT = 4


def syntax_findings(reading: Reading, place: str, text: str = "") -> tuple[Finding, ...]:
    """Return the one error that keeps the text from being read, if there is one.

    `place` is `(line:column)` as js-yaml writes it into its message, or empty.
    """
    error = reading.error
    if isinstance(error, TooManyValues):
        message = (
            "Aliases repeat their content so often, or contain themselves, that LibreChat would "
            "run out of memory. Write the values out, or use fewer aliases."
        )
        return (_finding(Code.ENDLESS_ALIASES, message, None),)
    if error is not None:
        server_message = f"{error.reason} {place}".rstrip()
        words = _bare_comment(text, error) or plain_words(error)
        return (_finding(Code.SYNTAX, words, server_message),)
    if not reading.config and not isinstance(reading.config, dict | list):
        message = (
            "The file holds no settings, so LibreChat runs without them. "
            "Write at least a “version” and “endpoints”."
        )
        return (_finding(Code.EMPTY_FILE, message, None),)
    return ()


def _bare_comment(text: str, error: YamlError) -> str | None:
    """Return what to do about words that can be read as soon as they are a comment, if they are it.

    Helm charts and examples that were uncommented line by line have such lines.
    """
    if error.offset is None:
        return None
    lines = text[: error.offset].splitlines(keepends=True) or [""]
    lines[-1] = (text[error.offset - len(lines[-1]) :].splitlines() or [""])[0]
    for number in range(len(lines), max(len(lines) - _LINES_LOOKED_AT, 0), -1):
        found = _BARE_WORDS.fullmatch(lines[number - 1].rstrip("\r\n"))
        if found is None:
            continue
        start = sum(map(len, lines[: number - 1])) + found.start("words")
        after = read(f"{text[:start]}# {text[start:]}").error
        if after is None or (after.offset or 0) > error.offset + 2:
            return worded(
                "Line {0}, “{1}”, looks like a comment without its #. Put a # before it.",
                number,
                found["words"],
            )
    return None


def wrapping_findings(reading: Reading) -> tuple[Finding, ...]:
    """Return a warning when the config is a text within the file, as some Helm charts write it."""
    tree = reading.tree
    if tree is None or not isinstance(tree.value, str) or isinstance(reading.config, str):
        return ()
    message = (
        "The file holds one text, and the config is in that text. LibreChat reads it a second "
        "time; this editor edits it only in the source. Remove the line before the config and "
        "the indentation, as a Helm chart's template may have added them."
    )
    finding = _finding(Code.WRAPPED_FILE, message, None)
    return (replace(finding, severity=Severity.WARNING, origin=Origin.ADVICE, reported=False),)


def _finding(code: Code, message: str, server_message: str | None) -> Finding:
    return Finding(
        code=code,
        origin=Origin.YAML,
        severity=Severity.ERROR,
        message=message,
        server_message=server_message,
        path=(),
        reported=True,
    )


def plain_words(error: YamlError) -> str:
    """Return what a syntax error means and what to do about it."""
    known = _PLAIN_WORDS.get(error.reason)
    if known is not None:
        return known
    for beginning, words in _PLAIN_BEGINNINGS.items():
        if error.reason.startswith(beginning):
            return words
    return worded(
        "The text is no YAML here: {0}. Correct it, or put the value in quotes.", error.reason
    )
