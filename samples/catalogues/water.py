"""云岭市水务局 (made up): a 目录清单 with 18 channels, forms and merged categories, without numbers."""

from __future__ import annotations

from samples.words import (
    EIGHTEEN,
    FORMS,
    ORDER,
    ORDER_BASIS,
    Value,
    annual,
    basis,
    cited,
    item,
    options,
    other,
    phone,
    within,
)

_TWENTY = within("相关信息形成或变更之日起20个工作日内", 20, "working_day")
_UPDATED = within("相关信息形成或变更之日起20个工作日内，且及时更新", 20, "working_day")


def _water_item(category: str, name: str, content: str, **fields: object) -> Value:
    usual = {
        "legal_basis": ORDER_BASIS,
        "publishers": ["办公室"],
        "deadline": _TWENTY,
        "channels": options(EIGHTEEN, "政府网站"),
        "forms": options(FORMS, "全文发布"),
        "contacts": [phone("0589-6601001")],
    }
    return item([category], name, content, **(usual | fields))


def water() -> Value:
    """云岭市水务局, a 目录清单: 18 channels, forms, merged categories; no numbers."""
    article = basis(f"《{ORDER}》（国务院令第711号）第二十条、三定方案", cited(ORDER, "国务院令第711号", 20))
    rules = basis(
        f"《{ORDER}》（国务院令第711号）、《优化营商环境条例》（国务院令第722号）",
        cited(ORDER, "国务院令第711号"),
        cited("优化营商环境条例", "国务院令第722号"),
    )
    supply = basis(
        "《城市供水条例》（国务院令第158号）、《中华人民共和国水法》",
        cited("城市供水条例", "国务院令第158号"),
        cited("中华人民共和国水法"),
    )
    budget = basis("《中华人民共和国预算法》第十四条", cited("中华人民共和国预算法", None, 14))
    flood = basis("《中华人民共和国防洪法》", cited("中华人民共和国防洪法"))
    wide = options(EIGHTEEN, "政府网站", "政务微信", "手机短信推送", "电子信息屏")
    service = {"legal_basis": supply, "publishers": ["供水排水科", "市供水服务中心"], "channels": wide}
    service |= {"contacts": [phone("0589-6601020")]}
    money = {
        "legal_basis": budget,
        "publishers": ["规划财务科"],
        "deadline": within("财政部门批复后20日内", 20, "day"),
        "contacts": [phone("0589-6601008")],
    }
    return {
        "title": "云岭市政府信息主动公开目录清单（市水务局）",
        "region": "云岭市",
        "agency": "市水务局",
        "published": None,
        "items": [
            _water_item(
                "机构信息",
                "机构概况",
                "机构名称、办公地址、办公时间、办公电话、通信地址、邮政编码",
                legal_basis=article,
            ),
            _water_item("机构信息", "领导信息", "局领导姓名、职务、照片、分管工作", legal_basis=article),
            _water_item("机构信息", "内设机构", "各科室名称、主要职责、联系电话", legal_basis=article),
            _water_item(
                "政策文件",
                "规范性文件",
                "本局制定或牵头起草的、涉及供水排水和节约用水并在全市范围内反复适用的行政规范性文件，以及文件的清理结果",
                legal_basis=rules,
                publishers=["政策法规科"],
                contacts=[phone("0589-6601005")],
            ),
            _water_item(
                "政策文件",
                "文件解读",
                "对前项文件的背景、主要内容和办事流程所作的文字或图表说明",
                legal_basis=rules,
                publishers=["政策法规科"],
                forms=options(FORMS, "政策解读"),
                contacts=[phone("0589-6601005")],
            ),
            _water_item("规划计划", "发展规划", "水安全保障规划、节水规划及实施情况", publishers=["规划财务科"]),
            _water_item("规划计划", "年度计划", "年度工作要点及完成情况", publishers=["办公室"]),
            _water_item(
                "供水服务",
                "取水许可",
                "取水许可的依据、条件、程序、期限，需要提交的材料目录及办理结果",
                **(service | {"deadline": within("许可决定作出之日起7个工作日内", 7, "working_day")}),
            ),
            _water_item("供水服务", "水质监测", "出厂水、管网水和用户水龙头水的检测结果", **service),
            _water_item(
                "供水服务",
                "停水公告",
                "停水的区域、时段、原因和恢复供水时间",
                **(service | {"deadline": other("实时公开", "real_time")}),
            ),
            _water_item("财政信息", "部门预算", "部门预算说明、收支预算总表、“三公”经费预算表", **money),
            _water_item("财政信息", "部门决算", "部门决算说明、收支决算总表、“三公”经费决算表", **money),
            _water_item(
                "应急管理",
                "防汛信息",
                "防汛应急预案、预警信息、汛情通报和应对情况",
                legal_basis=flood,
                publishers=["水旱灾害防御科"],
                deadline=other("及时公开", "prompt"),
                channels=wide,
                contacts=[phone("0589-6601119")],
            ),
            _water_item(
                "年度报告",
                "政府信息公开年度报告",
                "本局上一年度政府信息公开工作年度报告",
                deadline=annual("每年1月31日前", 1, 31),
            ),
            _water_item(
                "公开指南",
                "政府信息公开指南",
                "政府信息的分类、编排体系、获取方式，工作机构的名称和联系方式",
                deadline=_UPDATED,
            ),
        ],
    }
