/** Words of the card of keys. */
const zh = {
  title: "键盘快捷键",
  note: "单个字母在填写时不起作用，输入法选字时什么键都不起作用。",
  groups: { everywhere: "到处", list: "列表里", document: "单据和月报里", leads: "线索评级和今天里", paper: "看纸面时", form: "填写时", sheet: "明细表格里" },
  what: {
    search: "搜索一切：单据、客户、命令", create: "新建，再按 L 线索、O 订单、C 客户、P 产品、V 粘贴识别", palette: "在搜索里换类别", close: "退一步：关掉打开的", tabs: "下一份打开的单据（加 Shift 往回）", closeTab: "关闭这份单据", quit: "关窗口，没保存的先问", zoom: "放大、缩小、还原", help: "这张表",
    move: "往下、往上（也可用方向键）", page: "翻页", ends: "最前、最后", open: "打开", peek: "在旁边预览", find: "在列表里找", filter: "加条件；在设置里找设置", choose: "选中这一行（Shift 加方向键连选）；评级时：无效", chooseAll: "选中筛选出的全部", copy: "复制所见或所选", paste: "在客户、线索里：粘贴识别",
    grade: "评为 A、B、C 类", grounds: "写第几条依据", why: "看期限怎样算出来", snooze: "推迟提醒",
    act: "做第一个动作：编辑、提交、同意…", section: "看第几节", papers: "看纸面：确认函、发货单…", resend: "在发件箱：再次发送", month: "上个月、下个月；报价：上一版、下一版", versions: "报价：毛利，下一处差异",
    paperSize: "放大、缩小、合宽", paperPage: "下一页、上一页", print: "打印", keep: "另存",
    save: "保存", submit: "提交", undo: "撤销、重做",
    cell: "下一格、下一行（加 Shift 往回）", edit: "改这一格", empty: "清空", all: "全选", fill: "向下填充", rows: "插入行、删除行", moveRow: "把行上移、下移",
  },
};

const en: typeof zh = {
  title: "Keyboard shortcuts",
  note: "Single letters rest while you type; nothing listens while an input method composes.",
  groups: { everywhere: "Everywhere", list: "In lists", document: "In documents and months", leads: "Rating leads, and today", paper: "On a paper", form: "In forms", sheet: "In the lines" },
  what: {
    search: "Search everything: documents, customers, commands", create: "New, then L lead, O order, C customer, P product, V paste", palette: "Change the kind while searching", close: "One step back", tabs: "Next open document (Shift: back)", closeTab: "Close this document", quit: "Close the window; asks first", zoom: "Larger, smaller, usual size", help: "This card",
    move: "Down, up (arrows too)", page: "A page down, up", ends: "First, last", open: "Open", peek: "Look at it beside the list", find: "Find in the list", filter: "Add a condition; in settings, find one", choose: "Choose the row (Shift and arrows: several); rating: invalid", chooseAll: "Choose all that is filtered", copy: "Copy what is shown or chosen", paste: "Among customers and leads: paste to record",
    grade: "Grade A, B, C", grounds: "Write the first, second, third ground", why: "How the deadline was reckoned", snooze: "Put off",
    act: "First act: edit, submit, agree…", section: "Section by its number", papers: "Its papers: confirmation, delivery note…", resend: "In the outbox: send again", month: "Month before, after; quotations: version", versions: "Quotations: margins, next difference",
    paperSize: "Larger, smaller, to the width", paperPage: "Page after, before", print: "Print", keep: "Save a copy",
    save: "Save", submit: "Submit", undo: "Undo, redo",
    cell: "Next cell, next row (Shift: back)", edit: "Edit the cell", empty: "Empty", all: "Select all", fill: "Fill down", rows: "Insert, remove rows", moveRow: "Move rows up, down",
  },
};

export const keys = { zh, en };
