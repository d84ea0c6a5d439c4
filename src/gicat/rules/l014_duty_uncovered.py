"""L014: kinds of information that Arts. 20 and 21 ask for, and no item has."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding
from gicat.rules.context import Context
from gicat.rules.coverage import Coverage, Covered, coverages
from gicat.rules.f006_required_item_missing import REQUIRED
from gicat.rules.facts import family, of_one_domain
from gicat.rules.law import Authority, LawRule, han

__all__ = ["DutyUncovered"]

_GOVERNMENTS = ("government", "government_office", "township")
_WHOLE = ("list", "basic", "matters")


class DutyUncovered(LawRule):
    """The catalogue has no item for some kinds of information that the law asks for.

    ## What it checks

    Each item (项) of 条例 Art. 20 is met by an item of the catalogue: by its name, category or content. So is, in the
    catalogue of a government, each matter of Art. 21 that binds governments of its level. One note for a body,
    listing what is missing; `gicat coverage` shows what is there.

    ## Why

    Art. 20 lists what every body publishes, Art. 21 what cities, counties and towns publish besides. Whether a body
    has anything of a kind depends on its functions, so this is a note: to think about, not to mend.

    ## Known exceptions

    Catalogues of one domain (…领域标准目录), and tables that are neither a 清单, 基本目录 or 事项目录 nor list guide,
    catalogue or annual report: they are not for a whole body. Art. 20 (15) cannot be judged.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务领域基层政务公开标准目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 供水服务 | 水质公告 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None; `profile.issuer` and `[facts]` in gicat.toml say what kind of body the issuer is.

    ## Source

    条例 Arts. 20, 21.
    """

    code = "L014"
    name = "duty-uncovered"
    severity = Severity.INFO
    title = Phrase(
        "kinds of information of Arts. 20 and 21 without an item", "未涵盖条例第二十条、第二十一条的部分内容"
    )
    authorities = (Authority("cn.sc.711.2019", "第二十条、第二十一条"),)

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a body."""
        for coverage in coverages(document, context.profile):
            articles = (20, 21) if coverage.issuer.value in _GOVERNMENTS else (20,)
            missing = [each for each in coverage.duties if each.duty.article in articles and each.state == "missing"]
            if missing and _of_whole_body(document, coverage, context):
                yield self._finding(document, coverage, missing)

    def _finding(self, document: schema.Document, coverage: Coverage, missing: list[Covered]) -> Finding:
        head = coverage.catalogues[0]
        numbers = [each.duty.item for each in missing if each.duty.item]
        matters = [each.duty for each in missing if each.duty.matter]
        parts_en = ["Art. 20 " + " ".join(f"({number})" for number in numbers)] if numbers else []
        parts_en += ["Art. 21: " + ", ".join(duty.en for duty in matters)] if matters else []
        parts_zh = ["第二十条" + "".join(f"（{han(number)}）" for number in numbers) + "项"] if numbers else []
        parts_zh += ["第二十一条：" + "、".join(duty.zh for duty in matters)] if matters else []
        return self.found(
            Phrase(f"no item for {'; '.join(parts_en)}", f"未涵盖条例{'；'.join(parts_zh)}"),
            Phrase(
                "add items for what the body has; `gicat coverage` shows what is asked and what is covered",
                "请按本机关职责补充相应事项；可用 gicat coverage 查看各项内容和涵盖情况",
            ),
            catalogue=head,
            quote=document.catalogues[head].title or "",
        )


def _of_whole_body(document: schema.Document, coverage: Coverage, context: Context) -> bool:
    """Whether catalogues of a body list all that it publishes."""
    own = [document.catalogues[index] for index in coverage.catalogues]
    if any(of_one_domain(catalogue) for catalogue in own):
        return False
    told = {each.duty.topic for each in coverage.duties if each.state == "listed"}
    return any(family(catalogue, context.profile).value in _WHOLE for catalogue in own) or bool(told & set(REQUIRED))
