"""What mondegreen raises beside OSError."""


class Error(ValueError):
    """A call that cannot mean anything, or, with ``strict=True``, damaged input.

    Bad text as such is never an error: it is read as well as can be, and ``Transcript.diagnostics`` tells what was odd.
    Files that cannot be read or written raise OSError and its subclasses, as everywhere in Python.
    """

    code: str
    """What was wrong: ``unknown_format``, ``unknown_encoding``, ``unknown_language``, ``unknown_rule``,
    ``cannot_read``, ``cannot_write``, ``refused`` (damaged input, with ``strict=True``) or ``bad_option``."""

    def __init__(self, message: str, code: str = "bad_option") -> None:
        super().__init__(message)
        self.code = code
