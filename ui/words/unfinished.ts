/** Words of forms that were begun and not saved. */
const zh = {
  title: "未完成",
  newOne: { lead: "新线索", opportunity: "新商机", quotation: "新报价", contract: "新合同", customer: "新客户", product: "新产品" } as Record<string, string>,
  kinds: { lead: "线索", opportunity: "商机", needs: "需求清单", quotation: "报价", contract: "合同", solution: "方案", "lead rating": "线索评级", customer: "客户", product: "产品", "settings company": "设置 · 公司", "settings mail": "设置 · 邮件", "settings policy": "设置 · 审批与口径", "settings clocks": "设置 · 时限", "settings numbers": "设置 · 编号", "settings wording": "设置 · 文书用语" } as Record<string, string>,
  foundNew: (when: string) => `${when} 填到一半，接着写就行。`,
  foundChanged: (when: string) => `${when} 改了一半，还没保存，接着改就行。`,
  startNamed: (name: string) => `不要它，新建「${name}」`,
  noName: "没写名称",
  kept: (when: string) => `还没保存，草稿已留（${when}）`,
  keeping: "还没保存，正在留草稿",
  notKept: "草稿没留成，请先保存",
  giveUp: "放弃",
  givenUp: (title: string) => `已放弃「${title}」`,
  count: (n: number) => `没填完的表单 ${n} 份`,
  close: { title: "这张卡片还没保存", text: "可以留着草稿，以后在「未完成」里接着写。", keep: "留着草稿", discard: "放弃修改", stay: "接着写" },
};

const en: typeof zh = {
  title: "Unfinished",
  newOne: { lead: "New lead", opportunity: "New deal", quotation: "New quotation", contract: "New contract", customer: "New customer", product: "New product" },
  kinds: { lead: "Lead", opportunity: "Deal", needs: "List of needs", quotation: "Quotation", contract: "Contract", solution: "Solution", "lead rating": "Rating of a lead", customer: "Customer", product: "Product", "settings company": "Settings · Company", "settings mail": "Settings · Mail", "settings policy": "Settings · Approval", "settings clocks": "Settings · Deadlines", "settings numbers": "Settings · Numbers", "settings wording": "Settings · Words of papers" },
  foundNew: (when) => `You began this ${when}. Just go on.`,
  foundChanged: (when) => `You changed this ${when} and did not save it. Just go on.`,
  startNamed: (name) => `Give it up, create “${name}”`,
  noName: "no name yet",
  kept: (when) => `Not saved; draft kept ${when}`,
  keeping: "Not saved; keeping the draft",
  notKept: "The draft could not be kept: please save",
  giveUp: "Give up",
  givenUp: (title) => `“${title}” given up`,
  count: (n) => `${n} unfinished ${n === 1 ? "form" : "forms"}`,
  close: { title: "This card is not saved", text: "The draft can stay; go on later under “Unfinished”.", keep: "Keep the draft", discard: "Discard changes", stay: "Go on" },
};

export const unfinished = { zh, en };
