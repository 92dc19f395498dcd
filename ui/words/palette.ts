/** Words of the search of everything. */
const zh = {
  box: "搜单据、客户、命令：文字、单号或拼音首字母",
  nothing: (text: string) => `没有找到「${text}」。可以输入名称里任意几个字、号码中间的几位，或拼音首字母。`,
  announce: (n: number, text: string) => (n === 0 ? `没有找到「${text}」` : `「${text}」找到 ${n} 条`),
  count: (n: number) => `${n} 条`,
  tabs: { all: "全部", leads: "线索", documents: "单据", customers: "客户", products: "产品", commands: "命令" },
  kinds: { Order: "订单", Opportunity: "商机", Quotation: "报价", Contract: "合同", Lead: "线索", Customer: "客户", Contact: "联系人", Product: "产品", command: "命令", recent: "最近打开", unfinished: "未完成" },
  fields: {
    customer: "客户", code: "编号", short_name: "简称", phone: "电话", tax_number: "税号", email: "邮箱", wechat: "微信", owner: "负责人",
    customer_order_number: "客户订单号", contract_number: "合同号", line: "明细", category: "类别", contact: "联系人", need: "需求", industry: "行业", region: "区域",
  } as Record<string, string>,
  choose: "上下",
  change: "换类别",
  speak: "Switch to English",
  toLight: "换成浅色",
  toDark: "换成深色",
  export: "写出本月工作簿",
  exported: (path: string) => `工作簿已写出：${path}`,
};

const en: typeof zh = {
  box: "Documents, customers, commands: text, number or pinyin",
  nothing: (text) => `Nothing found for “${text}”. Try any part of a name, digits from the middle of a number, or pinyin initials.`,
  announce: (n, text) => (n === 0 ? `Nothing found for ${text}` : `${n} ${n === 1 ? "result" : "results"} for ${text}`),
  count: (n) => `${n} ${n === 1 ? "result" : "results"}`,
  tabs: { all: "All", leads: "Leads", documents: "Documents", customers: "Customers", products: "Products", commands: "Commands" },
  kinds: { Order: "Orders", Opportunity: "Deals", Quotation: "Quotations", Contract: "Contracts", Lead: "Leads", Customer: "Customers", Contact: "Contacts", Product: "Products", command: "Commands", recent: "Recently opened", unfinished: "Unfinished" },
  fields: {
    customer: "Customer", code: "Code", short_name: "Short name", phone: "Phone", tax_number: "Tax number", email: "E-mail", wechat: "WeChat", owner: "Owner",
    customer_order_number: "Their order", contract_number: "Contract", line: "Line", category: "Category", contact: "Contact", need: "Need", industry: "Industry", region: "Region",
  },
  choose: "choose",
  change: "kind",
  speak: "切换到中文",
  toLight: "Switch to light",
  toDark: "Switch to dark",
  export: "Write this month's workbook",
  exported: (path) => `Workbook written: ${path}`,
};

export const palette = { zh, en };
