/** Words of 「粘贴识别」: what was found in a pasted block and where it goes. */
import type { PartKind } from "../bridge";

const kinds: Record<PartKind, string> = {
  Company: "公司", Person: "姓名", Title: "职务", Phone: "电话", Email: "邮箱", TaxNumber: "税号", Address: "地址",
  BankName: "开户行", BankAccount: "账号", Wechat: "微信", Need: "需求",
};

const zh = {
  title: "粘贴识别",
  menu: "粘贴识别客户",
  hint: "把微信、邮件里的一段话或开票信息粘到这里。只在本机识别，不发到任何地方。",
  placeholder: "公司名称：…\n联系人：…　电话：…\n或：张三 采购经理 138…",
  keys: "Ctrl+V 粘贴",
  editText: "改原文",
  marked: "原文",
  found: (count: number) => (count === 0 ? "没有认出什么" : `认出 ${count} 项`),
  foundNothing: "没有认出公司、人、电话一类的内容。可以改原文，写成「电话：…」这样再试。",
  choose: "空格键或点击：要或不要；认错的可以改种类。",
  kinds,
  guess: "猜的",
  kindOf: (value: string) => `「${value}」是什么`,
  take: (kind: string, value: string) => `要 ${kind}「${value}」`,
  left: "不要",
  same: "已有，相同",
  replaces: (old: string) => `现有：${old}`,
  toNote: "备注",
  create: "填到新客户",
  fill: "填进这张卡片",
  fillOther: "填到这家",
  differing: (count: number) => `${count} 项和现有的不同，打勾才会改`,
  filled: (count: number) => `已填 ${count} 项，看过再保存`,
  contactOf: (name: string, field: string) => (name === "" ? `联系人${field}` : `${name} ${field}`),
};

const en: typeof zh = {
  title: "Paste to record",
  menu: "Paste a customer",
  hint: "Paste a chat message, a mail's signature or invoice details. It is read on this computer and sent nowhere.",
  placeholder: "Company: …\nContact: …  Phone: …\nor: Jane Doe, Purchasing Manager, 138…",
  keys: "Ctrl+V pastes",
  editText: "Edit the text",
  marked: "Text",
  found: (count) => (count === 0 ? "Nothing recognised" : `${count} found`),
  foundNothing: "No company, person or number was recognised. Edit the text, for example “Phone: …”, and try again.",
  choose: "Space or a click takes or leaves a part; a wrong kind can be changed.",
  kinds: {
    Company: "Company", Person: "Name", Title: "Position", Phone: "Phone", Email: "E-mail", TaxNumber: "Tax no.", Address: "Address",
    BankName: "Bank", BankAccount: "Account", Wechat: "WeChat", Need: "Request",
  },
  guess: "a guess",
  kindOf: (value) => `What is “${value}”`,
  take: (kind, value) => `Take ${kind} “${value}”`,
  left: "left out",
  same: "already there",
  replaces: (old) => `now: ${old}`,
  toNote: "Note",
  create: "Fill a new customer",
  fill: "Fill this card",
  fillOther: "Fill this one",
  differing: (count) => `${count} differ from what is there; tick them to change it`,
  filled: (count) => `${count} filled in; look, then save`,
  contactOf: (name, field) => (name === "" ? `Contact: ${field}` : `${name}: ${field}`),
};

export const pasted = { zh, en };
