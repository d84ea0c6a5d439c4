"""Pure text knowledge: what white space means between scripts, compatibility forms, label keys.

Derived values differ from print only in what these functions do (DESIGN: "print and value"): white space
goes except between two letters or digits of a script that writes it, and Kangxi radicals and compatibility
ideographs become the Han character. Widths, quotes and punctuation stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHITE = r"\s\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_SIMILAR = r"\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
_SPACES = re.compile(f"[{_WHITE}]+")
_COMPATIBILITY = re.compile(f"[{_SIMILAR}]")
_NOT_BARE = re.compile(f"[{_WHITE}{_SIMILAR}]")
_SIGNS_FROM = "\u2000"
"""Signs such as ① and Ⅳ begin here, and behind them the scripts that write no spaces."""
_OPENING = "([{<"
_CLOSING = "),.;:!?%"

_FOLD = str.maketrans({
    "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "．": ".", "／": "/", "、": ",", "【": "[", "】": "]",
    "〔": "[", "〕": "]", "［": "[", "］": "]", "“": '"', "”": '"', "‘": "'", "’": "'", "－": "-", "—": "-",
    "–": "-", "·": "",
    "　": None, " ": None,
})  # fmt: skip
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def _spaced(before: str, after: str) -> bool:
    """Whether white space between two characters is part of the text: both belong to a script with spaces."""
    narrow = before < _SIGNS_FROM and after < _SIGNS_FROM
    letters = before.isalnum() or before in _CLOSING, after.isalnum() or after in _OPENING
    return narrow and all(letters) and (before.isalnum() or after.isalnum())


CACHED = 8_192
"""How many answers the recognisers keep: a catalogue repeats its cells, and a merged one counts in every row."""


@lru_cache(maxsize=CACHED)
def squeeze(text: str) -> str:
    """A printed text as a value: breaks and white space gone, but for single spaces between Latin words or digits.

    >>> squeeze("每年 3月 31 日前")
    '每年3月31日前'
    >>> squeeze("GB/T  9704 标准")
    'GB/T 9704标准'
    """
    text = compatible(text)
    parts = [part for part in _SPACES.split(text) if part]
    if len(parts) < 2:
        return "".join(parts)
    out = [parts[0]]
    for part in parts[1:]:
        if _spaced(out[-1][-1], part[0]):
            out.append(" ")
        out.append(part)
    return "".join(out)


def compatible(text: str) -> str:
    """Kangxi radicals and compatibility ideographs replaced by the Han character they stand for."""
    if text.isascii():
        return text
    return _COMPATIBILITY.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)


def bare(text: str) -> str:
    """A text without any white space, in compatibility-free Han: the form in which characters are counted."""
    return _SPACES.sub("", compatible(text)) if _NOT_BARE.search(text) else text


@lru_cache(maxsize=50_000)
def key(label: str) -> str:
    """The form in which labels are looked up: no white space, narrow punctuation, simplified header characters.

    >>> key("社区／企事业单位、村公示栏（电子屏）") == key("社区/企事业单位、村公示栏(电子屏)")
    True
    """
    folded = unicodedata.normalize("NFKC", bare(label)).translate(_FOLD)
    return simplified(folded).lower()


def narrow_digits(text: str) -> str:
    """Full-width digits as ASCII digits; nothing else changes, offsets stay."""
    return text.translate(_DIGITS)


def simplified(text: str) -> str:
    """Traditional forms of the field's vocabulary as simplified ones, for look-up only; offsets stay."""
    return text if text.isascii() else text.translate(_SIMPLIFIED)


_TRADITIONAL_PAIRS = (
    "開开 內内 據据 時时 體体 載载 對对 層层 級级 項项 類类 別别 務务 請请 動动 縣县 鄉乡 鎮镇 眾众 會会 "
    "責责 門门 單单 電电 話话 監监 諮咨 詢询 聯联 絡络 網网 報报 廣广 視视 紙纸 質质 閱阅 點点 條条 國国 "
    "華华 號号 導导 辦办 廳厅 處处 鐘钟 術术 標标 準准 錄录 預预 決决 財财 資资 協协 衛卫 檢检 員员 實实 "
    "變变 發发 佈布 製制 獲获 營营 業业 專专 區区 優优 戶户 關关 規规 進进 屬属 備备 註注 與与 為为 後后 "
    "復复 應应 頭头 領领 機机 構构 職职 權权 訊讯 飛飞 圖图 書书 館馆 檔档 瀏浏 覽览 執执 過过 結结 論论 "
    "聽听 證证 現现 場场 訪访 產产 農农 補补 貼贴 稅税 費费 養养 醫医 療疗 環环 護护 險险 勞劳 個个 長长 "
    "間间 車车 臺台 灣湾 東东 樓楼 聞闻 樣样 種种 節节 頻频 畫画 傳传 廠厂 價价 彙汇 總总 數数 編编 碼码 "
    "頁页 週周 擬拟 徵征 "
)
_SIMPLIFIED = str.maketrans({pair[0]: pair[1] for pair in _TRADITIONAL_PAIRS.split()})
