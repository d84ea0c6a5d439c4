"""澜桥县文化和旅游局 (made up): a 主动公开事项目录 with responsible units and the telephone numbers of offices."""

from __future__ import annotations

from samples.words import EIGHTEEN, ORDER_BASIS, Value, annual, basis, cited, item, options, other, phone, within


def _culture_item(category: str, name: str, content: str, **fields: object) -> Value:
    usual = {
        "legal_basis": ORDER_BASIS,
        "publishers": ["办公室"],
        "responsible_units": ["办公室"],
        "deadline": within("信息形成（变更）5个工作日内", 5, "working_day"),
        "channels": options(EIGHTEEN, "政府网站"),
        "contacts": [phone("5520316", "办公室")],
    }
    return item([category], name, content, **(usual | fields))


def culture() -> Value:
    """澜桥县文化和旅游局, a 主动公开事项目录: responsible units and telephone numbers with their offices."""
    library = basis(
        "《中华人民共和国公共图书馆法》、《中华人民共和国公共文化服务保障法》",
        cited("中华人民共和国公共图书馆法"),
        cited("中华人民共和国公共文化服务保障法"),
    )
    tourism = basis("《中华人民共和国旅游法》", cited("中华人民共和国旅游法"))
    budget = basis("《中华人民共和国预算法》", cited("中华人民共和国预算法"))
    wide = options(EIGHTEEN, "政府网站", "政务微信", "信息公告栏", "图书馆")
    venue = {
        "legal_basis": library,
        "publishers": ["公共服务科", "县图书馆", "县文化馆"],
        "responsible_units": ["公共服务科", "县图书馆", "县文化馆"],
        "channels": wide,
        "contacts": [phone("5520322", "公共服务科"), phone("5520377", "县图书馆")],
    }
    market = {
        "legal_basis": tourism,
        "publishers": ["市场管理科"],
        "responsible_units": ["市场管理科"],
        "contacts": [phone("5520341", "市场管理科")],
    }
    return {
        "title": "澜桥县文化和旅游局主动公开事项目录",
        "region": "澜桥县",
        "agency": "澜桥县文化和旅游局",
        "published": None,
        "items": [
            _culture_item("机构概况", "机构职能", "本局的法定职责、内设机构和下属单位"),
            _culture_item("机构概况", "领导信息", "局领导姓名、职务和工作分工"),
            _culture_item("机构概况", "联系方式", "办公地址、办公时间、联系电话、邮政编码"),
            _culture_item("文化服务", "场馆开放", "公共图书馆、文化馆、博物馆的开放时间和服务项目", **venue),
            _culture_item(
                "文化服务",
                "活动预告",
                "公益演出、展览、讲座的时间、地点和参加办法",
                **(venue | {"deadline": other("实时公开", "real_time")}),
            ),
            _culture_item("文化服务", "借阅规则", "办证条件、借阅册数、借阅期限和逾期处理办法", **venue),
            _culture_item("旅游管理", "景区名录", "A级旅游景区名称、等级、门票价格和投诉电话", **market),
            _culture_item(
                "旅游管理",
                "旅行社名录",
                "旅行社名称、许可证号、经营范围",
                **(market | {"channels": options(EIGHTEEN, "政府网站", "报刊")}),
            ),
            _culture_item(
                "财政信息",
                "预算决算",
                "部门预算、决算和“三公”经费",
                legal_basis=budget,
                deadline=within("批复后20日内", 20, "day"),
            ),
            _culture_item(
                "其他",
                "建议提案",
                "对人大代表建议、政协委员提案的答复",
                deadline=within("正式答复后20个工作日内", 20, "working_day"),
            ),
            _culture_item("其他", "年度报告", "政府信息公开工作年度报告", deadline=annual("每年1月31日前", 1, 31)),
        ],
    }
