"""Values that programs stumble over."""

from __future__ import annotations

from random import Random

NUMBERS = ("0", "-1", "1", "2", "63", "1024", "65535", "-32768", "2147483647", "2147483648", "4294967296",
           "99999999999999999999", "1e9", "1e308", "nan", "-inf", "0.0000001", "1" * 5000, "", " ", "abc", "一",
           "²", "٣",
           "0x10", "+5", "1_000", "true", "on")  # fmt: skip

TEXTS = (
    "", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\ufffd", "\u202e文字\u202c", "e\u0301\u0302",
    "\U0001f600", "\U00020000",
    "\ue000", "\uf0fe", "\uf052", "\u2028", "\x85", "\x7f", "\xad", "〇", "⺠⽅㊣", "ﬁ", "㋿", "ﷺ", "□" * 40,
    "☑", "√", "■政府网站",
    "□其他：____", "《" * 200, "》" * 200, "《甲《乙", "（" * 100, "〔2019〕" * 20, "第" * 50 + "条",
    "第9999999999999999999条", "9" * 4400,
    "0" * 300, "9" * 30 + "个工作日内", "每年99月99日前", "20个工作日" * 30, "同上", "〃", "1.2.3.4.5.6.7.8.9.",
    "①②③④⑤", "、" * 300, "；" * 300,
    "0574-63962200" * 20, "-" * 500, "—" * 200, "|" * 100, "\t" * 50, "=1+1", "@x", "%s{0}{x}", "<b>&amp;",
    "]]>", "\\", "\"", "'",
    "序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "全社会",
    "续表", "一、", "（一）",
    "目录" * 500, "A" * 5000, "市" * 5000, "政府网站 " * 800,
)  # fmt: skip

_BLOCKS = ((0x20, 0x7F), (0xA0, 0x250), (0x2000, 0x2070), (0x2460, 0x2600), (0x2600, 0x27C0), (0x2E80, 0x3040),
           (0x4E00, 0x9FFF), (0xE000, 0xF8FF), (0xF900, 0xFB00), (0xFE30, 0xFFEF), (0x1F600, 0x1F650))  # fmt: skip


def number(rng: Random) -> str:
    """A number, or what stands where one should."""
    return rng.choice(NUMBERS) if rng.random() < 0.8 else str(rng.randint(-(10**6), 10**6))


def text(rng: Random) -> str:
    """A text that XML may hold."""
    if rng.random() < 0.7:
        return rng.choice(TEXTS)
    return "".join(chr(rng.randrange(*rng.choice(_BLOCKS))) for _ in range(rng.randint(1, 30)))
