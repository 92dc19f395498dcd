/** A customer's card, and what is told about tax numbers, phones and addresses while typing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cardFaults, emptyCard, emptyContact, regionText, similarAsk, tidyCard, withoutContact } from "../../ui/features/customers/card";
import { looksLikeEmail, looksLikePhone, readTaxNumber, tidyTaxNumber } from "../../ui/parts/reach";

const contact = (name: string, main = false) => ({ ...emptyContact(main), name });

describe("the card", () => {
  it("asks for a name and names each fault's field", () => {
    const card = { ...emptyCard(), phone: "abc", tax_number: "91440300", contacts: [{ ...emptyContact(true), email: "a@b", phone: "138 0000 0000" }] };
    expect(cardFaults(card).map((fault) => fault.field)).toEqual(["name", "tax_number", "phone", "contacts.0.name", "contacts.0.email"]);
    expect(cardFaults(emptyCard("青屿酒店"))).toEqual([]);
    // Counted in characters, as the core counts: an emoji is one.
    expect(cardFaults(emptyCard("😀".repeat(200)))).toEqual([]);
    expect(cardFaults(emptyCard("😀".repeat(201)))).toEqual([{ field: "name", says: "tooLong" }]);
  });
  it("drops rows nobody filled and keeps exactly one main contact", () => {
    const tidy = tidyCard({ ...emptyCard("甲"), contacts: [emptyContact(true), contact("祝女士"), contact("方师傅")] });
    expect(tidy.contacts.map((one) => [one.name, one.main])).toEqual([["祝女士", true], ["方师傅", false]]);
    expect(tidyCard(emptyCard("甲")).contacts).toEqual([]);
  });
  it("makes another contact the main one when the main one goes", () => {
    expect(withoutContact([contact("甲", true), contact("乙"), contact("丙")], 0).map((one) => one.main)).toEqual([true, false]);
    expect(withoutContact([contact("甲"), contact("乙", true)], 0).map((one) => one.main)).toEqual([true]);
  });
  it("asks for look-alikes only with enough to go by", () => {
    expect(similarAsk(emptyCard("甲"))).toBeNull();
    expect(similarAsk({ ...emptyCard("甲"), phone: "0500-6600 123" })?.phones).toEqual(["0500-6600 123"]);
    expect(similarAsk(emptyCard("青屿"))?.name).toBe("青屿");
  });
  it("does not say a city twice", () => {
    expect(regionText({ province: "北京市", city: "北京市", district: "朝阳区" })).toBe("北京市 朝阳区");
    expect(regionText({ province: "", city: "", district: "" })).toBe("");
  });
});

describe("tax numbers", () => {
  const vectors = readFileSync(join(import.meta.dirname, "../vectors/uscc.csv"), "utf8").trim().split(/\r?\n/).slice(1).map((row) => row.split(","));
  it("has vectors", () => expect(vectors.length).toBeGreaterThan(3));
  it("agrees with the vectors", () => {
    for (const [code = "", valid = ""] of vectors) {
      const accepted = ["right", "old", "empty"].includes(readTaxNumber(code).kind);
      expect([code, accepted]).toEqual([code, /^(true|valid|ok|1|yes)/i.test(valid)]);
    }
  });
  it("says what is wrong", () => {
    expect(readTaxNumber("914403001922038216")).toEqual({ kind: "right" });
    expect(readTaxNumber("914403001922038210")).toEqual({ kind: "check", expected: "6" });
    expect(readTaxNumber("91440300192203821")).toEqual({ kind: "length", found: 17 });
    expect(readTaxNumber("91440300I922038216")).toEqual({ kind: "letter", letter: "I" });
    expect(readTaxNumber("123456789012345")).toEqual({ kind: "old" });
  });
  it("reads what is pasted", () => expect(tidyTaxNumber(" ９１44-0300 1922 0382 16 ")).toBe("914403001922038216"));
});

describe("phones and addresses", () => {
  it("accepts what people write", () => {
    for (const phone of ["", "138 0000 0220", "0500-00006600", "+86 (0)20 1234 5678", "400-820-8820转3"]) expect([phone, looksLikePhone(phone)]).toEqual([phone, true]);
    for (const phone of ["abc", "12", "电话待补"]) expect([phone, looksLikePhone(phone)]).toEqual([phone, false]);
  });
  it("wants an at and a dot", () => {
    for (const email of ["", "a@b.cn", "zhu.nv+1@boye.example.com"]) expect([email, looksLikeEmail(email)]).toEqual([email, true]);
    for (const email of ["a@b", "a b@c.cn", "a@b.cn,c@d.cn", "@b.cn"]) expect([email, looksLikeEmail(email)]).toEqual([email, false]);
  });
});
