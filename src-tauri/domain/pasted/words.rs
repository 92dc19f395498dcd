//! The words by which labels, titles, companies, people and idle talk are known.

use super::PartKind;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announces {
    Part(PartKind),
    /// The bank and the account behind one label.
    BankAndAccount,
    /// Something a card does not keep: fax, postcode, dates.
    Nothing,
    /// A heading over the following: 开票信息.
    Heading,
}

/// Labels, the longer ones of the same beginning first. `true`: general words that need a colon and a clear
/// beginning, because they also stand inside others (产品名称).
#[rustfmt::skip]
pub const LABELS: &[(Announces, bool, &[&str])] = &[
    (Announces::Heading, true, &[
        "开票信息", "发票信息", "开票资料", "公司开票信息", "收货信息", "收件信息", "联系方式", "客户信息",
        "增票资料", "专票信息", "billing information", "billing info", "invoice information",
        "contact information",
    ]),
    (Announces::BankAndAccount, false, &[
        "开户行及账号", "开户行及帐号", "开户银行及账号", "开户银行及帐号", "开户行和账号", "开户行、账号",
        "开户行/账号", "开户行账号", "开户银行账号", "银行及账号", "开户行名称及账号", "开户行与账号",
    ]),
    (Announces::Part(PartKind::Need), true, &[
        "产品名称", "商品名称", "项目名称", "货物名称", "客户需求", "采购需求", "项目需求", "需求描述", "需求",
        "留言内容", "留言", "备注", "询价内容", "咨询内容", "主题", "要求", "规格型号", "规格", "型号", "数量",
        "品名", "requirements", "requirement", "request", "message", "subject", "remarks", "remark", "notes",
        "note", "inquiry",
    ]),
    (Announces::Part(PartKind::BankName), false, &[
        "开户银行名称", "开户行名称", "开户银行", "银行名称", "开户行", "收款银行", "bank name",
        "bank of deposit", "opening bank", "bank",
    ]),
    (Announces::Part(PartKind::BankAccount), false, &[
        "银行账号", "银行帐号", "银行账户", "开户账号", "开户帐号", "对公账号", "对公账户", "收款账号",
        "基本户账号", "账号", "帐号", "账户", "帐户", "卡号", "bank account number", "bank account no",
        "bank account", "account number", "account no", "a/c no", "a/c", "account",
    ]),
    (Announces::Part(PartKind::TaxNumber), false, &[
        "统一社会信用代码/纳税人识别号", "纳税人识别号/统一社会信用代码", "统一社会信用代码(税号)",
        "统一社会信用代码", "社会信用代码", "信用代码", "纳税人识别号", "纳税识别号", "纳税人税号", "公司税号",
        "企业税号", "单位税号", "税务登记号", "税号", "unified social credit code", "tax registration number",
        "tax number", "tax code", "tax id", "tax no", "uscc", "vat no",
    ]),
    (Announces::Part(PartKind::Address), false, &[
        "注册地址及电话", "注册地址、电话", "单位地址、电话", "地址、电话", "地址及电话", "地址和电话",
        "地址电话", "地址/电话", "项目地点", "项目地址", "安装地址", "施工地址", "公司地址", "单位地址", "注册地址", "办公地址", "收货地址", "送货地址",
        "交货地址", "交付地址", "邮寄地址", "寄送地址", "通讯地址", "联系地址", "收件地址", "详细地址",
        "工厂地址", "地址", "delivery address", "shipping address", "address", "addr", "add",
    ]),
    (Announces::Nothing, false, &[
        "公司传真", "传真", "邮政编码", "邮编", "公司网址", "网址", "官网", "发送时间", "发件时间", "时间",
        "日期", "抄送", "qq", "传 真", "telefax", "fax", "postcode", "post code", "zip code", "zip", "website",
        "web", "www", "sent", "date", "cc",
    ]),
    (Announces::Part(PartKind::Wechat), false, &[
        "我的微信", "我微信", "微信号码", "微信号", "微信id", "个人微信", "企业微信", "微信", "wechat id",
        "wechat", "weixin", "vx", "wx",
    ]),
    (Announces::Part(PartKind::Email), false, &[
        "我的邮箱", "我邮箱", "电子邮箱", "电子邮件", "联系邮箱", "收票邮箱", "收件邮箱", "邮箱地址",
        "企业邮箱", "邮箱", "邮件", "e-mail address", "email address", "e-mail", "email", "mail",
    ]),
    (Announces::Part(PartKind::Phone), false, &[
        "我的电话", "我的手机", "我电话", "我手机", "手机/微信", "手机(微信同号)", "电话/微信",
        "电话(微信同号)", "微信/电话", "微信/手机", "联系电话", "公司电话", "单位电话", "办公电话", "固定电话",
        "注册电话", "收货电话", "收件电话", "收件人电话", "联系人电话", "客户电话", "移动电话", "手机号码",
        "手机号", "联系手机", "电话号码", "手机", "座机", "固话", "电话", "总机", "直线", "热线", "联系方式",
        "telephone", "mobile phone", "cell phone", "mobile", "phone no", "phone", "cell", "tel no", "tel",
        "mob",
    ]),
    (Announces::Part(PartKind::Title), false, &[
        "职务", "职位", "岗位", "头衔", "position", "job title", "title",
    ]),
    (Announces::Part(PartKind::Person), false, &[
        "联系人姓名", "收货联系人", "采购联系人", "项目联系人", "联系人", "收件人", "收货人", "收票人",
        "经办人", "发件人", "负责人", "客户姓名", "姓名", "称呼", "contact person", "contact name",
        "full name", "contact", "attention", "attn", "name", "from",
    ]),
    (Announces::Part(PartKind::Company), false, &[
        "购买方名称", "购方名称", "发票抬头", "开票抬头", "开票名称", "公司抬头", "单位抬头", "公司全称",
        "单位全称", "公司名称", "公司名", "企业名称", "单位名称", "客户名称", "客户单位", "开户名称", "户名",
        "抬头", "购货单位", "收货单位", "采购单位", "工作单位", "company name", "customer name",
        "account name", "company", "customer",
    ]),
    (Announces::Part(PartKind::Company), true, &[
        "甲方", "需方", "买方", "名称", "单位", "客户", "公司", "全称",
    ]),
    (Announces::Part(PartKind::Phone), true, &[
        "t", "m", "p", "c", "d",
    ]),
    (Announces::Part(PartKind::Email), true, &[
        "e",
    ]),
    (Announces::Part(PartKind::Address), true, &[
        "a",
    ]),
    (Announces::Nothing, true, &[
        "f", "w", "to", "法定代表人", "法人代表", "法人",
    ]),
];

/// Endings that make a name a company's wherever it stands.
#[rustfmt::skip]
pub const COMPANY_ENDINGS: [&str; 10] = [
    "有限责任公司", "股份有限公司", "有限公司", "集团公司", "分公司", "总公司", "子公司", "公司", "集团",
    "有限合伙",
];

/// Endings that make one when the name stands alone.
#[rustfmt::skip]
pub const HOUSE_ENDINGS: [&str; 26] = [
    "事务所", "研究院", "研究所", "设计院", "大学", "学院", "学校", "医院", "酒店", "宾馆", "民宿", "工厂",
    "商行", "经营部", "工作室", "合作社", "商场", "超市", "门市部", "服务部", "加工厂", "机械厂", "五金厂",
    "度假村", "贸易行", "销售部",
];

/// Words that stand before 公司 without naming one.
#[rustfmt::skip]
pub const NO_COMPANY: [&str; 16] = [
    "贵公司", "我公司", "本公司", "该公司", "我们公司", "你们公司", "他们公司", "咱们公司", "贵司", "公司",
    "集团", "总公司", "分公司", "子公司", "有限公司", "一家公司",
];

/// What somebody says before the name of their company.
#[rustfmt::skip]
pub const BEFORE_COMPANY: [&str; 20] = [
    "您好", "你好", "我们公司是", "我们单位是", "我公司是", "我们这边是", "我们是", "我这边是", "这边是",
    "这里是", "我是", "我司是", "我司为", "来自", "代表", "帮", "给", "公司是", "开", "抬头是",
];

/// Words a title is made of; the second list ends one.
#[rustfmt::skip]
pub const TITLE_BEGINNINGS: [&str; 62] = [
    "采购", "销售", "财务", "市场", "技术", "工程", "项目", "运营", "行政", "人事", "人力资源", "生产", "总",
    "副", "执行", "区域", "大区", "高级", "资深", "客户", "仓库", "仓储", "物流", "供应链", "后勤", "设备",
    "业务", "部门", "部", "产品", "研发", "招标", "商务", "基建", "信息", "质量", "品质", "办公室", "店",
    "前台", "综合", "综合管理", "管理", "常务", "华东", "华南", "华北", "西南", "华中", "东北", "西北", "集团",
    "中心", "处", "科", "计划", "维修", "电商", "渠道", "大客户", "首席", "助理",
];

/// What ends a title.
#[rustfmt::skip]
pub const TITLE_ENDINGS: [&str; 45] = [
    "总经理", "经理", "总裁", "董事长", "董事", "主管", "总监", "部长", "科长", "处长", "主任", "专员", "助理",
    "工程师", "店长", "会计", "出纳", "厂长", "院长", "校长", "组长", "班长", "代表", "顾问", "秘书", "文员",
    "内勤", "跟单", "采购员", "采购", "财务", "老板", "负责人", "仓管", "技术员", "设计师", "业务员", "库管",
    "部", "监事", "法人", "合伙人", "创始人", "队长", "架构师",
];

/// The same in English, as the last word of a phrase, and short forms.
#[rustfmt::skip]
pub const ENGLISH_TITLES: [&str; 20] = [
    "manager", "director", "engineer", "buyer", "officer", "assistant", "president", "supervisor", "executive",
    "specialist", "purchaser", "coordinator", "accountant", "consultant", "representative", "ceo", "cfo",
    "coo", "cto", "owner",
];

/// How one is addressed behind the name.
#[rustfmt::skip]
pub const HONORIFICS: [&str; 14] = [
    "先生", "女士", "小姐", "老师", "总", "经理", "主任", "工", "老板", "主管", "总监", "店长", "院长", "厂长",
];

/// Latin endings of companies.
#[rustfmt::skip]
pub const LATIN_COMPANIES: [&str; 16] = [
    "ltd", "limited", "inc", "gmbh", "llc", "corp", "corporation", "company", "co", "plc", "group", "holdings",
    "hotel", "hotels", "s.a", "pte",
];

/// Surnames of two characters.
#[rustfmt::skip]
pub const COMPOUND_SURNAMES: [&str; 14] = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "令狐", "慕容", "司徒", "端木", "夏侯", "公孙",
    "轩辕",
];

/// Surnames of one character.
pub const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚\
卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔\
伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房\
滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣\
巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

/// Words that begin like a name and are none.
#[rustfmt::skip]
pub const NO_NAMES: [&str; 88] = [
    "高级", "方便", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "全部", "时间", "马上", "安装",
    "安排", "金额", "何时", "成都", "温州", "常州", "江苏", "任何", "应该", "许多", "方案", "白色", "黄色",
    "单价", "明天", "明年", "和谐", "万元", "石材", "金属", "向您", "程序", "路由器", "单位", "高度", "成交",
    "文件", "安全", "包装", "车间", "方式", "项目", "连接", "连锁", "管理", "关于", "于是", "边框", "解决",
    "古镇", "华东", "华南", "华北", "华中", "时候", "易耗品", "司机", "农场", "商务", "师傅", "全国", "全新",
    "余款", "尾款", "江西", "宁波", "海南", "武汉", "广州", "成品", "明细", "白酒", "温泉", "严格", "单人",
    "单独", "房间", "房号", "尽快", "成本", "冷链", "商场", "商城", "车库", "马桶",
];

/// Talk that asks for nothing.
#[rustfmt::skip]
pub const IDLE: [&str; 57] = [
    "您好", "发票请开", "你好", "谢谢", "多谢", "感谢", "此致", "敬礼", "顺祝商祺", "祝好", "祝商祺", "顺颂商祺", "以上",
    "如下", "请查收", "收到请回复", "辛苦了", "麻烦了", "拜托", "好的", "收到", "早上好", "上午好", "下午好",
    "晚上好", "各位好", "微信同号", "同微信", "微信同步", "同上", "请惠存", "先生", "女士", "小姐", "我是",
    "我叫", "我们是", "的", "这是我们的开票信息", "这是开票信息", "开票信息", "开票资料", "信息如下",
    "资料如下", "开票信息如下", "best regards", "kind regards", "regards", "thanks", "thank you",
    "many thanks", "sincerely", "best", "hi", "hello", "dear sir", "dear sir or madam",
];
