"""Cleaning rules written in Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, Protocol, TypeAlias

Finding: TypeAlias = (
    tuple[int, int, str] | tuple[int, int, str, Literal["applied", "suggested", "reported"]]
)
"""What a rule wants changed: ``text[start:end]`` becomes the replacement; with ``"suggested"`` a person should look
first, with ``"reported"`` there is no sure remedy and the replacement does not matter."""


class Rule(Protocol):
    """What ``clean(rules=[...])`` takes: anything with an ``id`` and an ``apply``."""

    @property
    def id(self) -> str:
        """What the ledger shows and ``skip=`` takes; none of the library's."""

    def apply(self, text: str) -> Iterable[Finding]:
        """What to change in a text. It is called with the text of each cue and of each metadata entry; positions count
        characters of ``text``, as Python indices do, and must not overlap."""


class OwnRule:
    """A rule made of a function; see ``rule``."""

    def __init__(self, id: str, apply: Callable[[str], Iterable[Finding]]) -> None:
        self.id = id
        self._apply = apply
        self.__doc__ = apply.__doc__

    def apply(self, text: str) -> Iterable[Finding]:
        """What the function finds in a text."""
        return self._apply(text)

    __call__ = apply

    def __repr__(self) -> str:
        return f"<OwnRule {self.id}>"


def rule(id: str) -> Callable[[Callable[[str], Iterable[Finding]]], OwnRule]:
    """Makes a function a cleaning rule.

    >>> import re
    >>> @rule("laughter")
    ... def laughter(text):
    ...     for found in re.finditer(r"\\[rires\\] ?", text):
    ...         yield found.start(), found.end(), ""
    >>> list(laughter("[rires] Oui."))
    [(0, 8, '')]
    """
    return lambda function: OwnRule(id, function)
