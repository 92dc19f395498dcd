// What this computer remembers of the desk, and the words of its settings.
import { describe, expect, it } from "vitest";
import type { Company, HistoryChange } from "../../ui/bridge";
import { accountField, accountsOf, madeStandard, missingAccounts, withAccounts } from "../../ui/features/settings/accountRows";
import { SECTIONS, findables, found } from "../../ui/features/settings/finder";
import { seriesForm, seriesSave } from "../../ui/features/settings/series";
import { SIZES, steppedZoom } from "../../ui/parts/desk";
import { labelOf, readable } from "../../ui/parts/pastWords";
import { words } from "../../ui/words";

const company: Company = {
  name: "岭桥", name_en: "", tax_number: "", address: "", phone: "", email: "", bank_label: "基本户", bank_name: "甲", bank_account: "1",
  other_accounts: [{ label: "一般户", bank_name: "乙", bank_account: "2" }, { label: "", bank_name: "丙", bank_account: " " }],
};

describe("the size", () => {
  it("goes by steps from 80 to 150 and stays there", () => {
    expect([SIZES[0], SIZES.at(-1)]).toEqual([80, 150]);
    const steps = (from: number, step: 1 | -1): number[] => SIZES.map(() => (from = steppedZoom(from, step)));
    expect(steps(100, 1).at(-1)).toBe(150);
    expect(steps(100, -1).at(-1)).toBe(80);
    expect([steppedZoom(100, 1), steppedZoom(100, -1), steppedZoom(150, 0)]).toEqual([110, 90, 100]);
  });
});

describe("bank accounts", () => {
  it("are one list whose first is the standard", () => {
    const accounts = accountsOf(company);
    expect(accounts.map((one) => one.bank_name)).toEqual(["甲", "乙", "丙"]);
    expect(withAccounts(accounts)).toEqual({ bank_label: "基本户", bank_name: "甲", bank_account: "1", other_accounts: company.other_accounts });
    expect(madeStandard(accounts, 1).map((one) => one.bank_name)).toEqual(["乙", "甲", "丙"]);
    expect(madeStandard(accounts, 9)).toBe(accounts);
  });
  it("name what is missing as the core does", () => {
    expect(missingAccounts(company)).toEqual(["other_accounts.1.bank_account"]);
    expect([accountField(0, "label"), accountField(0, "bank_name"), accountField(2, "bank_account")]).toEqual(["bank_label", "bank_name", "other_accounts.1.bank_account"]);
  });
});

describe("the numbers' rule", () => {
  const form = seriesForm({ prefix: " XS ", dash: true, digits: 4, reset: "Yearly" });
  it("asks for nothing where no serial was typed", () => expect(seriesSave(form)).toEqual({ series: { prefix: "XS", dash: true, digits: 4, reset: "Yearly" }, next: null }));
  it("takes digits only", () => {
    expect(seriesSave({ ...form, next: " 120 " })?.next).toBe(120);
    for (const strange of ["12a", "-1", "1.5", "一", "1234567"]) expect(seriesSave({ ...form, next: strange })).toBeNull();
  });
});

describe("the search of settings", () => {
  for (const language of ["Zh", "En"] as const) {
    it(`finds every section by its name (${language})`, () => {
      const all = findables(words[language]);
      for (const section of SECTIONS) expect(found(all, words[language].settings.sections[section])[0]?.section).toBe(section);
      expect(all.filter((one) => one.label.trim() === "")).toEqual([]);
    });
  }
  it("finds a setting by what it is called, then by what is said of it", () => {
    const all = findables(words.Zh);
    expect(found(all, "红涨绿跌").map((one) => [one.section, one.field])).toEqual([["approval", "red_is_up"]]);
    expect(found(all, "U 盘").map((one) => one.field)).toContain("backup-place");
    expect(found(findables(words.En), "BACKUP")[0]?.section).toBe("backup");
    expect(found(all, "没有这样的设置")).toEqual([]);
    expect(found(all, " ")).toEqual([]);
  });
});

describe("a change of a setting", () => {
  const read = (field: string, before: string, after: string): [string, string, string] => {
    const change: HistoryChange = { field, before, after };
    return [labelOf(words.Zh, "Zh", change, true), readable(words.Zh, field, before), readable(words.Zh, field, after)];
  };
  it("is read in the words of its page", () => {
    expect(read("policy.delivery_point", "Receipt", "Dispatch")).toEqual(["审批与口径 · 交付口径", "签收", "发货"]);
    expect(read("policy.levels.3.role", "", "Legal")).toEqual(["审批与口径 · 审批级别 4 · 角色", "", "法务"]);
    expect(read("policy.levels.3.from_fen", "0", "10000000")).toEqual(["审批与口径 · 审批级别 4 · 从这个金额起，元", "每一单", "100,000.00"]);
    expect(read("series.reset", "Monthly", "Never")).toEqual(["编号 · 流水号从 1 重新数", "每月", "不重数"]);
    expect(read("backup.daily", "true", "false")).toEqual(["备份 · 每天自动备份", "是", "否"]);
    expect(read("notices 3.letters", "true", "false")).toEqual(["提醒 · 信没寄出或不确定", "是", "否"]);
    expect(read("company.other_accounts.0.bank_name", "", "示例银行")).toEqual(["公司与抬头 · 银行账户 2 · 开户行", "", "示例银行"]);
    expect(read("company.phone", "1", "2")[0]).toBe("公司与抬头 · 电话");
    expect(read("notices 3.deadlines", "true", "false")[0]).toBe("提醒 · 时限到期");
    expect(read("clock.LeadFirstContact", '{"kind":"ClockHours","hours":48}', '{"kind":"ClockHours","hours":36}')).toEqual(["时限 · 首次联系", "48 小时", "36 小时"]);
    expect(read("calendar.2027.rests", "", "01-01 01-02")).toEqual(["工作日历 · 2027 年放假", "", "01-01 01-02"]);
    expect(read("calendar.clocks", "0", "12")).toEqual(["工作日历 · 改了到期时间的时限", "0", "12"]);
    expect(read("policy.most_leads", "30", "40")).toEqual(["审批与口径 · 每人在手线索上限", "30", "40"]);
    expect(read("language", "Zh", "En")).toEqual(["外观与语言 · 语言", "中文", "English"]);
    expect(read("mail.host", "", "smtp.example.com")[0]).toBe("邮件 · 服务器");
  });
  it("of people names roles in words", () => expect(read("roles", "SalesRep", "Finance, SalesRep").slice(1)).toEqual(["销售代表", "财务 · 销售代表"]));
});
