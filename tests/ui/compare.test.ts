/** A record that two changed: who is proposed, what is chosen, and that nothing is lost. */
import { describe, expect, it } from "vitest";
import { cardOfFlat, emptyCard, emptyContact, flatOf } from "../../ui/features/customers/card";
import { comparedOf, mergedOf, proposed } from "../../ui/parts/comparing";

const base = { a: "1", b: "1", c: "1", d: { x: 1, y: 2 } };

describe("two versions of a record", () => {
  const fields = comparedOf(base, { ...base, a: "mine", c: "mine" }, { ...base, b: "theirs", c: "theirs", d: { y: 2, x: 1 } });
  it("differ only where they do, whatever the order of the parts", () => {
    expect(fields.map((field) => [field.key, field.both])).toEqual([["a", false], ["b", false], ["c", true]]);
  });
  it("propose whoever changed a field, and mine where both did", () => {
    expect(proposed(fields)).toEqual({ a: "mine", b: "theirs", c: "mine" });
  });
  it("become one as chosen", () => {
    const mine = { ...base, a: "mine", c: "mine" };
    const theirs = { ...base, b: "theirs", c: "theirs" };
    expect(mergedOf(mine, theirs, proposed(fields))).toEqual({ a: "mine", b: "theirs", c: "mine", d: base.d });
    expect(mergedOf(mine, theirs, { a: "theirs", b: "theirs", c: "theirs" })).toEqual(theirs);
  });
});

describe("a customer's contacts", () => {
  const contact = (id: number | null, name: string, main = false) => ({ ...emptyContact(main), id, name });
  it("are compared one by one; mine and theirs both join, and one is the main one", () => {
    const before = { ...emptyCard("甲"), id: 1, version: 1, contacts: [contact(1, "祝", true), contact(2, "钱")] };
    const mine = { ...before, contacts: [contact(1, "祝", true), contact(2, "钱"), contact(null, "我加的")] };
    const theirs = { ...before, version: 2, contacts: [contact(1, "祝青", true), contact(3, "对方加的")] };
    const fields = comparedOf(flatOf(before), flatOf(mine), flatOf(theirs));
    const card = cardOfFlat(mergedOf(flatOf(mine), flatOf(theirs), proposed(fields)), theirs);
    expect(card.version).toBe(2);
    expect(card.contacts.map((one) => [one.name, one.main])).toEqual([["祝青", true], ["对方加的", false], ["我加的", false]]);
  });
});
