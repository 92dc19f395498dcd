/** Words for the fields an import knows; the core names them, the list of form fields has the common ones. */
import type { ImportTarget, Language } from "../bridge";
import { fieldWords } from "./fields";

const own: Record<string, [zh: string, en: string]> = {
  customer_key: ["客户（名称或编码）", "customer (name or code)"],
  product_key: ["产品（名称或编码）", "product (name or code)"],
  person_key: ["负责人（姓名或工号）", "account manager (name or no.)"],
  order_key: ["订单的编号（连着明细）", "order's key (joins the lines)"],
  number: ["订单编号", "order number"],
  contact_title: ["联系人职务", "contact's position"],
  contact_phone: ["联系人电话", "contact's phone"],
  phone: ["公司电话", "company phone"],
  stage: ["需求阶段", "stage"],
  grade: ["跟进状态", "grade"],
  last_contact_on: ["最近跟进时间", "last contact"],
  customised: ["要定制", "made to order"],
  discontinued: ["停售", "discontinued"],
  price: ["含税单价", "price incl. tax"],
  cost: ["成本", "cost"],
  ordered_on: ["下单日期", "order date"],
  amount: ["含税金额", "amount incl. tax"],
  status: ["审批状态", "approval state"],
};

const byTarget: Record<string, [zh: string, en: string]> = {
  "People.name": ["姓名", "name"],
  "People.code": ["工号", "staff no."],
  "People.phone": ["电话", "phone"],
  "Leads.phone": ["联系方式", "phone"],
  "Leads.title": ["职务", "position"],
  "Leads.grade": ["评级", "grade"],
  "Leads.source": ["来源", "source"],
  "Leads.customer": ["客户名称", "customer name"],
  "Customers.name": ["客户名称", "customer name"],
  "Products.name": ["产品名称", "product name"],
  "OrderLines.name": ["品名", "line name"],
};

/** A field as the person sees it. */
export function importFieldWords(language: Language, target: ImportTarget, field: string): string {
  const pair = byTarget[`${target}.${field}`] ?? own[field];
  const words = pair === undefined ? fieldWords(language, field) : pair[language === "Zh" ? 0 : 1];
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
