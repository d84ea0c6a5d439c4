"""Shared by the tests of groups V, X and C: findings of one rule in a text, and what a fix leaves of them."""

from __future__ import annotations

from gicat import schema
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.registry import rules
from tests.building import parsed

RULES = {rule.code: rule for rule in rules()}
HEAD = "| 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 监督电话 |"
CELLS = ("机构职能", "工作职责", "《政府信息公开条例》", "形成后5日内", "办公室", "☑政府网站 □政府公报", "0589-6601001")
_NAMES = ("name", "content", "basis", "deadline", "publisher", "channels", "phone")


def text(*rows: dict[str, str], title: str = "示例市水务局主动公开目录", before: str = "") -> str:
    """A catalogue as piped text; each row says which cells differ from the usual ones."""
    lines = [title, before, HEAD, "| --- | --- | --- | --- | --- | --- | --- |"]
    for row in rows:
        cells = [row.get(name, usual) for name, usual in zip(_NAMES, CELLS, strict=True)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(line for line in lines if line) + "\n"


def document(*rows: dict[str, str], title: str = "示例市水务局主动公开目录", before: str = "") -> schema.Document:
    """What gicat reads from `text`."""
    return parsed(text(*rows, title=title, before=before))


def found(code: str, given: schema.Document, context: Context | None = None) -> list[Finding]:
    """What a rule finds in a document."""
    rule = RULES[code]
    assert isinstance(rule, Rule)
    return list(rule.check(given, context or Context()))


def mended(code: str, given: schema.Document, context: Context | None = None) -> schema.Document:
    """A copy of a document after every fix of a rule, each applied twice; what had a fix is not found any more."""
    copy = given.model_copy(deep=True)
    fixable = [finding for finding in found(code, given, context) if finding.fix]
    assert fixable
    for finding in fixable * 2:
        assert finding.fix
        finding.fix.apply(copy)
    left = {finding.fingerprint for finding in found(code, copy, context)}
    assert not left & {finding.fingerprint for finding in fixable}
    assert schema.Document.model_validate(copy.model_dump()) == copy
    return copy
