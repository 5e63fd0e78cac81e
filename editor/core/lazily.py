"""An attribute that is computed when it is first asked for, without making other threads wait.

`functools.cached_property` of Python 3.11 has one lock for all objects of a class: while one thread
works out the problems of a document, another could not ask for those of any other document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

_Found = TypeVar("_Found")


class lazy(Generic[_Found]):  # noqa: N801  (it is used like `property`)
    """A property that remembers what it returned; two threads that ask at once both compute it."""

    def __init__(self, function: Callable[..., _Found]) -> None:
        """Compute with a method that takes the object alone."""
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type[object], name: str) -> None:
        """Learn under which name the object remembers."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[object]) -> _Found: ...

    def __get__(self, instance: object | None, owner: type[object]) -> Self | _Found:
        """Return what the method returns; from then on Python finds it in the object itself."""
        if instance is None:
            return self
        found = self._function(instance)
        instance.__dict__[self._name] = found
        return found
