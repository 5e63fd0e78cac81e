"""Words for people that remember what they were made of, so that any language can say them.

English is what they are, as texts; `editor.ui.language` says them in the window's language. A text
without parts needs no mark: it is known by itself, unless it is a part of another one.
"""

from collections.abc import Callable, Iterable, Sequence


class Worded(str):
    """An English text and what it was made of: a template, and what stands in its {0}, {1}, ….

    `amount` chooses among the plural forms of a language and takes the place of %n; None where
    nothing is counted. Parts that are worded themselves are translated, others are names or values.
    """

    __slots__ = ("amount", "parts", "template")

    template: str
    parts: tuple[object, ...]
    amount: int | None

    def __str__(self) -> str:
        """Return the text as it is, so that an exception that holds it gives it back whole."""
        return self


def worded(template: str, *parts: object) -> Worded:
    """Return a text with its parts filled in; without any, braces in it are braces."""
    text = Worded(template.format(*parts) if parts else template)
    text.template = template
    text.parts = parts
    text.amount = None
    return text


def counted(count: int, one: str, several: str, *parts: object) -> Worded:
    """Return one of two texts for a number of things; %n in them is the number."""
    template = one if count == 1 else several
    english = template.replace("%n", str(count))
    text = Worded(english.format(*parts) if parts else english)
    text.template = several
    text.parts = parts
    text.amount = count
    return text


def marked(text: str) -> Worded:
    """Return a text of a table so that it is translated as a part of another one as well."""
    return text if isinstance(text, Worded) else worded(text)


def changed(text: str, change: Callable[[str], str]) -> str:
    """Return a text after a change of the names and values in it, such as hiding secrets."""
    whole = change(text)
    if not isinstance(text, Worded) or text.amount is not None:
        return whole
    parts = (changed(one, change) if isinstance(one, str) else one for one in text.parts)
    again = worded(text.template, *parts)
    return again if again == whole else whole


def sentences(*texts: str) -> Worded:
    """Return texts one after the other, with a blank between; empty ones are left out."""
    return joined(" ", [marked(text) for text in texts if text])


def joined(glue: str, texts: Iterable[str]) -> Worded:
    """Return texts with something between them that is the same in all languages."""
    parts = tuple(texts)
    return worded(glue.join(f"{{{index}}}" for index in range(len(parts))), *parts)


def all_of(names: Sequence[str]) -> str:
    """Return names as a list that ends with “and”."""
    return worded("{0} and {1}", joined(", ", names[:-1]), names[-1]) if names[1:] else names[0]


def one_of(names: Sequence[str]) -> str:
    """Return names as a list that ends with “or”."""
    return worded("{0} or {1}", joined(", ", names[:-1]), names[-1]) if names[1:] else names[0]
