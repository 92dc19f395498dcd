//! Who and what appears in the sample company. Everything here is invented; every address ends in example.com.

use chengdan_domain::people::Role;

/// A person of the sample company: name, roles, region, industries, senior, address before the @.
pub struct Player {
    pub name: &'static str,
    pub roles: &'static [Role],
    pub region: &'static str,
    pub industries: &'static [&'static str],
    pub senior: bool,
    pub mailbox: &'static str,
}

const fn player(
    name: &'static str,
    roles: &'static [Role],
    region: &'static str,
    senior: bool,
    mailbox: &'static str,
) -> Player {
    Player { name, roles, region, industries: &[], senior, mailbox }
}

const fn knows(industries: &'static [&'static str], player: Player) -> Player {
    Player { industries, ..player }
}

/// A dozen people, every role of the process among them.
pub const PEOPLE: [Player; 13] = [
    player("沈一禾", &[Role::SalesAssistant, Role::Admin], "", false, "shenyihe"),
    knows(&["酒店", "民宿"], player("林知远", &[Role::SalesRep], "华东", true, "linzhiyuan")),
    knows(&["公寓", "物业"], player("何叶", &[Role::SalesRep], "华南", true, "heye")),
    knows(&["教育", "医疗"], player("许澈", &[Role::SalesRep], "华北", false, "xuche")),
    player("苏木", &[Role::SalesRep], "西南", false, "sumu"),
    player("顾行", &[Role::SalesSupervisor], "", true, "guhang"),
    player("周予安", &[Role::Finance], "", false, "zhouyuan"),
    player("罗朗", &[Role::Operations], "", false, "luolang"),
    player("江遥", &[Role::Warehouse, Role::Logistics, Role::Purchasing], "", false, "jiangyao"),
    player("陆川", &[Role::Production], "", false, "luchuan"),
    player("温故", &[Role::Solution, Role::ServiceEngineer], "", false, "wengu"),
    player("白芷", &[Role::CustomerService], "", false, "baizhi"),
    player("程砚", &[Role::Legal], "", false, "chengyan"),
];

/// The sales representatives among [`PEOPLE`], by index.
pub const REPS: [usize; 4] = [1, 2, 3, 4];

/// A product: name, specification, unit, category, price in 元 cents (分), tax rate in basis points, service, customised.
pub struct Ware {
    pub name: &'static str,
    pub spec: &'static str,
    pub unit: &'static str,
    pub category: &'static str,
    pub price_fen: i64,
    pub rate: i64,
    pub service: bool,
    pub customised: bool,
}

const fn ware(
    name: &'static str,
    spec: &'static str,
    unit: &'static str,
    category: &'static str,
    price_fen: i64,
) -> Ware {
    Ware { name, spec, unit, category, price_fen, rate: 1_300, service: false, customised: false }
}

const fn made_to_order(ware: Ware) -> Ware {
    Ware { customised: true, ..ware }
}

const fn done_on_site(ware: Ware, rate: i64) -> Ware {
    Ware { service: true, rate, ..ware }
}

/// Forty products of a maker of devices; the more expensive ones are sold less often.
pub const WARES: [Ware; 40] = [
    ware("智能门锁 S3", "香槟金 右开 密码", "把", "门锁", 56_000),
    ware("智能门锁 S3 Pro", "曜石黑 左开 NFC", "把", "门锁", 68_000),
    ware("智能门锁 S5", "枪灰 人脸", "把", "门锁", 128_000),
    ware("公寓锁 L1", "亚光银 蓝牙", "把", "门锁", 32_800),
    made_to_order(ware("客控主机 H8", "8 路 DIN 导轨", "台", "客控", 115_000)),
    made_to_order(ware("客控主机 H4", "4 路 DIN 导轨", "台", "客控", 98_000)),
    ware("取电面板 K2", "插卡 40A", "个", "客控", 12_600),
    ware("照明面板 P6", "三键 珍珠白", "个", "客控", 8_600),
    ware("照明面板 P6", "四键 石墨黑", "个", "客控", 9_200),
    ware("窗帘电机 M1", "静音 1.2 N·m", "台", "客控", 42_000),
    ware("边缘网关 G1", "PoE 双频", "台", "网关", 95_000),
    ware("边缘网关 G2", "4G 全网通", "台", "网关", 136_000),
    ware("LoRa 基站 B8", "8 通道 室外", "台", "网关", 468_000),
    ware("温湿度传感器 T10", "吸顶 ±0.3 ℃", "个", "传感器", 7_800),
    ware("空气监测仪 Q2", "壁装 六参数", "台", "传感器", 62_000),
    ware("环境监测站 E5", "室外 九要素", "套", "传感器", 1_260_000),
    ware("人体传感器 R3", "毫米波 5.8 GHz", "个", "传感器", 16_800),
    ware("水浸传感器 W1", "绳式 3 m", "个", "传感器", 5_400),
    ware("烟感探测器 F2", "NB-IoT", "个", "传感器", 13_800),
    ware("紧急呼叫器 B1", "壁装 防水", "个", "传感器", 6_400),
    ware("客流计数器 F3", "双目 吸顶 黑", "台", "传感器", 148_000),
    ware("智能水表 W4", "DN20 阀控", "块", "表计", 23_400),
    ware("智能电表 D6", "三相 导轨 60 A", "块", "表计", 38_600),
    ware("冷量表 C8", "超声波 DN50", "块", "表计", 286_000),
    ware("车位检测器 C2", "地磁 无线", "个", "停车", 46_300),
    ware("车牌识别机 V5", "400 万像素 补光", "台", "停车", 388_000),
    ware("道闸 Z1", "直杆 4 m 变频", "台", "停车", 512_000),
    ware("门禁一体机 A200", "7 寸 人脸 IP65", "台", "门禁", 186_000),
    ware("门禁控制器 A4", "四门 TCP/IP", "台", "门禁", 84_000),
    ware("读卡器 R1", "86 盒 IC", "个", "门禁", 9_800),
    ware("访客终端 V2", "双屏 身份证", "台", "门禁", 680_000),
    ware("信息屏 D32", "32 寸 壁挂", "台", "显示", 268_000),
    made_to_order(ware("会议屏 D75", "75 寸 触控 定制边框", "台", "显示", 1_580_000)),
    made_to_order(ware("配电箱 PX30", "按图定制 30 回路", "台", "配件", 326_000)),
    ware("安装支架 J2", "镀锌 L 型", "个", "配件", 1_200),
    ware("线缆 RVSP", "2×1.0 mm² 100 m", "卷", "配件", 31_500),
    ware("导轨电源 DR60", "24 V 60 W", "个", "配件", 11_800),
    done_on_site(ware("安装调试", "现场，含布线检查", "点", "服务", 5_000), 900),
    done_on_site(ware("平台服务年费", "12 个月", "年", "服务", 400_000), 600),
    done_on_site(ware("运维巡检", "季度 现场", "次", "服务", 180_000), 600),
];

/// The trades of the customers; each gives a name its ending.
pub const TRADES: [(&str, &str); 10] = [
    ("酒店管理有限公司", "酒店"),
    ("物业服务有限公司", "物业"),
    ("建设工程有限公司", "建筑"),
    ("商业管理有限公司", "商业地产"),
    ("教育科技有限公司", "教育"),
    ("医疗器械有限公司", "医疗"),
    ("连锁超市有限公司", "零售"),
    ("物流有限公司", "物流"),
    ("农业发展有限公司", "农业"),
    ("文化传媒有限公司", "文化"),
];

/// Invented names; sixty customers take one each.
pub const NAMES: [&str; 60] = [
    "青屿",
    "澄湖",
    "北泽",
    "铂叶",
    "鹤亭",
    "南麓",
    "禾川",
    "白石港",
    "溪谷",
    "星桥",
    "沐原",
    "远麓",
    "海月",
    "云杉",
    "松间",
    "浅川",
    "听澜",
    "望舒",
    "岚谷",
    "柏舟",
    "锦屏",
    "知夏",
    "临溪",
    "朗悦",
    "竹影",
    "雁归",
    "清越",
    "半山",
    "晨曦里",
    "丹枫",
    "玉衡",
    "拾光",
    "晴川",
    "逐浪",
    "长亭",
    "初霁",
    "云栖",
    "鹿鸣",
    "沧浪",
    "汀兰",
    "归云",
    "枕流",
    "素月",
    "飞瀑",
    "霜林",
    "暮雪",
    "江渚",
    "扶桑",
    "青禾",
    "明川",
    "雪舟",
    "银杏",
    "碧湾",
    "凌霄",
    "石榴园",
    "橘洲",
    "梧桐里",
    "听雨",
    "望江",
    "𬭎宇",
];

/// Provinces with a city and the sales region they belong to; all invented.
pub const PLACES: [(&str, &str, &str); 8] = [
    ("东临省", "临江市", "湖畔区"),
    ("东临省", "云浦市", "浦西区"),
    ("南屏省", "榕城市", "海珠湾区"),
    ("南屏省", "鹭洲市", "思明里区"),
    ("北原省", "朔平市", "新城区"),
    ("北原省", "雁门市", "平川区"),
    ("西岭省", "锦川市", "高新区"),
    ("西岭省", "渝江市", "两江口区"),
];

/// Family and given names of contacts.
pub const FAMILY: [&str; 16] =
    ["祝", "苗", "方", "何", "乔", "郁", "凌", "纪", "舒", "盛", "骆", "柯", "阮", "蓝", "尹", "戚"];
pub const GIVEN: [&str; 16] = [
    "青", "可", "墨", "安然", "子衿", "望", "清和", "嘉树", "云起", "疏影", "明远", "知白", "若水", "怀瑾",
    "景行", "一诺",
];
pub const TITLES: [&str; 6] = ["采购经理", "工程部经理", "店长", "总经理", "设备主管", "项目经理"];
