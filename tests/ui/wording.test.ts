/** The wording as boxes: facts under plain names and back, chips, the standard. */
import { describe, expect, it } from "vitest";
import type { SentenceRule } from "../../ui/bridge/generated";
import { pieces, placeAt, said, shown, worded, wordingForm, wordingOf, written, wrongIn } from "../../ui/features/settings/wording";
import { wording } from "../../ui/words/wording";

const names = wording.zh.places;
const rule: SentenceRule = { sentence: "confirm", places: ["deadline", "days"], needs: ["deadline", "days"], most: 500, lines: false, mailed: false, zh: "请在 {deadline}回签。", en: "Please answer {deadline}." };
const standard = { confirm_days: 3, objection_days: 7, zh: {}, en: {} };

describe("facts in a sentence", () => {
  it("goes to plain names and back in every language", () => {
    for (const places of [wording.zh.places, wording.en.places]) {
      const all = Object.keys(places).map((code) => `{${code}}`).join("");
      expect(written(shown(all, places), places)).toBe(all);
      expect(new Set(Object.values(places)).size).toBe(Object.keys(places).length);
    }
    expect(shown("请在 {deadline}回签 {nobody}", names)).toBe("请在 {确认期限}回签 {nobody}");
  });
  it("understands what is typed by hand, with the wide braces of an input method too", () => {
    expect(written("｛确认期限｝、{ 确认天数 }、{deadline}、{别的}", names)).toBe("{deadline}、{days}、{deadline}、{别的}");
  });
  it("makes chips of what may stand there and marks what may not", () => {
    const all = pieces("在{确认期限}，{订单编号}{", names, rule.places);
    expect(all.map((one) => [one.kind, one.text])).toEqual([["text", "在"], ["place", "{确认期限}"], ["text", "，"], ["strange", "{订单编号}"], ["strange", "{"]]);
    expect(all.map((one) => one.text).join("")).toBe("在{确认期限}，{订单编号}{");
  });
  it("takes a chip as one thing from either side, and leaves text alone", () => {
    const all = pieces("在{确认期限}前", names, rule.places);
    expect([placeAt(all, 7, "before"), placeAt(all, 4, "before"), placeAt(all, 1, "after")]).toEqual([{ from: 1, to: 7 }, { from: 1, to: 7 }, { from: 1, to: 7 }]);
    expect([placeAt(all, 1, "before"), placeAt(all, 7, "after"), placeAt(all, 8, "before")]).toEqual([null, null, null]);
  });
});

describe("the standard", () => {
  it("is followed until one says something else, and again afterwards", () => {
    const form = wordingForm(standard);
    expect(said(form, rule, "Zh")).toBe(rule.zh);
    const own = worded(form, rule, "Zh", "请回签 {days}。");
    expect(wordingOf(own)).toEqual({ ...standard, zh: { confirm: "请回签 {days}。" } });
    expect(said(own, rule, "En")).toBe(rule.en);
    expect(worded(own, rule, "Zh", rule.zh)).toEqual(form);
    expect(wordingOf(worded(form, rule, "Zh", "")).zh).toEqual({ confirm: "" });
  });
  it("refuses days that are no days at their box", () => {
    expect(wordingOf({ ...wordingForm(standard), confirm: "三", objection: "" })).toMatchObject({ confirm_days: 0, objection_days: -1 });
  });
  it("counts what is wrong by language, each sentence once", () => {
    const wrong = (field: string) => ({ code: "FieldHasControl" as const, field });
    expect(wrongIn([wrong("wording.zh.confirm"), wrong("wording.zh.confirm"), wrong("wording.en.deemed"), wrong("confirm_days")], "Zh")).toBe(1);
  });
});
