// Bad input on the road to a contract, in both languages: each is refused by name at its place, says what to do, and what
// was typed stays; a version that was sent, an offer whose time is over and a contract that nobody read refuse likewise.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openDesk } from "./harness.mjs";

const JOURNEY = { timeout: 180_000 };
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";
let desk;
let seat;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());
beforeEach(async () => { seat = await desk.page({ width: 1024, height: 700 }); });
afterEach(async () => {
  // What the core refuses, the browser takes for a failed request.
  for (const said of seat.complaints) assert.match(said, /^Failed to load resource.*422/);
  await desk.call("language_set", { language: "Zh" });
  await seat.close();
});

const cell = (row, column) => seat.page.locator(`[data-cell="${row}:${column}"]`);
const write = async (row, column, text) => {
  await cell(row, column).click();
  await seat.page.keyboard.type(text);
  await seat.page.keyboard.press("Enter");
};
/** Waits until a cell says this of itself while the keyboard is there; the core answers a moment after the last key. */
const says = async (row, column, what) => {
  await seat.page.locator(`td.bad[data-row="${row + 1}"][data-col="${column}"]`).waitFor();
  await cell(row, column).click();
  await seat.page.locator(".cellsays", { hasText: what }).waitFor();
};
const at = (field) => seat.page.locator(`[data-field="${field}"]`).first();

async function speak(language) {
  await desk.call("language_set", { language });
  await seat.page.reload();
  await seat.page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language.toLowerCase());
  await seat.settled();
}

async function deal(name) {
  const { rows: [buyer] } = await desk.call("customer_list", { filter: {}, sort: "name", descending: false, after: null, limit: 1 });
  return (await desk.call("opportunity_save", { id: null, version: null, name, customer_id: buyer.id, owner_id: null, expected_fen: 0, expected_on: null })).card.id;
}

const WORDS = {
  Zh: { bounds: /数量应在 0 到 1,000,000,000,000 之间/, positive: /数量应大于零/, wanted: /数量/, discount: /0 % 到 100 % 之间/, rate: /17 %.*现行税率/, ratePast: /16 %.*现行税率/, past: /已过，请改成今天或以后/, shares: /90.*100/ },
  En: { bounds: /quantity must lie between 0 and 1,000,000,000,000/, positive: /quantity must be above zero/, wanted: /quantity/, discount: /between 0 % and 100 %/, rate: /17 %.*present one/, ratePast: /16 %.*present one/, past: /is over; give today/, shares: /90.*100/ },
};

for (const language of ["Zh", "En"]) {
  test(`a quotation refuses bad figures, rates, dates and shares where they stand (${language})`, JOURNEY, async () => {
    const w = WORDS[language];
    await seat.go("quotations");
    await speak(language);
    const id = await deal(`坏输入 ${language}`);
    await seat.go(`quotations/new/${id}`);
    await seat.at("quotation-form").waitFor();
    for (const [column, text] of Object.entries({ name: "门锁", quantity: "-3", unit: "把", price: "640", rate: "17" })) await write(0, column, text);
    for (const [column, text] of Object.entries({ name: "主机", quantity: "0", unit: "台", price: "1150", rate: "13" })) await write(1, column, text);
    await seat.at("valid-until").fill("2020-01-01");
    // A figure that cannot be is told before what the law says of the whole.
    await says(0, "quantity", w.bounds);
    await write(0, "quantity", "3");
    await says(1, "quantity", w.positive);
    await write(1, "quantity", "2");
    await says(0, "rate", w.rate);
    assert.match(await at("valid_until").textContent(), w.past);
    assert.ok(await seat.at("quotation-submit").isDisabled());
    // More than everything off: the core cannot reckon with it, and says so at the cell.
    await write(0, "discount", "150");
    await says(0, "discount", w.discount);
    await cell(0, "discount").click();
    await seat.page.keyboard.press("Delete");
    await seat.at("terms").click();
    await seat.page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option").last().click();
    await seat.at("terms-dialog").waitFor();
    await seat.page.locator('[data-test="terms-dialog"] .ant-input-number input').first().fill("20");
    assert.match(await seat.at("terms-dialog").textContent(), w.shares);
    assert.ok(await seat.at("terms-save").isDisabled());
    await seat.page.keyboard.press("Escape");
    // Nothing is lost: it is kept as it was typed, and found again.
    await seat.page.waitForFunction(() => document.querySelector("[data-test=kept]") !== null);
    await seat.page.waitForTimeout(1_500);
    await seat.page.reload();
    await seat.at("quotation-form").waitFor();
    assert.deepEqual([await cell(0, "quantity").inputValue(), await cell(1, "quantity").inputValue(), await seat.at("valid-until").inputValue()], ["3", "2", "2020-01-01"]);
    assert.equal(await cell(0, "rate").inputValue(), "17 %");
  });

  test(`a contract and a list of needs refuse them likewise (${language})`, JOURNEY, async () => {
    const w = WORDS[language];
    await seat.go("contracts");
    await speak(language);
    await seat.go("contracts/new");
    await seat.at("contract-customer").click();
    await seat.page.locator(".ant-select-item-option").first().click();
    for (const [column, text] of Object.entries({ name: "门锁", quantity: "-2", unit: "把", price: "640", rate: "16" })) await write(0, column, text);
    await says(0, "quantity", w.bounds);
    await write(0, "quantity", "0");
    await says(0, "quantity", w.positive);
    await write(0, "quantity", "2");
    await says(0, "rate", w.ratePast);
    await seat.press("contract-discard");
    const id = await deal(`坏清单 ${language}`);
    await seat.go(`opportunities/${id}/needs`);
    await write(0, "name", "门锁");
    await write(0, "quantity", "-5");
    await seat.press("needs-save");
    await says(0, "quantity", w.wanted);
  });

  test(`a sent version, and a contract nobody read, are not to be changed or signed (${language})`, JOURNEY, async () => {
    const { rows: [sent] } = await desk.call("quotation_list", { filter: { states: ["Sent"] }, sort: "created", descending: false, after: null, limit: 1 });
    await seat.go(`quotations/${sent.id}/edit`);
    await speak(language);
    assert.equal(await seat.at("quotation-form").count(), 0);
    await seat.page.locator(".note").first().waitFor();
    const { rows: [waiting] } = await desk.call("contract_list", { filter: { states: ["InReview"] }, sort: "created", descending: false, after: null, limit: 1 });
    await seat.go(`contracts/${waiting.id}`);
    await seat.at("contract").waitFor();
    assert.equal(await seat.page.locator('button[data-test="act-Sign"]:not([aria-disabled=true])').count(), 0);
    const { version } = await desk.call("contract_view", { id: waiting.id });
    const { sha256: scan } = await desk.call("file_keep", { name: "签署页.png", mime: "image/png", base64: PIXEL });
    await assert.rejects(desk.call("contract_sign", { id: waiting.id, version, signed_on: "2026-10-08", our_signatory: "甲", their_signatory: "乙", scan }), /ContractNotReviewed|WrongState/);
  });
}

test("an offer whose time is over cannot be accepted, and says how to go on", JOURNEY, async () => {
  const late = await openDesk({ now: "2027-03-01T01:42:00Z" });
  const page = await late.page();
  try {
    const { rows: [offer] } = await late.call("quotation_list", { filter: { states: ["Sent", "Expired"] }, sort: "created", descending: false, after: null, limit: 1 });
    const { version } = await late.call("quotation_view", { id: offer.id });
    await assert.rejects(late.call("quotation_accept", { id: offer.id, version, note: "" }), /QuotationExpired|WrongState/);
    for (const language of ["Zh", "En"]) {
      await late.call("language_set", { language });
      await page.go(`quotations/${offer.id}`);
      await page.page.reload();
      await page.at("quotation").waitFor();
      await page.settled();
      assert.equal(await page.page.locator('button[data-test="act-Accept"]:not([aria-disabled=true])').count(), 0);
      assert.equal(await page.page.locator('button[data-test="act-Round"]').count(), 1, "another round makes a version that can be accepted");
    }
  } finally {
    await page.close();
    await late.close();
  }
});
