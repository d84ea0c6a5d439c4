"""白鹭县 (made up): a 标准目录 of a domain with numbers, a header of two levels and tick columns."""

from __future__ import annotations

from samples.words import ORDER_BASIS, THIRTEEN, Value, annual, basis, cited, item, options, other, within


def _grant_item(number: int, category: str, name: str, content: str, **fields: object) -> Value:
    usual = {
        "legal_basis": ORDER_BASIS,
        "publishers": ["县农业农村局"],
        "deadline": within("自该信息形成或者变更之日起20个工作日内", 20, "working_day"),
        "channels": options(THIRTEEN, "政府网站"),
        "audiences": options(("全社会", "特定群体"), "全社会"),
        "access_modes": options(("主动", "依申请公开"), "主动"),
        "levels": options(("县级", "乡级"), "县级"),
    }
    return item([category], name, content, **(usual | fields), number=str(number))


def subsidies() -> Value:
    """白鹭县, a 标准目录 of a domain: numbers, a header of two levels, tick columns, a date and a note."""
    machines = basis(
        "《中华人民共和国农业机械化促进法》、《农业机械购置补贴专项资金使用管理暂行办法》",
        cited("中华人民共和国农业机械化促进法"),
        cited("农业机械购置补贴专项资金使用管理暂行办法"),
    )
    insurance = basis("《农业保险条例》（国务院令第629号）", cited("农业保险条例", "国务院令第629号"))
    shown = options(THIRTEEN, "政府网站", "社区/企事业单位/村公示栏（电子屏）")
    both = options(("县级", "乡级"), "县级", "乡级")
    village = {"publishers": ["县农业农村局", "各乡镇人民政府"], "channels": shown, "levels": both}
    ten = within("公示期满后10个工作日内", 10, "working_day")
    on_request = options(("主动", "依申请公开"), "依申请公开")
    affected = options(("全社会", "特定群体"), "特定群体")
    machine = village | {"legal_basis": machines}
    cover = {"legal_basis": insurance, "publishers": ["县财政局"]}
    return {
        "title": "白鹭县涉农补贴领域基层政务公开标准目录",
        "region": "白鹭县",
        "agency": None,
        "published": "2024-03-15",
        "notes": [{"text": "注：本目录自发布之日起施行，未列入的事项按有关规定办理。"}],
        "items": [
            _grant_item(1, "政策规定", "补贴政策", "1.政策文件\n2.政策解读\n3.问答口径"),
            _grant_item(2, "政策规定", "办事指南", "1.申报条件\n2.申报材料\n3.受理地点\n4.联系电话", **village),
            _grant_item(3, "耕地地力保护补贴", "补贴标准", "1.补贴对象\n2.补贴标准\n3.发放方式", **village),
            _grant_item(
                4,
                "耕地地力保护补贴",
                "面积公示",
                "1.农户姓名\n2.核定面积\n3.公示期\n4.监督电话",
                **(village | {"audiences": affected, "deadline": ten}),
            ),
            _grant_item(
                5,
                "耕地地力保护补贴",
                "发放明细",
                "1.发放对象\n2.补贴金额\n3.发放时间",
                **(village | {"audiences": affected, "access_modes": on_request}),
            ),
            _grant_item(6, "农机购置补贴", "补贴机具目录", "1.机具品目\n2.补贴额一览表", **machine),
            _grant_item(
                7, "农机购置补贴", "补贴结果", "1.购机者姓名\n2.机具型号\n3.补贴金额", **(machine | {"deadline": ten})
            ),
            _grant_item(
                8,
                "农机购置补贴",
                "违规查处",
                "1.违规行为\n2.处理依据\n3.处理结果",
                **(machine | {"levels": options(("县级", "乡级"), "县级")}),
            ),
            _grant_item(9, "农业保险", "保险方案", "1.保险品种\n2.保险责任\n3.保费分担比例", **cover),
            _grant_item(
                10,
                "农业保险",
                "理赔公示",
                "1.受灾农户\n2.定损结果\n3.赔付金额",
                **(cover | {"audiences": affected, "channels": shown}),
            ),
            _grant_item(
                11,
                "资金管理",
                "资金分配",
                "1.资金来源\n2.分配办法\n3.分配结果",
                deadline=within("分配方案确定后20日内", 20, "day"),
            ),
            _grant_item(
                12, "资金管理", "绩效评价", "1.评价指标\n2.评价结果", deadline=annual("每年12月31日前", 12, 31)
            ),
            _grant_item(
                13, "监督检查", "监督举报", "1.举报电话\n2.举报邮箱\n3.办理程序", deadline=other("长期公开", "standing")
            ),
        ],
    }
