/** Words of the recycle bin. */
import type { BinKind } from "../bridge";

const kinds: Record<BinKind, string> = { Order: "订单草稿", Customer: "客户", Product: "产品", Contact: "联系人" };

const zh = {
  title: "回收站",
  lead: "没有编号的东西删除后放在这里，随时可以恢复。有编号的单据从不进来。",
  kinds,
  columns: { what: "名称", detail: "说明", who: "谁删的", when: "何时" },
  nothing: "回收站是空的。",
  noName: "（未选客户）",
  restore: "恢复",
  restored: (name: string) => `已恢复「${name}」`,
  remove: "删除",
  removed: (name: string) => `已删除「${name}」，在回收站里`,
  empty: "清空",
  emptyOld: "清掉 30 天以前的",
  emptyAll: "全部清空",
  emptyAsk: { title: "彻底删除", text: "清掉的不能再恢复，历史里仍然看得到是什么。", yes: "彻底删除" },
  emptied: "已清掉",
  onlyAdmin: "清空要管理员来做。",
};

const en: typeof zh = {
  title: "Recycle bin",
  lead: "What has no number lies here after it was deleted, and can be restored at any time. Numbered documents never come here.",
  kinds: { Order: "Draft order", Customer: "Customer", Product: "Product", Contact: "Contact" },
  columns: { what: "Name", detail: "Detail", who: "Deleted by", when: "When" },
  nothing: "The bin is empty.",
  noName: "(no customer yet)",
  restore: "Restore",
  restored: (name) => `“${name}” is back`,
  remove: "Delete",
  removed: (name) => `“${name}” deleted; it lies in the bin`,
  empty: "Empty",
  emptyOld: "What is older than 30 days",
  emptyAll: "Everything",
  emptyAsk: { title: "Delete for good", text: "This cannot be undone. The history still tells what it was.", yes: "Delete for good" },
  emptied: "Deleted for good",
  onlyAdmin: "An administrator empties the bin.",
};

export const bin = { zh, en };
