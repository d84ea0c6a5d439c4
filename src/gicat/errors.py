"""The exceptions of gicat: each means that nothing at all can be delivered.

What a file's content causes (damage, encryption, no text) is a diagnostic, not an exception: the
pipeline answers with a Document whose `catalogues` are empty. These classes are for the caller's
own mistakes, which the command line turns into exit code 2.
"""


class GicatError(Exception):
    """Something that the caller asked for cannot be done; the text is one line for a person."""


class UsageError(GicatError):
    """An argument or option that makes no sense: unknown format, bad page range, a directory."""


class OutputError(GicatError):
    """A result that could not be written where it was asked for."""


class UnreadableError(GicatError):
    """No block of a file could be read.

    Readers raise it with the diagnostic code that says why; the pipeline turns it into a Document
    with that diagnostic, so it never reaches a caller of the public API.

    Attributes:
        code: a code of group R, see `gicat.diagnostics.CODES`.
        details: what fills the placeholders of the code's message.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
