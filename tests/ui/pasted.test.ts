/** Pasted blocks on the page: what is marked, what is taken by itself, and where it goes on a card. */
import { describe, expect, it } from "vitest";
import type { CustomerCard, PartKind, PastedPart } from "../../ui/bridge";
import { emptyCard } from "../../ui/features/customers/card";
import { applied, placeOnCard } from "../../ui/features/customers/pasted";
import { decided, keyOf, segments, withTaken } from "../../ui/parts/pasted";
import { words } from "../../ui/words";

const w = words.Zh;

function parts(...said: [PartKind, string][]): PastedPart[] {
  let at = 0;
  return said.map(([kind, value]) => {
    const start = at;
    at += value.length + 1;
    return { kind, value, start, end: start + value.length, confidence: "Sure", problems: [], region: null };
  });
}

function card(found: PastedPart[], on: CustomerCard, decisions = {}): CustomerCard {
  const taken = withTaken(found, decisions, (some) => placeOnCard(on, some, w)).found;
  return applied(on, taken.filter((part) => part.taken), w);
}

describe("a pasted block", () => {
  it("fills an empty card: a mobile belongs to the person, a fixed line to the company", () => {
    const filled = card(parts(["Company", "示例甲有限公司"], ["Person", "李明"], ["Title", "经理"], ["Phone", "0571-55550001"], ["Phone", "13900000002"], ["Email", "a@example.com"], ["TaxNumber", "914403001922038216"], ["BankName", "示例银行"], ["BankAccount", "620000"], ["Need", "要 20 把锁"]), emptyCard());
    expect(filled).toMatchObject({ name: "示例甲有限公司", phone: "0571-55550001", tax_number: "914403001922038216", bank_name: "示例银行", bank_account: "620000", note: "要 20 把锁" });
    expect(filled.contacts).toEqual([{ id: null, name: "李明", title: "经理", salutation: "", phone: "13900000002", wechat: "", email: "a@example.com", main: true }]);
  });

  it("keeps what has no place of its own in the note", () => {
    const filled = card(parts(["Person", "李明"], ["Phone", "13900000002"], ["Phone", "13900000003"], ["Phone", "13900000004"], ["TaxNumber", "1"], ["TaxNumber", "2"]), emptyCard());
    expect(filled.contacts[0]?.phone).toBe("13900000002");
    expect(filled.phone).toBe("13900000003");
    expect(filled.note).toBe("电话 13900000004\n税号 2");
  });

  it("gives each of two people their own numbers", () => {
    const filled = card(parts(["Person", "李明"], ["Phone", "13900000002"], ["Person", "王芳"], ["Phone", "13900000003"]), emptyCard());
    expect(filled.contacts.map((one) => [one.name, one.phone, one.main])).toEqual([["李明", "13900000002", true], ["王芳", "13900000003", false]]);
  });

  it("changes nothing that differs before it is ticked, and shows what is there", () => {
    const known: CustomerCard = { ...emptyCard("示例甲有限公司"), id: 7, tax_number: "914403001922038216", contacts: [{ id: 3, name: "李明", title: "", salutation: "", phone: "13900000002", wechat: "", email: "", main: true }] };
    const found = parts(["Company", "示例乙有限公司"], ["Person", "李明"], ["Phone", "13900000009"], ["Email", "a@example.com"]);
    const place = (some: PastedPart[]): ReturnType<typeof placeOnCard> => placeOnCard(known, some, w);
    const { found: shown, placed } = withTaken(found, {}, place);
    expect(shown.map((part) => part.taken)).toEqual([false, true, false, true]);
    expect(placed.map((one) => one?.old)).toEqual(["示例甲有限公司", "李明", "13900000002", ""]);
    const kept = card(found, known);
    expect([kept.name, kept.contacts.length, kept.contacts[0]?.phone, kept.contacts[0]?.email, kept.contacts[0]?.id]).toEqual(["示例甲有限公司", 1, "13900000002", "a@example.com", 3]);
    const ticked = card(found, known, { [keyOf(found[2] as PastedPart)]: { taken: true } });
    expect(ticked.contacts[0]?.phone).toBe("13900000009");
  });

  it("moves the next one up when the first is left out", () => {
    const found = parts(["Company", "示例甲有限公司"], ["Company", "示例乙有限公司"]);
    expect(card(found, emptyCard())).toMatchObject({ name: "示例甲有限公司", invoice_title: "示例乙有限公司" });
    expect(card(found, emptyCard(), { [keyOf(found[0] as PastedPart)]: { taken: false } })).toMatchObject({ name: "示例乙有限公司", invoice_title: "" });
  });

  it("puts an address into its boxes, and one called so by hand into the street", () => {
    const [address] = parts(["Address", "海南省三亚市天涯区示例路8号"]) as [PastedPart];
    const region = { province: "海南省", city: "三亚市", district: "天涯区", street: "示例路8号" };
    expect(card([{ ...address, region }], emptyCard())).toMatchObject({ ...{ province: "海南省", city: "三亚市", district: "天涯区" }, address: "示例路8号" });
    const text = "客户　在\n桥东路 1 号";
    const again = decided(text, [{ ...address, kind: "Need", start: 0, end: text.length }], { [`0-${text.length}`]: { kind: "Address" } });
    expect(card(again, emptyCard()).address).toBe("客户 在 桥东路 1 号");
  });

  it("is cut without loss", () => {
    const text = "🎉甲公司,李明。";
    const found = withTaken([{ kind: "Company", value: "甲公司", start: 2, end: 5, confidence: "Sure", problems: [], region: null }], {}, (some) => placeOnCard(emptyCard(), some, w)).found;
    expect(segments(text, found).map((piece) => piece.text)).toEqual(["🎉", "甲公司", ",李明。"]);
  });
});
