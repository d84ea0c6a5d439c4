"""L008: budgets and final accounts are not published within 20 days of their approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.recognise.deadlines import Term
from gicat.rules.base import Finding, Fix
from gicat.rules.context import Context
from gicat.rules.facts import issuer
from gicat.rules.law import Authority, LawRule
from gicat.rules.lengths import surely_longer
from gicat.rules.printed_text import PrintedCell
from gicat.rules.rewriting import rewrite
from gicat.rules.statutory import concerned, concerns, limit, limit_length, limits, names_any, term_length, terms
from gicat.text import squeeze

__all__ = ["BudgetDeadline"]

Judged = tuple[Severity, Phrase]

_DAYS = 20
_GOVERNMENTS = ("government", "township")
_TOWN = "township"
_DEPARTMENTS = ("department", "government_office", "subdistrict", "vertical_agency")
_NO_LIMIT = {"prompt", "as_needed", "periodic", "annual", "standing"}


class BudgetDeadline(LawRule):
    """A budget or final account is due later than 20 days after its approval, or from another event.

    ## What it checks

    Items for budgets, final accounts and 三公 expenses say 批复后20日内 or 批准后20日内. A limit that is surely
    longer is an error: 20个工作日 last at least 23 calendar days. Another event, a vague time, or the approval of the
    wrong body is a warning: the finance office approves the budgets of departments (财政批复), the congress that of
    the government (人大批准). A stricter limit is a note.

    ## Why

    预算法 Art. 14 wants budgets and final accounts published within 20 days, calendar days, of their approval. 条例
    Art. 26 gives way to it, being the general rule.

    ## Known exceptions

    Performance (预算绩效), procurement, project and village budgets, rules about budgets and their execution are
    other things. Companies, schools and hospitals are left alone. Finance offices publish both kinds of budget.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《预算法》 | 自信息形成或者变更之日起20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《预算法》 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Options

    None; `profile.issuer` and `[facts]` in gicat.toml say what kind of body the issuer is.

    ## Source

    《中华人民共和国预算法》 Art. 14; 《中华人民共和国预算法实施条例》 (国务院令第729号) Art. 6.
    """

    code = "L008"
    name = "budget-deadline"
    severity = Severity.ERROR
    title = Phrase("budget not due within 20 days of its approval", "预决算公开时限与预算法不符")
    fixable = "unsafe"
    authorities = (Authority("cn.npc.budget", "第十四条"), Authority("cn.sc.729.2020", "第六条"))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell, where in concerned(document, limit(self.code), "deadline", context.profile):
            kind = issuer(document.catalogues[where["catalogue"]], context.profile).value
            if kind not in (*_GOVERNMENTS, *_DEPARTMENTS):
                continue
            item = where["within"]
            judged = _judged(item, kind, document.catalogues[where["catalogue"]].agency or "")
            if judged is None:
                continue
            severity, message = judged
            proper = _proper(item, kind)
            yield self.found(
                message,
                _advice(proper, severity),
                severity=severity,
                quote=item.printed.get("deadline") or (item.deadline.text if item.deadline else ""),
                fix=None if severity is Severity.INFO else _fix(document, cell, proper, context),
                **where,
            )


def _advice(proper: str, severity: Severity) -> Phrase:
    """What the cell should read; a stricter limit may stay."""
    if severity is Severity.INFO:
        kept = f"可以保留；预算法第十四条规定的期限为“{proper}”"
        return Phrase(f"a stricter limit may stay; 预算法 Art. 14 asks for {proper}", kept)
    return Phrase(f"write {proper} (预算法 Art. 14)", f"请写作“{proper}”（预算法第十四条）")


def _approval() -> Mapping[str, Any]:
    entry: Mapping[str, Any] = vocabulary("statute")["approval"]
    return entry


def _judged(item: schema.Item, kind: str, agency: str) -> Judged | None:
    """How bad the deadline of a budget is, and why; None where it is that of the law."""
    given = limits(item)
    shown = squeeze(item.deadline.text) if item.deadline else ""
    if not given:
        vague = {term.kind for term in terms(item)}
        message = _without_limit(shown) if names_any(_approval()["words"], shown) else _not_from_approval(shown)
        return (Severity.WARNING, message) if vague and vague <= _NO_LIMIT else None
    judged = [_judged_term(term, shown, item, kind, agency) for term in given]
    return None if None in judged else judged[0]


def _judged_term(term: Term, shown: str, item: schema.Item, kind: str, agency: str) -> Judged | None:
    lasts, allowed = term_length(term), limit_length("L008")
    approved = names_any(_approval()["words"], term.event or "")
    if surely_longer(lasts, allowed):
        return Severity.ERROR, Phrase(
            f"“{shown}” is longer than 20 days after approval: at least {lasts.least} calendar days",
            f"“{shown}”至少{lasts.least}个自然日，长于预算法规定的批准（批复）后20日",
        )
    if lasts.longest > allowed.longest:
        return Severity.WARNING, Phrase(
            f"“{shown}” may be longer than 20 days: up to {lasts.longest} calendar days and holidays",
            f"“{shown}”可达{lasts.longest}个自然日以上，可能长于20日",
        )
    if approved and _of_another(term.event or "", item, kind, agency):
        return Severity.WARNING, Phrase(
            f"“{shown}” counts from the approval of another body", f"“{shown}”的批准（批复）机关有误"
        )
    if lasts.longest < allowed.longest:
        return Severity.INFO, Phrase(
            f"“{shown}” is stricter than 预算法 asks", f"“{shown}”严于预算法规定的批准（批复）后20日内"
        )
    return None if approved else (Severity.WARNING, _not_from_approval(shown))


def _not_from_approval(shown: str) -> Phrase:
    return Phrase(f"“{shown}” does not count from the approval", f"“{shown}”未自批准（批复）之日起算")


def _without_limit(shown: str) -> Phrase:
    return Phrase(f"“{shown}” gives no 20 days", f"“{shown}”未写明20日的期限")


def _of_another(event: str, item: schema.Item, kind: str, agency: str) -> bool:
    """Whether an approval is not the one that the budget of such a body needs."""
    words = _approval()
    congress, finance = names_any(words["congress"], event), names_any(words["finance"], event)
    if congress == finance or names_any(words["finance"], agency + "".join(item.publishers)):
        return False
    if kind in _DEPARTMENTS:
        return congress
    return finance and _whole(item)


def _whole(item: schema.Item) -> bool:
    """Whether an item is about the budget of a whole government."""
    return names_any(_approval()["whole"], f"{item.name}{item.content}") and "部门" not in (item.name or "")


def _proper(item: schema.Item, kind: str) -> str:
    if kind in _GOVERNMENTS and _whole(item):
        return f"本级人民代表大会或其常务委员会批准后{_DAYS}日内"
    if kind == _TOWN:
        return f"批准（批复）后{_DAYS}日内"  # whether a congress or the county's finance bureau approves differs
    return f"财政部门批复后{_DAYS}日内"


def _fix(document: schema.Document, cell: PrintedCell, proper: str, context: Context) -> Fix | None:
    """Writes the deadline of the law into the cell, if all items that share it are budgets."""
    items = document.catalogues[cell.catalogue].items
    if not all(concerns(limit("L008"), items[index], context.profile) for index in cell.sharers):
        return None
    return Fix(rewrite(cell, lambda _: proper), False, squeeze(cell.text), proper)
