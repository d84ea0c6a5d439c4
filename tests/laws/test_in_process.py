"""One catalogue in every format that is printed in this process: DOCX in every checkbox encoding, and text exports."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.laws import EXAMPLES
from tests.laws.formats import FORMATS, GLYPHS, LETTERS, docx_in_structure
from tests.laws.law import broken
from tests.rendering import ENCODINGS, Structure
from tests.rendering.strategy import cases

LAW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
TEXTS = [name for name, form in FORMATS.items() if form.boxes == tuple(GLYPHS)]
STRUCTURES = st.builds(Structure, *[st.booleans()] * 8)


@LAW
@given(data=st.data())
def test_docx(data: st.DataObject) -> None:
    boxes, structure = data.draw(st.sampled_from(list(ENCODINGS))), data.draw(STRUCTURES)
    case = data.draw(cases())
    docx = docx_in_structure(case, boxes, structure)
    assert broken(case, FORMATS["DOCX"].losses, "list.docx", docx) == []


@LAW
@given(data=st.data())
def test_text_exports(data: st.DataObject) -> None:
    boxes = data.draw(st.sampled_from(list(GLYPHS)))
    case = data.draw(cases(codelisted=boxes in LETTERS))
    found = {
        name: wrong
        for name in TEXTS
        if (
            wrong := broken(case, FORMATS[name].losses, "list" + FORMATS[name].suffix, FORMATS[name].write(case, boxes))
        )
    }
    assert found == {}
