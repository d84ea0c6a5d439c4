"""V010: one column written in two styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.excerpts import elided, ending
from gicat.rules.printed_text import TEXT_FIELDS, PrintedCell, catalogue_cells, outside
from gicat.rules.rewriting import rewrite
from gicat.rules.styles import enumerator_style, half_width, restyled, undangled, widened

__all__ = ["StyleDrift"]

_WIDEN = Phrase("use full-width punctuation between Han characters", "汉字之间请使用全角标点")
_FULL_STOP = Phrase("complete the sentence or remove the comma", "请补全内容或删去末尾标点")

_SHOWN = 12
"""Characters of the end of a text that are shown at least."""


class StyleDrift(Rule):
    """One column is written in several styles.

    ## What it checks

    Within one column, enumerations are numbered one way (1. or 1、 or （1）); punctuation between Han characters is
    full-width; no cell and no paragraph ends in a comma. A cell that differs from the rest of its column is
    reported by itself; a column that is written half-width throughout is reported once, at its first cell.

    ## Why

    A uniform column is easier to read, to compare and to search; the standard for official documents wants
    full-width punctuation in Chinese text.

    ## Known exceptions

    Punctuation next to Latin letters, digits or addresses keeps its width. Two styles of numbering that are equally
    frequent are left alone.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责,工作规则 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    | 机构设置 | 科室名称，工作职责 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    | 人事任免 | 任免文件，任前公示 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责，工作规则 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    | 机构设置 | 科室名称，工作职责 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    GB/T 15834-2011 (标点符号用法), 5; GB/T 9704-2012.
    """

    code = "V010"
    name = "style-drift"
    severity = Severity.INFO
    title = Phrase("style changes within a column", "同一列书写格式不一致")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for text in outside(document):
            if text.text.rstrip().endswith(("，", "、")):
                end = ending(text.text.rstrip(), _SHOWN)
                shown = elided(end, text.text)
                yield self.found(
                    Phrase(f"the paragraph ends in a comma: “{shown}”", f"段落以逗号或顿号结尾：“{shown}”"),
                    _FULL_STOP,
                    catalogue=text.catalogue,
                    places=(text.place_at(len(text.text.rstrip())),),
                    quote=end,
                    fix=Fix(text.rewrite(undangled), True, end, undangled(end)),
                )
        for number in range(len(document.catalogues)):
            for field in TEXT_FIELDS:
                column = catalogue_cells(document, number, field)
                yield from self._widths(column)
                yield from self._enumerators(column)
                yield from self._dangling(column)

    def _widths(self, column: Sequence[PrintedCell]) -> Iterator[Finding]:
        half = [(cell, quote) for cell in column if (quote := half_width(cell.text))]
        full = sum(1 for cell in column if re.search("[，：；（）]", cell.text))
        if len(half) > full:
            message = Phrase(
                f"{len(half)} cells of this column have half-width punctuation between Han characters",
                f"本列有{len(half)}个单元格在汉字间使用半角标点",
            )
            yield self._finding(_Slip(message, _WIDEN, half[0][1], widened), [cell for cell, _ in half])
            return
        for cell, quote in half:
            shown = elided(quote, cell.text)
            message = Phrase(f"“{shown}” is half-width, unlike its column", f"“{shown}”使用半角标点，与本列不一致")
            yield self._finding(_Slip(message, _WIDEN, quote, widened), [cell])

    def _enumerators(self, column: Sequence[PrintedCell]) -> Iterator[Finding]:
        styles = [(cell, style) for cell in column if (style := enumerator_style(cell.text))]
        counted = Counter(style for _, style in styles).most_common(2)
        if len(counted) < 2 or counted[0][1] == counted[1][1]:
            return
        usual = counted[0][0]
        for cell, style in styles:
            if style != usual:
                message = Phrase(
                    f"numbered “{style}”, the column is numbered “{usual}”", f"序号写作“{style}”，本列其他为“{usual}”"
                )
                advice = Phrase(f"number it “{usual}”", f"请统一为“{usual}”")
                yield self._finding(_Slip(message, advice, style.strip(), restyled(usual)), [cell])

    def _dangling(self, column: Sequence[PrintedCell]) -> Iterator[Finding]:
        for cell in column:
            text = cell.text.rstrip()
            if text.endswith(("，", "、", ",")):
                end = ending(text, _SHOWN)
                shown = elided(end, text)
                message = Phrase(f"the cell ends in a comma: “{shown}”", f"单元格以逗号或顿号结尾：“{shown}”")
                yield self._finding(_Slip(message, _FULL_STOP, end, undangled), [cell])

    def _finding(self, slip: _Slip, having: Sequence[PrintedCell]) -> Finding:
        applied = [rewrite(cell, slip.change) for cell in having]

        def apply(document: schema.Document) -> None:
            for each in applied:
                each(document)

        where = having[0].where
        where["places"] = [place for cell in having for place in cell.places]
        fix = Fix(apply, True, having[0].text, slip.change(having[0].text))
        return self.found(slip.message, slip.advice, quote=slip.quote, fix=fix, **where)


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is wrong with the style of a cell, the print, and what changes it."""

    message: Phrase
    advice: Phrase
    quote: str
    change: Callable[[str], str]
