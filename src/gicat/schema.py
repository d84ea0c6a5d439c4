"""The contract: what `gicat parse` prints, as pydantic models. `gicat schema` prints their JSON Schema.

Within 1.x fields are only added, never renamed, removed or given another meaning; a reader of the
JSON ignores what it does not know. The article numbers in the descriptions are those of
《政府信息公开条例》 (State Council Order 711, 2019).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_serializer,
)

SCHEMA_VERSION = "1.0"
SCHEMA_ID = "https://gicat.example/schema/1.0.json"

FieldName = Literal[
    "number", "categories", "name", "content", "legal_basis", "publishers", "responsible_units", "deadline",
    "channels", "forms", "audiences", "access_modes", "levels", "contacts", "extra",
]  # fmt: skip
Inheritance = Literal["span", "blank", "missing", "ditto", "default"]
DeadlineKind = Literal[
    "within", "annual", "simultaneous", "periodic", "prompt", "as_needed", "real_time", "standing", "ditto", "other"
]
DeadlineUnit = Literal["hour", "working_day", "day", "week", "month", "quarter", "year"]
Severity = Literal["error", "warning", "info"]


class Model(BaseModel):
    """Unknown keys are ignored, so that an older reader can read a newer 1.x document."""

    model_config = ConfigDict(extra="ignore", validate_by_name=True, validate_by_alias=True)


class Place(Model):
    """Where something is printed; keys without a value are left out."""

    model_config = ConfigDict(frozen=True)

    page: int | None = Field(None, description="Page, from 1.")
    table: int | None = Field(None, description="Recovered table, from 0; a table over several pages is one.")
    row: int | None = Field(None, description="Row of the recovered table, from 0, header rows included.")
    column: int | None = Field(None, description="Column of the recovered table, from 0.")
    line: int | None = Field(None, description="Line of a text file, from 1.")
    bbox: tuple[float, float, float, float] | None = Field(
        None, description="x0, top, x1, bottom in PDF points from the page's top left corner."
    )

    @model_serializer
    def _without_nulls(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if value is not None}


class Text(Model):
    """A printed text outside the items."""

    text: str = Field(description="As printed, breaks as line feeds.")
    place: Place = Field(default_factory=Place, description="Where it starts.")


class Column(Model):
    """A leaf column of the table."""

    label: list[str] = Field(description="Header labels from the group down to the leaf, white space removed.")
    field: FieldName | None = Field(None, description="The item field it feeds; null if it feeds `extra`.")
    option: str | None = Field(None, description="For a tick column: the option that a tick in it selects.")
    places: list[Place] = Field(default_factory=list, description="The header cells, one a label.")


class Option(Model):
    """One option of a checkbox list or one tick column (选项)."""

    code: str | None = Field(None, description="Code of the codelist; null for a label that is in none.")
    label: str = Field(description="As printed, white space removed.")
    checked: bool | None = Field(None, description="Ticked, not ticked, or null where the source does not tell.")
    mark: str | None = Field(None, description="The printed glyph that `checked` was read from.")
    note: str | None = Field(None, description="What was filled in: 其他：____, or words in a tick column.")


class Article(Model):
    """An article (条), its paragraph (款) and item (项)."""

    article: int = Field(description="第…条")
    paragraph: int | None = Field(None, description="第…款")
    item: int | None = Field(None, description="第（…）项")


class Citation(Model):
    """A cited instrument: what stands in 《》."""

    title: str = Field(description="Title without the outer 《》.")
    document_number: str | None = Field(None, description="The number in the bracket behind it, as printed.")
    articles: list[Article] = Field(default_factory=list, description="Articles named behind it.")


class LegalBasis(Model):
    """公开依据."""

    text: str = Field(description="As printed, white space between Han characters removed.")
    citations: list[Citation] = Field(default_factory=list)


class Term(Model):
    """One time limit; its `kind` says which of the other keys have a value."""

    kind: DeadlineKind
    amount: int | None = Field(None, description="How many units.")
    unit: DeadlineUnit | None = None
    event: str | None = Field(None, description="What the time runs from, as printed.")
    month: int | None = Field(None, description="Month of an annual date.")
    day: int | None = Field(None, description="Day of an annual date.")


class Deadline(Model):
    """公开时限 (条例 Art. 26, and Art. 49 for annual reports)."""

    text: str = Field(description="As printed, white space between Han characters removed.")
    terms: list[Term] = Field(default_factory=list)
    qualifiers: list[Literal["timely", "keep_updated"]] = Field(default_factory=list)


class Contact(Model):
    """A way to reach an office: 咨询及监督电话 and the like."""

    kind: Literal["phone", "fax", "email", "address", "website", "postcode"]
    value: str = Field(description="Phones with ASCII hyphens; the rest as printed.")
    label: str | None = Field(None, description="The bracket behind it.")
    purpose: str | None = Field(None, description="The word before it.")


class Extra(Model):
    """The cell of a column that has no field of its own."""

    label: list[str]
    text: str


class Item(Model):
    """One row of a catalogue: one kind of information an agency discloses (公开事项)."""

    id: str = Field(description="Stable: hash of categories, name and content, counted up for repeats.")
    number: str | None = Field(None, description="序号 as printed.")
    categories: list[str] = Field(default_factory=list, description="Outermost first, leading ordinals removed.")
    name: str | None = Field(None, description="The innermost level of the hierarchy.")
    content: str | None = Field(None, description="公开内容（要素）.")
    content_elements: list[str] = Field(default_factory=list, description="The elements where enumerated or listed.")
    legal_basis: LegalBasis | None = None
    publishers: list[str] = Field(default_factory=list, description="公开主体, one organisation each.")
    responsible_units: list[str] = Field(default_factory=list, description="公开责任, one organisation each.")
    deadline: Deadline | None = None
    channels: list[Option] = Field(default_factory=list, description="公开渠道和载体 (Arts. 23–25).")
    forms: list[Option] = Field(default_factory=list, description="Publication forms (公开形式).")
    audiences: list[Option] = Field(default_factory=list, description="公开对象.")
    access_modes: list[Option] = Field(default_factory=list, description="公开方式 (Art. 13).")
    levels: list[Option] = Field(default_factory=list, description="公开层级.")
    contacts: list[Contact] = Field(default_factory=list)
    extra: list[Extra] = Field(default_factory=list, description="Columns that have no field.")
    inherited: dict[FieldName, Inheritance] = Field(
        default_factory=dict, description="Fields whose value is not printed in this row, and why they have one."
    )
    printed: dict[FieldName, str] = Field(
        default_factory=dict,
        description="Field to its cell as printed, breaks as line feeds; several cells are separated by tabs.",
    )
    places: dict[FieldName, list[Place]] = Field(
        default_factory=dict,
        description="Field to where it is printed; entries with equal table, row and column are parts of one cell.",
    )


class Catalogue(Model):
    """One table of items under one title."""

    title: str | None = None
    region: str | None = Field(None, description="The area the title or agency names.")
    agency: str | None = Field(None, description="As printed in title or preamble, else the one publisher of all rows.")
    agency_source: Literal["title", "preamble", "publishers"] | None = None
    published: str | None = Field(None, description="ISO 8601, as precise as printed.")
    updated: str | None = Field(None, description="ISO 8601, as precise as printed.")
    preamble: list[Text] = Field(default_factory=list, description="Paragraphs and full-width rows before the rows.")
    notes: list[Text] = Field(default_factory=list, description="Paragraphs and full-width rows after the rows.")
    contacts: list[Contact] = Field(default_factory=list, description="Stated for the whole catalogue.")
    legal_basis: LegalBasis | None = Field(None, description="Stated for the whole catalogue.")
    legend: dict[str, Literal["required", "optional", "ticked", "unticked"]] = Field(
        default_factory=dict, description="What the document says its glyphs mean; does not change `checked`."
    )
    columns: list[Column] = Field(default_factory=list)
    items: list[Item] = Field(default_factory=list)


class Source(Model):
    """The file a document was made from."""

    name: str = Field(description="The file's name without its folder; `-` for standard input.")
    format: str | None = Field(None, description="docx, pdf, text …; null where none was recognised.")
    dialect: str | None = Field(None, description="The kind of text export.")
    engine: str | None = Field(None, description="The library that read it, where there is a choice.")
    encoding: str | None = Field(None, description="Text encoding.")
    sha256: str
    bytes: int
    pages: int | None = None
    gicat: str = Field(description="Version of gicat.")


class Words(Model):
    """A part of a message that is a phrase itself, in both languages."""

    en: str
    zh: str


class Diagnostic(Model):
    """Something a person should know about the reading; codes are never reused."""

    code: Annotated[str, Field(pattern=r"^[A-Z]\d{3}$")]
    severity: Severity
    message: str
    catalogue: int | None = Field(None, description="Index into `catalogues`.")
    item: int | None = Field(None, description="Index into the catalogue's `items`.")
    field: str | None = None
    place: Place = Field(default_factory=Place)
    certainty: Literal["direct", "inherited", "inferred"] = "direct"
    text: str | None = Field(None, description="The print it is about, where it is kept nowhere else.")
    details: dict[str, int | str | Words] = Field(
        default_factory=dict, description="What fills the code's message, so that it can be said in either language."
    )


class Document(Model):
    """What gicat makes of one file."""

    schema_version: str = Field(SCHEMA_VERSION, description="Version of this contract.", pattern=r"^1\.\d+$")
    source: Source
    catalogues: list[Catalogue] = Field(default_factory=list)
    unplaced: list[Text] = Field(default_factory=list, description="Printed text that belongs to no catalogue.")
    diagnostics: list[Diagnostic] = Field(default_factory=list)


class NotADocumentError(ValueError):
    """JSON that holds no document of this schema; the text says where and why.

    Attributes:
        version: its schema version, where that is one this gicat does not read.
    """

    def __init__(self, why: str, version: str | None = None) -> None:
        super().__init__(why)
        self.version = version


def from_json(data: bytes) -> list[Document]:
    """The documents of a JSON text in UTF-8: one object, or an array of them.

    Raises:
        NotADocumentError: for anything else.
    """
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    try:
        if text.startswith(b"["):
            return TypeAdapter(list[Document]).validate_json(text)
        return [Document.model_validate_json(text)]
    except ValidationError as error:
        mistakes = error.errors(include_url=False)
        first = next((m for m in mistakes if m["loc"][-1:] == ("schema_version",)), mistakes[0])
        version = str(first["input"]) if first["loc"][-1:] == ("schema_version",) else None
        raise NotADocumentError(
            ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"]))), version
        ) from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `Document`, as a plain dictionary."""
    schema = Document.model_json_schema(mode="validation")  # the other mode knows nothing of Place's keys
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}
