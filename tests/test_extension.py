"""A vocabulary of one's own: what it adds, where it counts and where not, and mistakes in it."""

from __future__ import annotations

import ast
import pickle
import threading
from pathlib import Path

import pytest

import gicat
from gicat import schema
from gicat.config import Config, load
from gicat.errors import UsageError
from gicat.grid import Printed
from gicat.lexicon import OPTION_FIELDS, lexicon, remembered, using
from gicat.lexicon.extension import CODELISTS, ROLES, Extension, ExtensionError, extension
from gicat.recognise.headers import header_of, leaf_of
from gicat.recognise.options import choices
from gicat.recognise.organisations import is_name, organisations
from gicat.rules.context import Context
from gicat.rules.registry import rules
from gicat.rules.run import Checks, check
from gicat.rules.selection import Selection

ROOT = Path(gicat.__file__).parent
OWN = extension({
    "headers": {"content": ["要点说明"], "extra": ["公开时限"], "categories": ["板块甲"], "name": ["条目"]},
    "options": {"channels": {"village_loudspeaker": ["大喇叭"], "gov_website": ["白鹭在线"]},
                "audiences": {"growers": ["种植户"]}},
    "organisations": ["白鹭湖管护联盟", "水利、水文联合体"],
})  # fmt: skip

LIST = """白鹭县水务局公开目录

| 板块甲 | 条目 | 要点说明 | 公开依据 | 公开主体 | 公开渠道 | 公开对象 |
| --- | --- | --- | --- | --- | --- | --- |
| 湿地 | 水位 | 每日水位 | 《政府信息公开条例》 | 水利、水文联合体 | ☑大喇叭 □白鹭在线 | 种植户 |
| 湿地 | 水质 | 每月水质 | 《政府信息公开条例》 | 水利、水文联合体 | ☑大喇叭 □白鹭在线 | 种植户 |
"""


def item(text: str = LIST, own: Extension | None = OWN) -> schema.Item:
    return gicat.parse(text.encode(), lexicon=own).catalogues[0].items[0]


def test_roles_are_fields_of_an_item() -> None:
    assert set(ROLES) <= set(schema.Item.model_fields)
    assert CODELISTS == OPTION_FIELDS


def test_headers_options_and_organisations_count_in_parsing() -> None:
    found = item()
    assert (found.categories, found.name, found.content) == (["湿地"], "水位", "每日水位")
    assert found.publishers == ["水利、水文联合体"]
    assert [(o.code, o.label, o.checked) for o in found.channels] == [
        ("village_loudspeaker", "大喇叭", True), ("gov_website", "白鹭在线", False),
    ]  # fmt: skip
    assert [(o.code, o.checked) for o in found.audiences] == [("growers", True)]


def test_without_it_nothing_of_it_is_known_before_and_after() -> None:
    before = item(own=None)
    item()
    assert item(own=None) == before
    assert before.content != "每日水位"
    assert {o.code for o in before.channels} == {None}
    assert organisations(Printed("水利、水文联合体")) == ("水利", "水文联合体")


def test_it_counts_inside_only_and_what_was_remembered_stays_apart() -> None:
    label, cell = "要点说明", Printed("大喇叭、白鹭在线")
    for _ in range(2):
        assert (header_of(label), leaf_of("种植户"), is_name("白鹭湖管护联盟")) == (None, None, False)
        usual = choices(cell)
        with using(OWN):
            header = header_of(label)
            assert header is not None and header.role == "content"
            assert (leaf_of("种植户"), is_name("白鹭湖管护联盟")) == ("audiences", True)
            assert organisations(Printed("白鹭湖管护联盟\n水利、水文联合体")) == ("白鹭湖管护联盟", "水利、水文联合体")
            assert lexicon().code("channels", "大喇叭") == "village_loudspeaker"
            with using(None):
                assert header_of(label) is None
        assert choices(cell) == usual


def test_its_meaning_of_a_known_label_counts() -> None:
    with using(OWN):
        header = header_of("公开时限")
        assert header is not None and header.role == "extra"
    header = header_of("公开时限")
    assert header is not None and header.role == "deadline"


def test_other_threads_do_not_see_it() -> None:
    seen: list[object] = []
    with using(OWN):
        thread = threading.Thread(target=lambda: seen.append(header_of("要点说明")))
        thread.start()
        thread.join()
    assert seen == [None]


def test_an_exception_ends_it() -> None:
    with pytest.raises(ZeroDivisionError), using(OWN):
        raise ZeroDivisionError
    assert header_of("要点说明") is None


def test_answers_are_remembered_for_each_vocabulary() -> None:
    asked: list[str] = []

    @remembered(maxsize=8)
    def ask(word: str) -> bool:
        asked.append(word)
        return word in lexicon().headers

    for _ in range(2):
        assert not ask("要点说明")
        with using(OWN):
            assert ask("要点说明")
        with using(Extension(headers=(("别的", "content"),))):
            assert not ask("要点说明")
    assert len(asked) == 3


def test_it_travels_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(OWN)) == OWN
    assert hash(OWN) == hash(pickle.loads(pickle.dumps(OWN)))


@pytest.mark.parametrize("isolated", [False, True])
def test_rules_know_its_words_too(isolated: bool) -> None:
    """X003 tells of options in no codelist, X006 of rows without the website; JSON of it stays checkable without it."""
    own = None if isolated else OWN
    checks = Checks(rules(), Selection(("X003", "X006")), Context(), own)
    read = schema.from_json(gicat.write(gicat.parse(LIST.encode(), lexicon=own)).encode())
    (found,) = check([("list.txt", read[0])], checks)
    assert {f.quote for f in found if f.code == "X003"} == ({"大喇叭", "白鹭在线"} if isolated else set())
    (again,) = check([("list.txt", gicat.parse(LIST.encode(), lexicon=OWN))], Checks(rules(), Selection(), Context()))
    assert "X003" not in {f.code for f in again}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[lexicon]\nheader = {}\n', "2: lexicon.header: no such key; did you mean headers?"),
        ('[lexicon.headers]\ncontents = ["要点"]\n', "2: lexicon.headers.contents: no such key; did you mean content?"),
        ('[lexicon.headers]\ncontent = "要点"\n', "2: lexicon.headers.content: must be a list of texts"),
        ('[lexicon.headers]\ncontent = [" "]\n', "2: lexicon.headers.content: has a text without any letter"),
        ('[lexicon.headers]\ncontent = ["要点"]\ndeadline = ["要 点"]\n',
         "3: lexicon.headers.deadline: '要 点' stands"),
        ('[lexicon.options]\nchannel = {}\n', "2: lexicon.options.channel: no such key; did you mean channels?"),
        ('[lexicon.options.channels]\n"Web-1" = ["白鹭在线"]\n',
         "2: lexicon.options.channels.Web-1: a code is made of"),
        ('[lexicon.options.channels]\na = ["甲乙"]\nb = ["甲乙"]\n', "3: lexicon.options.channels.b: '甲乙' stands"),
        ('[lexicon]\nheaders = ["要点"]\n', "2: lexicon.headers: must be a table"),
        ('[lexicon]\norganisations = "联盟"\n', "2: lexicon.organisations: must be a list of texts"),
        ('[lexicon]\norganisations = ["盟"]\n', "2: lexicon.organisations: '盟' is too short"),
        ("lexicon = 3\n", "1: lexicon: must be a table"),
    ],
)  # fmt: skip
def test_mistakes_name_file_line_and_key(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "gicat.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}:{says}")


def test_a_file_of_settings_gives_one_or_none(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.gicat.lexicon.headers]\ncontent = ["要点说明"]\n', encoding="utf-8")
    assert load(path).extension() == Extension(headers=(("要点说明", "content"),))
    path.write_text("[tool.gicat]\nlexicon = {headers = {content = 1}}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"toml:2: lexicon.headers.content: must be a list"):
        load(path)
    assert Config().extension() is None


def test_the_error_itself_names_its_key() -> None:
    with pytest.raises(ExtensionError, match=r"^options.levels: must be a table$"):
        extension({"options": {"levels": []}})


def _functions() -> dict[tuple[str, str], tuple[set[str], set[tuple[str, str]]]]:
    """Module and name of every function of gicat: its decorators, and the functions that it names."""
    found: dict[tuple[str, str], tuple[set[str], set[tuple[str, str]]]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        meant = {function.name: (module, function.name) for function in functions}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                meant |= {name.asname or name.name: (node.module, name.name) for name in node.names}
        for function in functions:
            names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            decorators = {ast.unparse(each).partition("(")[0] for each in function.decorator_list}
            found[module, function.name] = (decorators, {meant[name] for name in names if name in meant})
    return found


def test_nothing_that_asks_the_vocabulary_is_remembered_for_all_of_them() -> None:
    """`functools.lru_cache` would keep an answer under one vocabulary for the others; `remembered` does not."""
    functions = _functions()
    asking = {("gicat.lexicon", "lexicon")}
    while more := {at for at, (_, named) in functions.items() if named & asking and at not in asking}:
        asking |= more
    cached = {at for at in asking if at in functions and functions[at][0] & {"lru_cache", "cache"}}
    assert cached == set()
    assert ("gicat.recognise.headers", "header_of") in asking
