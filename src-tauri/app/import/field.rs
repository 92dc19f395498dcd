//! Every field an import knows, and the Chinese and English titles under which people keep it.

use crate::views::import::ImportTarget::{self, Customers, Leads, OrderLines, Orders, People, Products};

/// A field of a target.
pub struct Field {
    pub target: ImportTarget,
    pub name: &'static str,
    pub required: bool,
    /// Titles as [`super::header::title_key`] makes them, the best first.
    titles: &'static [&'static str],
}

const fn must(target: ImportTarget, name: &'static str, titles: &'static [&'static str]) -> Field {
    Field { target, name, required: true, titles }
}

const fn may(target: ImportTarget, name: &'static str, titles: &'static [&'static str]) -> Field {
    Field { target, name, required: false, titles }
}

const PERSON: &[&str] = &[
    "负责人",
    "业务员",
    "销售代表",
    "销售员",
    "销售",
    "跟单员",
    "客户经理",
    "employeeid",
    "employee",
    "salesperson",
    "owner",
    "accountmanager",
    "rep",
];
const PHONE: &[&str] = &["联系方式", "联系电话", "手机", "手机号", "手机号码", "mobile", "contactphone"];
const NOTE: &[&str] = &["备注", "说明", "note", "notes", "remark", "remarks", "comment"];
const ORDER: &[&str] =
    &["订单编号", "订单号", "单号", "编号", "orderid", "ordernumber", "orderno", "order", "salesorder"];
const CUSTOMER: &[&str] = &[
    "客户名称",
    "客户",
    "客户编号",
    "客户代码",
    "公司名称",
    "customerid",
    "customer",
    "customername",
    "companyname",
    "client",
];
const ORDERED: &[&str] = &[
    "下单日期",
    "订单日期",
    "签订日期",
    "创建时间",
    "创建日期",
    "日期",
    "orderdate",
    "orderedon",
    "date",
    "createdat",
];
const PROMISED: &[&str] = &[
    "预计交付日期",
    "承诺交期",
    "交货日期",
    "预计交货日",
    "交期",
    "要求交期",
    "requireddate",
    "promiseddate",
    "duedate",
    "promisedon",
];
const DELIVERED: &[&str] = &[
    "实际交付日期",
    "交付日期",
    "发货日期",
    "签收日期",
    "验收日期",
    "shippeddate",
    "deliverydate",
    "delivereddate",
    "deliveredon",
];
const ADDRESS: &[&str] = &["交付地址", "送货地址", "收货地址", "交货地址", "shipaddress", "deliveryaddress"];
const TERMS: &[&str] = &["付款方式", "付款条件", "结算方式", "paymentterms", "terms"];
const STATUS: &[&str] = &["审批状态", "订单状态", "状态", "approvalstatus", "status"];
const SPEC: &[&str] = &["规格", "规格型号", "型号", "quantityperunit", "spec", "specification", "model"];
const UNIT: &[&str] = &["单位", "计量单位", "unit", "uom"];
const TAX_RATE: &[&str] = &["税率", "taxrate", "vat", "vatrate"];

/// All fields. The order is the order of the page.
pub const FIELDS: &[Field] = &[
    may(Customers, "code", &["客户编号", "客户代码", "编码", "编号", "customerid", "customercode", "code"]),
    must(
        Customers,
        "name",
        &[
            "客户名称",
            "公司名称",
            "单位名称",
            "企业名称",
            "名称",
            "客户",
            "companyname",
            "customername",
            "company",
            "name",
        ],
    ),
    may(Customers, "short_name", &["简称", "客户简称", "shortname"]),
    may(Customers, "print_name", &["打印名称", "printname"]),
    may(Customers, "contact_name", &["联系人", "联系人姓名", "contactname", "contact", "contactperson"]),
    may(Customers, "contact_title", &["职务", "职位", "contacttitle", "title", "position"]),
    may(Customers, "contact_phone", PHONE),
    may(Customers, "contact_email", &["邮箱", "电子邮箱", "电子邮件", "邮件", "email", "mail"]),
    may(Customers, "wechat", &["微信", "微信号", "wechat"]),
    may(Customers, "phone", &["电话", "公司电话", "座机", "固定电话", "phone", "telephone", "tel"]),
    may(
        Customers,
        "tax_number",
        &["税号", "统一社会信用代码", "纳税人识别号", "taxnumber", "taxid", "uscc", "vatnumber"],
    ),
    may(Customers, "invoice_title", &["开票名称", "发票抬头", "开票抬头", "invoicetitle"]),
    may(Customers, "industry", &["所属行业", "行业", "industry"]),
    may(Customers, "region", &["区域", "地区", "大区", "国家", "country", "region"]),
    may(Customers, "province", &["省", "省份", "省市", "province", "state"]),
    may(Customers, "city", &["市", "城市", "city"]),
    may(Customers, "district", &["区", "区县", "县", "district"]),
    may(Customers, "address", &["地址", "公司地址", "详细地址", "通讯地址", "address", "street"]),
    may(Customers, "bank_name", &["开户行", "开户银行", "bankname", "bank"]),
    may(Customers, "bank_account", &["银行账号", "账号", "银行账户", "bankaccount", "account"]),
    may(Customers, "person_key", PERSON),
    may(Customers, "stage", &["需求阶段", "stage"]),
    may(Customers, "grade", &["跟进状态", "客户等级", "grade"]),
    may(Customers, "last_contact_on", &["最近跟进时间", "最近跟进日期", "lastcontact"]),
    may(Customers, "note", NOTE),
    may(
        Products,
        "code",
        &[
            "产品编号",
            "产品编码",
            "物料编码",
            "货号",
            "编码",
            "编号",
            "productid",
            "productcode",
            "sku",
            "code",
        ],
    ),
    must(
        Products,
        "name",
        &["产品名称", "品名", "物料名称", "商品名称", "名称", "产品", "productname", "product", "name"],
    ),
    may(Products, "spec", SPEC),
    may(Products, "unit", UNIT),
    may(Products, "category", &["类别", "产品类别", "分类", "品类", "category", "categoryname"]),
    may(Products, "kind", &["类型", "性质", "kind", "type"]),
    may(
        Products,
        "price",
        &["单价", "含税单价", "价格", "标准价", "售价", "目录价", "unitprice", "price", "listprice"],
    ),
    may(Products, "cost", &["成本", "成本价", "含税成本", "进价", "采购价", "cost", "costprice", "unitcost"]),
    may(Products, "tax_rate", TAX_RATE),
    may(Products, "customised", &["定制", "是否定制", "customised", "customized", "custom"]),
    may(Products, "discontinued", &["停产", "停用", "是否停用", "discontinued", "inactive"]),
    may(Products, "note", NOTE),
    may(People, "code", &["工号", "员工编号", "编号", "employeeid", "staffid", "code"]),
    must(People, "name", &["姓名", "员工姓名", "名字", "fullname", "name", "employeename"]),
    may(People, "email", &["邮箱", "电子邮箱", "email", "mail"]),
    may(People, "phone", &["电话", "手机", "手机号", "联系方式", "phone", "mobile"]),
    may(People, "region", &["区域", "地区", "负责区域", "region"]),
    may(People, "roles", &["角色", "岗位", "职务", "roles", "role"]),
    must(Orders, "order_key", ORDER),
    may(Orders, "number", &["外部单号", "number"]),
    must(Orders, "customer_key", CUSTOMER),
    may(Orders, "person_key", PERSON),
    must(Orders, "ordered_on", ORDERED),
    may(Orders, "promised_on", PROMISED),
    may(Orders, "delivered_on", DELIVERED),
    may(Orders, "contract_number", &["合同编号", "合同号", "contractnumber", "contractno"]),
    may(
        Orders,
        "customer_order_number",
        &["客户订单号", "采购单号", "客户采购单", "ponumber", "customerorder"],
    ),
    may(Orders, "delivery_address", ADDRESS),
    may(Orders, "receiver", &["收货人", "收件人", "shipname", "receiver"]),
    may(Orders, "receiver_phone", &["收货电话", "收件电话", "receiverphone"]),
    may(Orders, "terms", TERMS),
    may(Orders, "status", STATUS),
    may(Orders, "note", NOTE),
    must(OrderLines, "order_key", ORDER),
    may(
        OrderLines,
        "product_key",
        &["产品编号", "产品编码", "物料编码", "货号", "productid", "productcode", "sku"],
    ),
    may(OrderLines, "name", &["产品名称", "品名", "物料名称", "商品名称", "产品", "productname", "product"]),
    may(OrderLines, "spec", SPEC),
    may(OrderLines, "unit", UNIT),
    must(OrderLines, "quantity", &["数量", "订购数量", "quantity", "qty"]),
    may(OrderLines, "price", &["单价", "含税单价", "价格", "unitprice", "price"]),
    may(OrderLines, "discount", &["折扣", "折扣率", "discount"]),
    may(OrderLines, "amount", &["总金额", "金额", "含税金额", "价税合计", "amount", "total", "lineamount"]),
    may(OrderLines, "tax_rate", TAX_RATE),
    may(OrderLines, "customised", &["定制", "是否定制", "customised", "customized"]),
    may(OrderLines, "customer_key", CUSTOMER),
    may(OrderLines, "person_key", PERSON),
    may(OrderLines, "ordered_on", ORDERED),
    may(OrderLines, "promised_on", PROMISED),
    may(OrderLines, "delivered_on", DELIVERED),
    may(OrderLines, "contract_number", &["合同编号", "合同号", "contractnumber", "contractno"]),
    may(OrderLines, "customer_order_number", &["客户订单号", "采购单号", "客户采购单", "ponumber"]),
    may(OrderLines, "delivery_address", ADDRESS),
    may(OrderLines, "receiver", &["收货人", "收件人", "receiver"]),
    may(OrderLines, "receiver_phone", &["收货电话", "收件电话", "receiverphone"]),
    may(OrderLines, "terms", TERMS),
    may(OrderLines, "status", STATUS),
    may(OrderLines, "note", NOTE),
    // A company or a contact: a lead needs one of them, not both.
    may(
        Leads,
        "name",
        &[
            "客户名称",
            "公司名称",
            "单位名称",
            "企业名称",
            "线索名称",
            "公司",
            "单位",
            "客户",
            "线索",
            "companyname",
            "customername",
            "company",
            "customer",
            "lead",
            "name",
        ],
    ),
    may(
        Leads,
        "contact_name",
        &["联系人", "联系人姓名", "姓名", "称呼", "contactname", "contact", "contactperson"],
    ),
    may(Leads, "contact_title", &["职务", "职位", "contacttitle", "title", "position"]),
    may(
        Leads,
        "contact_phone",
        &[
            "联系方式",
            "电话",
            "联系电话",
            "手机",
            "手机号",
            "手机号码",
            "mobile",
            "contactphone",
            "phone",
            "telephone",
            "tel",
        ],
    ),
    may(Leads, "wechat", &["微信", "微信号", "wechat"]),
    may(Leads, "contact_email", &["邮箱", "电子邮箱", "电子邮件", "邮件", "email", "mail"]),
    may(Leads, "industry", &["所属行业", "行业", "industry"]),
    may(
        Leads,
        "region",
        &["省市区", "所在地区", "所在地", "地区", "区域", "地址", "region", "location", "address"],
    ),
    may(Leads, "province", &["省", "省份", "province"]),
    may(Leads, "city", &["市", "城市", "city"]),
    may(Leads, "district", &["区", "区县", "县", "district"]),
    may(
        Leads,
        "source",
        &["来源", "线索来源", "客户来源", "来源渠道", "渠道", "leadsource", "source", "channel"],
    ),
    may(Leads, "source_note", &["来源说明", "介绍人", "展会名称", "sourcenote", "referredby"]),
    may(
        Leads,
        "need",
        &[
            "需求",
            "需求描述",
            "客户需求",
            "需求内容",
            "咨询内容",
            "意向产品",
            "need",
            "needs",
            "requirement",
            "inquiry",
        ],
    ),
    may(
        Leads,
        "received_at",
        &["收到时间", "收到", "收到日期", "接收时间", "咨询时间", "来访时间", "receivedat", "received"],
    ),
    may(
        Leads,
        "registered_at",
        &[
            "登记时间",
            "登记",
            "登记日期",
            "录入时间",
            "创建时间",
            "创建日期",
            "registeredat",
            "registered",
            "createdat",
        ],
    ),
    may(Leads, "person_key", PERSON),
    may(
        Leads,
        "grade",
        &["评级", "等级", "级别", "线索等级", "意向等级", "意向", "跟进状态", "客户等级", "grade", "rating"],
    ),
    may(Leads, "state", &["状态", "线索状态", "需求阶段", "state", "status", "leadstatus", "stage"]),
    may(Leads, "reason", &["原因", "理由", "输单原因", "无效原因", "reason"]),
    may(
        Leads,
        "last_contact_on",
        &["最近跟进时间", "最近跟进日期", "最近跟进", "lastcontact", "lastfollowup"],
    ),
    may(Leads, "note", NOTE),
];

/// The fields of a target.
pub fn of(target: ImportTarget) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| field.target == target)
}

/// Whether anybody calls a column so.
pub fn is_title(key: &str) -> bool {
    FIELDS.iter().any(|field| field.titles.contains(&key))
}

impl Field {
    /// How well a title fits: 0 is best; none when it does not.
    pub fn fit(&self, key: &str) -> Option<usize> {
        self.titles.iter().position(|title| *title == key)
    }
}
