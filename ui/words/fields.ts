/** Words for the fields that a refusal names: what the person sees above the box. */
import type { Language } from "../bridge";
import { wording } from "./wording";

const fields: Record<string, [zh: string, en: string]> = {
  company_name: ["公司全称", "company name"],
  name: ["名称", "name"],
  name_en: ["英文名称", "English name"],
  person_name: ["姓名", "your name"],
  short_name: ["简称", "short name"],
  print_name: ["打印名称", "print name"],
  code: ["编码", "code"],
  tax_number: ["统一社会信用代码", "tax number"],
  number_prefix: ["单号前缀", "number prefix"],
  digits: ["流水号位数", "digits of the serial"],
  next_serial: ["下一个流水号", "next serial"],
  keep: ["保留份数", "backups kept"],
  other_accounts: ["其他账户", "other accounts"],
  label: ["账户叫法", "label"],
  bank_label: ["账户叫法", "label"],
  senior: ["资深", "senior"],
  heir: ["接手的人", "taken over by"],
  address: ["地址", "address"],
  phone: ["电话", "phone"],
  email: ["邮箱", "e-mail"],
  wechat: ["微信", "WeChat"],
  bank_name: ["开户行", "bank"],
  bank_account: ["银行账号", "bank account"],
  password: ["密码", "password"],
  roles: ["角色", "roles"],
  region: ["区域", "region"],
  industry: ["行业", "industry"],
  title: ["职务", "title"],
  salutation: ["称谓", "salutation"],
  province: ["省", "province"],
  city: ["市", "city"],
  district: ["区", "district"],
  contacts: ["联系人", "contacts"],
  contact: ["联系人", "contact"],
  contact_id: ["联系人", "contact"],
  contact_name: ["联系人姓名", "contact's name"],
  contact_email: ["联系人邮箱", "contact's e-mail"],
  customer_id: ["客户", "customer"],
  customer: ["客户", "customer"],
  customer_name: ["客户名称", "customer name"],
  customer_order_number: ["客户采购单号", "customer's order no."],
  contract_number: ["合同编号", "contract no."],
  contract_signed_on: ["合同签订日期", "contract date"],
  contract_amount_fen: ["合同金额", "contract amount"],
  invoice_title: ["发票抬头", "invoice title"],
  invoice_kind: ["发票种类", "invoice kind"],
  terms: ["付款方式", "payment terms"],
  instalments: ["付款方式", "payment terms"],
  delivery_address: ["交付地址", "delivery address"],
  receiver: ["收货人", "receiver"],
  receiver_phone: ["收货电话", "receiver's phone"],
  promised_on: ["预计交付日期", "promised date"],
  owner_id: ["负责人", "account manager"],
  owner: ["负责人", "account manager"],
  waiver_fen: ["整单优惠", "waiver"],
  note: ["备注", "note"],
  lines: ["明细", "lines"],
  line_name: ["名称", "name"],
  spec: ["规格", "specification"],
  unit: ["单位", "unit"],
  quantity: ["数量", "quantity"],
  quantity_milli: ["数量", "quantity"],
  price: ["含税单价", "unit price"],
  price_micro: ["含税单价", "unit price"],
  discount: ["折扣", "discount"],
  tax_rate: ["税率", "tax rate"],
  category: ["类别", "category"],
  kind: ["种类", "kind"],
  delivered_on: ["交付日期", "delivery date"],
  behalf_reason: ["代录理由", "reason for recording"],
  evidence: ["凭据", "evidence"],
  host: ["服务器", "server"],
  port: ["端口", "port"],
  user: ["账号", "account"],
  from_address: ["发件邮箱", "sender address"],
  from_name: ["发件人名称", "sender name"],
  trusted_pem: ["证书", "certificate"],
  per_minute: ["每分钟封数", "letters a minute"],
  levels: ["审批级别", "levels"],
  to: ["收件人", "recipient"],
  by: ["经手人", "by whom"],
  amount_fen: ["金额", "amount"],
  level: ["级别", "level"],
  invoice_number: ["发票号", "invoice no."],
  customised: ["定制", "custom"],
  active: ["在售", "on sale"],
  in_use: ["在用", "in use"],
  decider: ["决定人", "decider"],
  attachment: ["附件", "attachment"],
  attachment_note: ["附件说明", "attachment note"],
  text: ["文字", "text"],
  share: ["付款比例", "share of payment"],
  days: ["付款天数", "days of payment"],
  "seller.name": ["本公司全称", "our company name"],
  "seller.name_en": ["本公司英文名称", "our English name"],
  "seller.tax_number": ["本公司税号", "our tax number"],
  "seller.address": ["本公司地址", "our address"],
  "seller.phone": ["本公司电话", "our phone"],
  "seller.email": ["本公司邮箱", "our e-mail"],
  "seller.bank_name": ["本公司开户行", "our bank"],
  "seller.bank_account": ["本公司银行账号", "our bank account"],
  "customer.name": ["客户名称", "customer name"],
  "customer.contact": ["客户联系人", "customer's contact"],
  "customer.salutation": ["联系人称谓", "contact's salutation"],
  "customer.title": ["联系人职务", "contact's title"],
  "customer.phone": ["联系人电话", "contact's phone"],
  "customer.email": ["联系人邮箱", "contact's e-mail"],
  "customer.tax_number": ["客户税号", "customer's tax number"],
  "manager.name": ["客户经理", "account manager"],
  "manager.phone": ["客户经理电话", "account manager's phone"],
  "manager.email": ["客户经理邮箱", "account manager's e-mail"],
  confirm_days: ["确认天数", "days to confirm"],
  objection_days: ["异议天数", "days to object"],
};

/** A sentence of the confirmation, with its language where it is told. */
function sentenceWords(language: Language, tongue: string | undefined, name: string): string {
  const w = language === "Zh" ? wording.zh : wording.en;
  const sentence = (w.sentences as Record<string, string>)[name];
  if (sentence === undefined) return fieldWords(language, name);
  const where = `${name.startsWith("mail_") ? w.mail : w.letter}${tongue === undefined ? "" : ` ${w.languages[tongue === "zh" ? "Zh" : "En"]}`}`;
  return language === "Zh" ? `${where}「${sentence}」` : `${where}, ${sentence.toLowerCase()}`;
}

/** The field's name as the person sees it; what is not known is shown as it came. */
export function fieldWords(language: Language, field: string): string {
  const sentence = /^wording\.(?:(zh|en)\.)?(\w+)$/.exec(field);
  if (sentence !== null) return sentenceWords(language, sentence[1], sentence[2] ?? "");
  const last = field.split(".").at(-1) ?? field;
  const pair = fields[field] ?? fields[last];
  if (pair === undefined) return field;
  const words = language === "Zh" ? pair[0] : pair[1];
  const row = /^lines\.(\d+)\./.exec(field)?.[1];
  if (row === undefined) return words;
  return language === "Zh" ? `第 ${row} 行的${words}` : `${words} of line ${row}`;
}
