/** What the search of everything can do besides finding: go to a room, make something new, back up, change the look. */
import type { ReactNode } from "react";
import { useAct, type AppStatus, type Language } from "../bridge";
import { Key, go, goTo, say } from "../parts";
import { ROOMS, addressOf, closeAll } from "../parts/place";
import { useWords } from "../words";
import { useMayLeave } from "./leaving";
import { setAppearance, useMode } from "../parts/theme";

/** One command: what it is called, what else somebody may type for it, and what it does. */
export interface Command {
  key: string;
  label: string;
  /** Its keys, where it has some. */
  keys?: ReactNode;
  run: () => void;
}

/** Typed instead of the label: 拼音, its initials, and the word of the other language. */
const ALIASES: Record<string, string> = {
  today: "jintian jt today 今天 待办",
  leads: "xiansuo xs leads 线索",
  opportunities: "shangji sj opportunities deals 商机",
  "new-opportunities": "xinshangji xsj xinjian xj new opportunity deal 新建 新商机",
  rating: "pingji pj rating grade 评级 线索",
  "paste-lead": "zhantie zt xiansuo xs paste lead 粘贴 线索 微信",
  "new-leads": "xinxiansuo xxs xinjian xj new lead 新建 新线索 登记",
  orders: "dingdan dd orders 订单",
  approvals: "shenpi sp approvals 审批",
  customers: "kehu kh customers 客户",
  products: "chanpin cp products 产品",
  reports: "baobiao bb yuebao reports 报表 月报",
  outbox: "fajianxiang fjx outbox mail 发件箱 邮件",
  import: "daoru dr import 导入",
  settings: "shezhi sz settings 设置",
  "new-orders": "xindingdan xdd xinjian xj new order 新建 新订单",
  "new-customers": "xinkehu xkh xinjian xj new customer 新建 新客户",
  "new-products": "xinchanpin xcp xinjian xj new product 新建 新产品",
  bin: "huishouzhan hsz shanchu sc bin trash deleted 回收站 删除",
  paste: "zhantie zt paste 粘贴 微信",
  backup: "beifen bf backup 备份",
  export: "daochu dc gongzuobu gzb yuebao export excel workbook 导出 工作簿 月报",
  language: "yuyan yy english zhongwen zw language 中文 英文 语言",
  look: "qianse shense qs ss anse light dark 浅色 深色 外观",
  keys: "jianpan kuaijiejian jp kjj keyboard shortcuts help bangzhu 键盘 快捷键 帮助",
  leave: "lizuo lz tuichu sign out leave 离座 退出",
};

/** Whether a command is meant by what was typed. */
export function isMeant(command: Command, text: string): boolean {
  const typed = text.toLowerCase();
  const aliases = (ALIASES[command.key] ?? "").split(" ");
  return command.label.toLowerCase().includes(typed) || aliases.some((alias) => alias.startsWith(typed));
}

/** All commands, in the order in which they stand. */
export function useCommands(status: AppStatus, language: Language, speak: (language: Language) => void, showKeys: () => void): Command[] {
  const { bin, frame: w, keys, leads, palette: p, pasted, settings } = useWords();
  const backup = useAct("book_backup", (made) => say(w.backupMade(made.path)));
  const workbook = useAct("month_workbook", (written) => say(p.exported(written.path)));
  const leave = useAct("person_sign_out", closeAll);
  const mayLeave = useMayLeave();
  const dark = useMode() === "dark";
  const month = Number(status.today.slice(0, 4)) * 100 + Number(status.today.slice(5, 7));
  const create = (room: "leads" | "opportunities" | "orders" | "customers" | "products", label: string, key: string): Command =>
    ({ key: `new-${room}`, label, keys: <><Key>N</Key> <Key>{key}</Key></>, run: () => go(room, "new") });
  return [
    create("leads", w.createLead, "L"),
    create("opportunities", w.createDeal, "D"),
    create("orders", w.createOrder, "O"),
    create("customers", w.createCustomer, "C"),
    create("products", w.createProduct, "P"),
    { key: "paste", label: pasted.menu, keys: <><Key>N</Key> <Key>V</Key></>, run: () => go("customers", "paste") },
    { key: "paste-lead", label: leads.paste.menu, run: () => go("leads", "paste") },
    { key: "rating", label: leads.rating.title, run: () => go("leads", "rating") },
    ...ROOMS.map((room): Command => ({ key: room, label: w.go(w.rooms[room]), run: () => goTo(addressOf(room)) })),
    { key: "bin", label: w.go(bin.title), run: () => go("settings", "bin") },
    ...Object.entries(settings.sections).filter(([section]) => section !== "bin").map(([section, name]): Command => ({ key: `settings-${section}`, label: `${settings.title} · ${name}`, run: () => go("settings", section) })),
    { key: "export", label: p.export, run: () => workbook.mutate({ ym: month, token: null }) },
    { key: "backup", label: w.backupNow, run: () => backup.mutate({}) },
    { key: "language", label: p.speak, run: () => speak(language === "Zh" ? "En" : "Zh") },
    { key: "look", label: dark ? p.toLight : p.toDark, run: () => setAppearance(dark ? "light" : "dark") },
    { key: "keys", label: keys.title, keys: <Key>?</Key>, run: showKeys },
    { key: "leave", label: w.signOut, run: () => void mayLeave(w.signOut).then((may) => { if (may) leave.mutate({}); }) },
  ];
}
