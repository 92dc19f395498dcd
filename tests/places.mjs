// Every place of the program, as data: where it is and what to press there. Walked by the checks of accessibility, by the
// script corpus and by whoever looks; the same in Chromium and in the real window.

/**
 * A place: `at` is its address without `#/`, in which `{order}` and the like stand for ids; `steps` are done there, each
 * `[verb, data-test or key, text]`: press a button, wait for something, type into a box, strike a key, or choose the last of
 * an open list. Some places only a sample company has.
 */
export const PLACES = [
  { name: "today", at: "today" },
  { name: "leads", at: "leads" },
  { name: "new lead", at: "leads/new" },
  { name: "lead, pasted", at: "leads/paste" },
  { name: "leads, rating", at: "leads/rating" },
  { name: "leads, chosen", at: "leads", steps: [["wait", "leads-row"], ["key", "j"], ["key", "x"], ["wait", "bulk-bar"]] },
  { name: "leads, assigning several", at: "leads", steps: [["wait", "leads-row"], ["key", "j"], ["key", "Control+a"], ["press", "bulk-assign"], ["wait", "bulk"]] },
  { name: "leads, board", at: "leads", steps: [["press", "shape-board"], ["wait", "board"], ["key", "j"], ["key", " "], ["wait", "lead-peek"]] },
  { name: "opportunities", at: "opportunities" },
  { name: "opportunities, peeked", at: "opportunities", steps: [["wait", "opportunities-row"], ["key", "j"], ["key", " "], ["wait", "opportunity-peek"]] },
  { name: "opportunities, board", at: "opportunities", steps: [["press", "shape-board"], ["wait", "board"]] },
  { name: "new opportunity", at: "opportunities/new" },
  { name: "opportunity", at: "opportunities/{deal}" },
  { name: "opportunity, solution", at: "opportunities/{deal}", steps: [["press", "section-solution"]] },
  { name: "opportunity, losing", at: "opportunities/{deal}", steps: [["press", "act-Lose"], ["wait", "lose"]] },
  { name: "opportunity form", at: "opportunities/{deal}/edit" },
  { name: "list of needs", at: "opportunities/{deal}/needs" },
  { name: "customer, deals", at: "customers/{customer}", steps: [["press", "section-deals"]] },
  { name: "quotations", at: "quotations" },
  { name: "new quotation", at: "quotations/new" },
  { name: "new quotation of a deal", at: "quotations/new/{deal}" },
  { name: "quotation", at: "quotations/{offer}" },
  { name: "quotation, approvals", at: "quotations/{offer}", steps: [["press", "section-approvals"]] },
  { name: "quotation, letters", at: "quotations/{offer}", steps: [["press", "section-letters"]] },
  { name: "quotation, losing", at: "quotations/{offer}", steps: [["press", "act-Lose"], ["wait", "lose"]] },
  { name: "quotations, peeked", at: "quotations", steps: [["wait", "quotations-row"], ["key", "j"], ["key", " "], ["wait", "quotation-peek"]] },
  { name: "quotation form", at: "quotations/{offer}/edit" },
  { name: "quotation, lost", at: "quotations/{lost}" },
  { name: "contracts", at: "contracts" },
  { name: "contracts, peeked", at: "contracts", steps: [["wait", "contracts-row"], ["key", "j"], ["key", " "], ["wait", "contract-peek"]] },
  { name: "contract", at: "contracts/{bargain}" },
  { name: "contract, its clauses", at: "contracts/{bargain}", steps: [["press", "section-clauses"]] },
  { name: "contract form", at: "contracts/{bargain}/edit" },
  { name: "contract, void", at: "contracts/{voided}" },
  { name: "new contract", at: "contracts/new" },
  { name: "contract, signed", at: "contracts/{frame}", sample: true },
  { name: "contract, clauses", at: "contracts/{frame}", steps: [["press", "section-clauses"]], sample: true },
  { name: "contract, its reviews", at: "contracts/{frame}", steps: [["press", "section-review"]], sample: true },
  { name: "contract, calling off", at: "contracts/{frame}", steps: [["press", "act-Order"], ["wait", "call-off"]], sample: true },
  { name: "contract in review", at: "contracts/{reviewed}", sample: true },
  { name: "orders", at: "orders" },
  { name: "orders, peeked", at: "orders", steps: [["wait", "orders-row"], ["key", "j"], ["key", " "], ["wait", "peek"]] },
  { name: "orders, filters", at: "orders", steps: [["press", "filter-add"]] },
  { name: "orders, a condition", at: "orders", steps: [["press", "filter-add"], ["press", "add-promised"]] },
  { name: "orders, chosen", at: "orders", steps: [["wait", "orders-row"], ["key", "j"], ["key", "x"], ["wait", "bulk-bar"]] },
  { name: "orders, columns", at: "orders", steps: [["press", "columns"]] },
  { name: "orders, a view", at: "orders", steps: [["press", "view-save"], ["wait", "view-name"]] },
  { name: "order", at: "orders/{order}" },
  { name: "order, approval", at: "orders/{order}", steps: [["press", "section-approval"]] },
  { name: "order, fulfilment", at: "orders/{order}", steps: [["press", "section-fulfilment"]] },
  { name: "order, letters", at: "orders/{order}", steps: [["press", "section-letters"]] },
  { name: "order, attachments", at: "orders/{order}", steps: [["press", "section-attachments"]] },
  { name: "order, history", at: "orders/{order}", steps: [["press", "section-history"]] },
  { name: "order in approval", at: "orders/{waiting}" },
  { name: "order, deciding", at: "orders/{waiting}", steps: [["press", "act-Grant"], ["wait", "decision"]] },
  { name: "order, sending back", at: "orders/{waiting}", steps: [["press", "act-SendBack"], ["wait", "decision"]] },
  { name: "order, delivering", at: "orders/{approved}", steps: [["press", "act-Deliver"], ["wait", "deliver"]] },
  { name: "order form", at: "orders/new" },
  { name: "order form, to be put right", at: "orders/new", steps: [["press", "submit"]] },
  { name: "order form, customer", at: "orders/new", steps: [["press", "customer"]] },
  { name: "order form, new customer", at: "orders/new", steps: [["press", "customer"], ["type", "customer input", "没有这家"], ["press", "new-customer-here"], ["wait", "new-customer-dialog"]] },
  { name: "order form, own terms", at: "orders/new", steps: [["press", "terms"], ["last", ""], ["wait", "terms-dialog"]] },
  { name: "draft", at: "orders/{draft}/edit" },
  { name: "approvals", at: "approvals" },
  { name: "customers", at: "customers" },
  { name: "customers, peeked", at: "customers", steps: [["wait", "customers-row"], ["key", "j"], ["key", " "], ["wait", "customer-peek"]] },
  { name: "customer", at: "customers/{customer}" },
  { name: "customer, orders", at: "customers/{customer}", steps: [["press", "section-orders"]] },
  { name: "customer, approval", at: "customers/{customer}", steps: [["press", "section-approval"]] },
  { name: "customer, letters", at: "customers/{customer}", steps: [["press", "section-letters"]] },
  { name: "customer, attachments", at: "customers/{customer}", steps: [["press", "section-attachments"]] },
  { name: "customer, history", at: "customers/{customer}", steps: [["press", "section-history"]] },
  { name: "customer form", at: "customers/{customer}/edit" },
  { name: "new customer", at: "customers/new" },
  { name: "customer, pasted", at: "customers/paste" },
  { name: "products", at: "products" },
  { name: "product", at: "products/{product}" },
  { name: "new product", at: "products/new" },
  { name: "reports", at: "reports/{month}" },
  { name: "reports, orders", at: "reports/{month}/amount" },
  { name: "reports, due", at: "reports/{month}/due" },
  { name: "reports, target", at: "reports/{month}", steps: [["press", "target"]] },
  { name: "reports, deadlines", at: "reports/202610/deadlines" },
  { name: "reports, deadlines by person", at: "reports/202610/deadlines/person" },
  { name: "reports, deadlines' rows", at: "reports/202610/deadlines/rule/all/due", steps: [["wait", "record-rows"]] },
  { name: "outbox", at: "outbox" },
  { name: "letter", at: "outbox/{letter}" },
  { name: "letter, resending", at: "outbox/{letter}", steps: [["press", "letter-resend"], ["wait", "resend"]] },
  { name: "letter, delivered", at: "outbox/{letter}", steps: [["press", "letter-delivered"], ["wait", "delivered"]] },
  { name: "demo inbox", at: "outbox/inbox", sample: true },
  { name: "import", at: "import" },
  { name: "settings, company", at: "settings/company" },
  { name: "settings, people", at: "settings/people" },
  { name: "settings, new person", at: "settings/people", steps: [["press", "person-new"], ["wait", "person-form"]] },
  { name: "settings, approval", at: "settings/approval" },
  { name: "settings, clocks", at: "settings/clocks" },
  { name: "settings, a clock that is no number", at: "settings/clocks", steps: [["type", "clock-OrderSubmission", "两天"]] },
  { name: "settings, clauses", at: "settings/clauses" },
  { name: "settings, a clause", at: "settings/clauses", steps: [["press", "clause-edit"], ["wait", "clause-dialog"]] },
  { name: "settings, calendar", at: "settings/calendar" },
  { name: "settings, a notice", at: "settings/calendar", steps: [["press", "notice-paste"], ["type", "notice-text", "{notice}"], ["wait", "notice-changes"]] },
  { name: "settings, a wrong notice", at: "settings/calendar", steps: [["press", "notice-paste"], ["type", "notice-text", "{wrong}"], ["wait", "notice-wrong"]] },
  { name: "settings, numbers", at: "settings/numbers" },
  { name: "settings, letter", at: "settings/letter" },
  { name: "settings, words of needs", at: "settings/letter", steps: [["press", "paper-needs"], ["wait", "needs_opening"]] },
  { name: "settings, words of quotations", at: "settings/letter", steps: [["press", "paper-quotation"], ["wait", "quotation_terms"]] },
  { name: "settings, words of contracts", at: "settings/letter", steps: [["press", "paper-contract"], ["wait", "contract_closing"]] },
  { name: "settings, mail", at: "settings/mail" },
  { name: "settings, book", at: "settings/book" },
  { name: "settings, backup", at: "settings/backup" },
  { name: "settings, bin", at: "settings/bin" },
  { name: "settings, past", at: "settings/past" },
  { name: "settings, look", at: "settings/look" },
  { name: "settings, notices", at: "settings/notices" },
  { name: "settings, about", at: "settings/about" },
  { name: "search", at: "orders", steps: [["key", "Control+k"], ["wait", "palette"]] },
  { name: "search, found", at: "orders", steps: [["key", "Control+k"], ["wait", "palette"], ["type", "palette-text", "{asked}"], ["wait", "hit"]] },
  { name: "search, nothing", at: "orders", steps: [["key", "Control+k"], ["wait", "palette"], ["type", "palette-text", "没有这个"]] },
  { name: "new", at: "orders", steps: [["press", "new"]] },
  { name: "at the desk", at: "orders", steps: [["press", "desk"], ["wait", "desk-menu"]] },
  { name: "keys", at: "orders", steps: [["key", "Control+k"], ["wait", "palette"], ["type", "palette-text", "keyboard"], ["wait", "hit"], ["key", "Enter"], ["wait", "keys-help"]] },
];

/** The options of an open list of antd's. */
export const OPTIONS = ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option";

/** `customer input` is a box inside of the part that is called so. */
export function boxOf(test) {
  const [name, ...inside] = test.split(" ");
  return [`[data-test="${name}"]`, ...inside].join(" ");
}

/** A text in which ids stand for their names. */
export function filled(text, ids) {
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (ids[name] === undefined) throw new Error(`nothing is known of {${name}} in ${text}`);
    return String(ids[name]);
  });
}

/** A notice of rest days in its usual wording; the year is to come, its days are made up. */
export const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`;

/** The same with three slips of the pen. */
export const WRONG_NOTICE = NOTICE.replace("3日（周日）放假，共3天", "3日（周六）放假，共4天").replace("10月9日（周六）上班", "10月5日（周二）上班");

/** Ids of the sample company's records, asked through the door: an approved order, one in approval, a letter in trouble… */
export async function sampleIds(call) {
  const first = async (name, filter = {}, sort = "name") => (await call(name, { filter, sort, descending: false, after: null, limit: 1 })).rows[0];
  const order = async (statuses) => (await call("order_list", { filter: { statuses }, sort: "number", descending: true, after: null, limit: 1 })).rows[0]?.id;
  const customer = await first("customer_list");
  const approved = await order(["Approved"]);
  const offer = await first("quotation_list", { states: ["Sent"] }, "created") ?? await first("quotation_list", {}, "created");
  const contracts = { reviewed: (await first("contract_list", { states: ["InReview"] }, "created"))?.id };
  return {
    order: approved,
    approved,
    waiting: await order(["AwaitingSupervisor", "AwaitingFinance", "AwaitingOperations"]),
    draft: await order(["Draft", "SentBack"]),
    offer: offer?.id,
    customer: customer.id,
    product: (await first("product_list")).id,
    deal: (await first("opportunity_list", { stages: ["Survey", "Solution"] }, "created"))?.id,
    frame: (await first("contract_list", { kinds: ["Framework"], states: ["Signed"] }, "created"))?.id,
    reviewed: contracts.reviewed,
    // Where a company has none of these, whatever it has.
    lost: (await first("quotation_list", { states: ["Lost"] }, "created") ?? offer)?.id,
    bargain: (await first("contract_list", { states: ["Draft", "Returned"] }, "created"))?.id ?? contracts.reviewed,
    voided: (await first("contract_list", { states: ["Void"] }, "created"))?.id ?? contracts.reviewed,
    letter: (await first("outbox_list", { view: "todo" }, "queued"))?.id,
    month: 202608,
    notice: NOTICE,
    wrong: WRONG_NOTICE,
    asked: customer.name.slice(0, 2),
  };
}
