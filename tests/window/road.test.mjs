// The whole road in the real window: a lead is registered, rated, assigned and becomes a deal; its needs are confirmed; a
// quotation goes over three versions, legal and finance each give something back once; the order's letter arrives.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";
import { MailServer } from "./mail.mjs";
import * as desk from "./desk.mjs";
import * as letter from "./letter.mjs";
import { carries, road } from "./road.mjs";

const LONG = { timeout: 240_000 };
const CUSTOMER = "临溪云栖酒店管理有限公司";
const BUYER = { name: "祝青", email: "zhu@yunqi.example.com" };
const LEGAL = "江砚";
const REP = "林知远";
/** 20 × 640 + 1 × 1150. */
const AMOUNT = { fen: 1_395_000, plain: "13,950.00", words: "人民币壹万叁仟玖佰伍拾元整" };
const BACK = { legal: "违约金没有上限，请补上", finance: "收货人电话写错了" };

let home;
let server;
let window;
let hands;
const ids = {};

before(async () => {
  home = emptyHome();
  server = await MailServer.start();
  window = await openWindow(home.folder);
  const people = await desk.furnish(window, server);
  await window.call("person_sign_in", { person_id: people["沈一禾"], password: "" });
  await window.call("person_save", { id: null, version: null, name: LEGAL, code: "", email: "", phone: "", region: "", senior: false, active: true, roles: ["Legal"], password: null });
  const all = await window.call("person_list");
  await window.call("person_sign_in", { person_id: people[REP], password: "" });
  await desk.reload(window, "#/leads");
  hands = road(window, Object.fromEntries(all.map((person) => [person.name, person.id])));
});

after(async () => {
  await window?.close();
  server?.stop();
  home?.remove();
});

const { deal, offer, contract, order } = {
  deal: () => window.call("opportunity_view", { id: ids.deal }),
  offer: () => window.call("quotation_view", { id: ids.offer }),
  contract: () => window.call("contract_view", { id: ids.contract }),
  order: () => window.call("order_view", { id: ids.order }),
};
let stopped = false;
/** A step on the road: after one that failed nobody goes on. */
const step = (name, options, walk) => test(name, options, async (context) => {
  if (stopped) return context.skip("a step before it failed");
  stopped = true;
  await walk();
  stopped = false;
});

/** The letter whose file's name holds this. */
const mail = (name) => server.wait((line) => line.event === "mail" && line.attachments.some((file) => file.filename.includes(name)));
const paper = (one) => letter.pdfText(Buffer.from(one.attachments[0].base64, "base64"));

step("a lead is registered, rated, assigned, and becomes a deal", LONG, async () => {
  const { press, fill, sit, leads, idNow } = hands;
  await press("new");
  await press("new-lead");
  await fill({ customer: CUSTOMER, contact: BUYER.name, title: "采购经理", phone: "138 0000 7788", email: BUYER.email, need: "120 间客房换智能门锁，十一月底前要样品" });
  await press("lead-save");
  await window.find("[data-test=lead][data-state=New]");
  ids.lead = await idNow();

  await sit("顾行", `#/leads/${ids.lead}`, "lead");
  await press("act-Rate");
  await fill({ "note-industry": "酒店，我们常做", "note-fit": "有预算", "note-likelihood": "十一月底前要" });
  await press("rate-A");
  await window.photograph("road-rating");
  await press("rate-save");
  await desk.go(window, `#/leads/${ids.lead}`);
  await window.find("[data-test=lead][data-state=Rated]");
  await press("act-Assign");
  await window.find("[data-test=assignees]", REP);
  await press("assign-save");
  await window.find("[data-test=lead][data-state=Assigned]");

  await sit(REP, `#/leads/${ids.lead}`, "lead");
  await press("act-FollowUp");
  await fill({ "follow-said": "打通了，约下周看样" });
  await press("follow-save");
  await press("act-Convert");
  await press("convert-save");
  await window.find("[data-test=lead][data-state=Converted]");
  await window.photograph("road-lead");
  ids.deal = await leads("to-opportunity", "opportunities");
  assert.equal(await leads("to-lead", "leads"), ids.lead, "and the deal leads back");
  assert.equal(await leads("to-opportunity", "opportunities"), ids.deal);
  assert.deepEqual([(await deal()).customer, (await deal()).owner], [CUSTOMER, REP]);
});

step("its needs are typed and confirmed with evidence", LONG, async () => {
  const { press, choose, fill, cells, product, evidence } = hands;
  await press("needs-begin");
  await choose("needs-contact", BUYER.name);
  await fill({ "needs-address": "示例省临溪市云栖路 9 号" });
  await product(0, "门锁");
  await cells(0, { quantity: "20" });
  await product(1, "客控");
  await cells(1, { quantity: "1", customisation: "四路，带 RS485" });
  await window.photograph("road-needs-form");
  await press("needs-save");
  await press("needs-Confirm");
  await evidence("签字页.png");
  await window.photograph("road-confirming");
  await press("confirm-save");
  await window.find("[data-test=needs-Confirmed]");
  await window.photograph("road-deal");
  const [needs] = (await deal()).requirements;
  assert.deepEqual(needs.draft.lines.map((line) => [line.name, line.quantity_milli, line.product_id !== null]), [["智能门锁 S3 Pro", 20_000, true], ["客控主机 H8", 1_000, true]]);
  assert.deepEqual([needs.state, needs.confirmed_by, needs.confirmed_how], ["Confirmed", BUYER.name, "Signature"]);
});

step("the quotation below the floor goes to the supervisor, then by mail to the customer", LONG, async () => {
  const { press, fill, cells, sit, state, grant, idNow } = hands;
  await press("section-quotations");
  await press("quotation-begin");
  await window.find("[data-test=quotation-form]");
  await window.settled();
  assert.equal(await window.driver.executeScript(`return document.querySelector('[data-cell="0:list"]').value`), "680.00", "the product's price came along");
  await cells(0, { price: "660", cost: "640" });
  await cells(1, { cost: "1000" });
  await fill({ "valid-until": "2099-01-15", delivery: "签订后 20 个工作日", service: "质保 1 年" });
  await window.find("[data-test=form-concerns] .late");
  await window.find("[data-test=total]", "14,350.00");
  await window.photograph("road-quotation-form");
  await press("quotation-submit");
  await state("quotation", "InApproval");
  ids.offer = await idNow();
  await grant("顾行", `#/quotations/${ids.offer}`, "quotation");
  await state("quotation", "Approved");
  await sit(REP, `#/quotations/${ids.offer}`, "quotation");
  await press("act-Send");
  await press("send-save");
  await state("quotation", "Sent");
  const { number, approvals } = await offer();
  assert.deepEqual(approvals.map((one) => [one.decision, one.decider]), [["Submitted", REP], ["Granted", "顾行"]]);
  const sent = await mail(number);
  assert.deepEqual(sent.to, [{ name: BUYER.name, address: BUYER.email }]);
  carries(sent, "V1", paper(sent), [number, CUSTOMER, "智能门锁 S3 Pro", "660.00", "14,350.00", "签订后 20 个工作日"]);
  assert.doesNotMatch(paper(sent), /640\.00|毛利|成本/, "no cost leaves the house");
});

step("two rounds of negotiation make V2 and V3, which is accepted", LONG, async () => {
  const { press, fill, cells, choose, state } = hands;
  await round("Price", "比另一家贵", "门锁让 20 元，换一家供货", async () => {
    await cells(0, { price: "640", cost: "430" });
    await cells(1, { cost: "700" });
  });
  await state("quotation", "Approved");
  await press("act-Send");
  await press("send-save");
  await state("quotation", "Sent");
  await round("Terms", "尾款想在验收后付", "改为预付一半，验收后付清", async () => {
    await choose("terms", "预付 50%");
    await fill({ delivery: "签订后 18 个工作日" });
  });
  await state("quotation", "Approved");
  await press("act-Send");
  await press("send-save");
  await state("quotation", "Sent");
  await window.photograph("road-versions");
  await press("act-Accept");
  await fill({ "accept-note": "祝女士电话里说的" });
  await press("accept-save");
  await state("quotation", "Accepted");
  const { versions, letters, number } = await offer();
  assert.deepEqual(versions.map((one) => one.state), ["Superseded", "Superseded", "Accepted"]);
  assert.deepEqual(versions.map((one) => one.computed.amounts.amount_fen), [1_435_000, AMOUNT.fen, AMOUNT.fen]);
  assert.deepEqual(letters.map((one) => one.revision).sort(), [1, 2, 3]);
  const last = await server.wait((line) => line.event === "mail" && line.attachments.some((file) => file.filename.includes(number) && file.filename.includes("V3")));
  carries(last, "V3", paper(last), [AMOUNT.plain, "签订后 18 个工作日"]);
});

/** A round: what the customer objects to, what is changed, and the next version submitted. */
async function round(objection, note, changed, change) {
  const { press, fill, choose } = hands;
  const names = { Price: "价格", Terms: "付款条款" };
  await press("act-Round");
  await choose("round-objection", names[objection]);
  await fill({ "round-note": note, "round-changed": changed });
  await press("round-save");
  await window.find("[data-test=quotation-form]");
  await window.settled();
  await change();
  await press("quotation-submit");
}

step("the contract comes from it, legal returns it, passes it the second time, and it is signed", LONG, async () => {
  const { press, fill, sit, leads, state, date, evidence, idNow } = hands;
  await press("make-contract");
  await press("make-Single");
  await state("contract", "Draft");
  ids.contract = await idNow();
  await press("act-Edit");
  await fill({ "contract-address": "示例省临溪市云栖路 9 号" });
  await date("contract-promised", "2099-11-20");
  await window.photograph("road-contract-form");
  await press("contract-save");
  await press("act-Submit");
  await state("contract", "InReview");

  await sit(LEGAL, `#/contracts/${ids.contract}`, "contract");
  await press("act-Pass");
  await press("review-all");
  await window.click("[data-test=check-Liability] label:nth-of-type(2)");
  await fill({ "check-remark": BACK.legal, "review-note": BACK.legal });
  await window.photograph("road-review");
  await press("review-return");
  await state("contract", "Returned");

  await sit(REP, `#/contracts/${ids.contract}`, "contract");
  await window.find("[data-test=returned]", BACK.legal);
  await window.photograph("road-contract-returned");
  await press("act-Edit");
  await fill({ "contract-note": "违约金以合同总额的 10% 为限" });
  await press("contract-save");
  await press("act-Submit");
  await state("contract", "InReview");

  await sit(LEGAL, `#/contracts/${ids.contract}`, "contract");
  await press("act-Pass");
  await press("review-all");
  await press("review-pass");
  await state("contract", "Reviewed");

  await sit(REP, `#/contracts/${ids.contract}`, "contract");
  await press("act-Sign");
  await fill({ "sign-ours": "沈一禾", "sign-theirs": BUYER.name });
  await evidence("签署页.png");
  await window.photograph("road-signing");
  await press("sign-save");
  await state("contract", "Signed");
  await window.photograph("road-contract-signed");
  const signed = await contract();
  assert.deepEqual([signed.amount_fen, signed.differences, signed.our_signatory, signed.their_signatory], [AMOUNT.fen, [], "沈一禾", BUYER.name]);
  assert.deepEqual(signed.reviews.map((one) => one.passed), [true, false]);
  assert.equal((await deal()).stage, "Won", "the signature closes the deal");
  assert.equal(await leads("to-quotation", "quotations"), ids.offer);
  assert.equal(await leads("to-contract", "contracts"), ids.contract);
});

step("the order from it is returned by finance, resubmitted, approved three times, and its letter arrives", LONG, async () => {
  const { press, fill, sit, grant, state, idNow } = hands;
  await press("act-Order");
  await window.find("[data-test=order-form]");
  await window.settled();
  ids.order = await idNow();
  await fill({ receiver: BUYER.name, "receiver-phone": "138 0000 7780" });
  await window.find("[data-test=total]", AMOUNT.plain);
  await window.photograph("road-order-form");
  await press("submit");
  await state("order", "AwaitingSupervisor");
  await grant("顾行", `#/orders/${ids.order}`, "order");
  await state("order", "AwaitingFinance");

  await sit("周予安", `#/orders/${ids.order}`, "order");
  await press("act-SendBack");
  await fill({ "decision-note": BACK.finance });
  await press("decision-confirm");
  await state("order", "SentBack");
  await sit(REP, `#/orders/${ids.order}`, "order");
  await window.shows(BACK.finance);
  await press("act-Edit");
  await fill({ "receiver-phone": "138 0000 7788" });
  await press("submit");
  await state("order", "AwaitingSupervisor");
  for (const [name, next] of [["顾行", "AwaitingFinance"], ["周予安", "AwaitingOperations"], ["罗朗", "Approved"]]) {
    await grant(name, `#/orders/${ids.order}`, "order");
    await state("order", next);
  }
  await window.photograph("road-order");
  const { number, contract: ground, computed, round: rounds } = await order();
  assert.deepEqual([ground.id, ground.differences, computed.amount_fen, rounds], [ids.contract, [], AMOUNT.fen, 2]);
  const sent = await mail(number);
  assert.deepEqual(sent.to, [{ name: BUYER.name, address: BUYER.email }]);
  carries(sent, CUSTOMER, paper(sent), [number, "智能门锁 S3 Pro", "客控主机 H8", AMOUNT.plain, AMOUNT.words, "2099-11-20"]);
});

step("every document leads to its neighbours, the book is whole, and the policy refused nothing", LONG, async () => {
  const { press, leads } = hands;
  assert.equal(await leads("to-contract", "contracts"), ids.contract);
  await press("section-orders");
  assert.equal(await leads("to-order", "orders"), ids.order);
  await leads("to-contract", "contracts");
  assert.equal(await leads("to-opportunity", "opportunities"), ids.deal);
  await press("section-quotations");
  assert.equal(await leads("to-quotation", "quotations"), ids.offer);
  assert.equal(await leads("to-opportunity", "opportunities"), ids.deal);
  await press("section-contracts");
  await window.photograph("road-neighbours");
  assert.equal(await leads("to-order", "orders"), ids.order);
  await leads("to-contract", "contracts");
  await leads("to-opportunity", "opportunities");
  assert.equal(await leads("to-lead", "leads"), ids.lead);
  assert.deepEqual((await window.call("book_verify")).problems, []);
  assert.deepEqual(await window.refused(), []);
});
