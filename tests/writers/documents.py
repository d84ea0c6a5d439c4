"""Small documents for the writers to write."""

from gicat.schema import Catalogue, Column, Deadline, Document, Item, LegalBasis, Option, Place, Source, Text

SOURCE = Source(name="list.txt", format="text", sha256="0" * 64, bytes=1, gicat="0")


def item(name: str = "机构简介", **fields: object) -> Item:
    return Item(id="00000001", name=name, **fields)  # type: ignore[arg-type]


def document(*items: Item, **catalogue: object) -> Document:
    one = Catalogue(title="示例县水利局公开目录", agency="水利局", items=list(items), **catalogue)  # type: ignore[arg-type]
    return Document(source=SOURCE, catalogues=[one])


def full() -> Document:
    """A document with something in most fields."""
    place = Place(page=1, table=0, row=1, column=2, bbox=(1.0, 2.0, 3.5, 4.0))
    made = document(
        item(
            number="1",
            categories=["综合政务", "机构信息"],
            content="名称、地址\n电话",
            content_elements=["名称", "地址", "电话"],
            legal_basis=LegalBasis(text="《条例》"),
            publishers=["办公室", "各科室"],
            deadline=Deadline(text="20个工作日内"),
            channels=[
                Option(code="gov_website", label="政府网站", checked=True, mark="☑"),
                Option(label="其他", checked=True, mark="☑", note="公示栏"),
                Option(label="广播", checked=False, mark="□"),
                Option(label="电视"),
            ],
            printed={"channels": "☑政府网站 ☑其他：公示栏\n□广播 电视"},
            places={"name": [place]},
        ),
        item("部门职能", audiences=[Option(label="全社会", checked=True)]),
        columns=[Column(label=["公开事项"], field="name", places=[place])],
        preamble=[Text(text="说明", place=place)],
    )
    made.unplaced.append(Text(text="首页", place=place))
    return made
