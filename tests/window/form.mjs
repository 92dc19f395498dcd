// Hands on the order form: an order typed field by field, as a person types it. Nothing here asks the door.

import { By, Key } from "selenium-webdriver";

/** What is typed: a found customer and contact, two found products at a price of the day, 2,450.00 元 in all. */
export const ORDER = {
  customer: { typed: "青屿", found: "青屿酒店管理有限公司" },
  contact: "方遥",
  contract: "HT-2026-001",
  amount: "2450",
  terms: { zh: "预付 50%", en: "50% down" },
  promised: "2099-11-20",
  address: "示例省临江市青屿路 18 号后勤楼",
  receiver: "祝青",
  phone: "139 0000 0418",
  customerNumber: "PO-7",
  lines: [
    { typed: "门锁", found: "智能门锁 S3 Pro", quantity: "2", price: "650" },
    { typed: "客控", found: "客控主机 H8", quantity: "1", price: "1150" },
  ],
};

/** Opens a new form by its keys: N, then O. */
export async function newByKeys(window) {
  await keys(window, "n");
  await window.find("[data-test=new-order]");
  await keys(window, "o");
  await opened(window);
}

/** Opens a new form with the button on top. */
export async function newByButton(window) {
  await window.click("[data-test=new]");
  await window.click("[data-test=new-order]");
  await opened(window);
}

/** Types the head of the order; `signed` is the day of the contract. */
export async function typeHead(window, signed, terms = ORDER.terms.zh) {
  await choose(window, "customer", ORDER.customer.found, ORDER.customer.typed);
  await choose(window, "contact", ORDER.contact);
  await window.type("[data-test=contract-number]", ORDER.contract);
  await date(window, "contract-signed", signed);
  await window.type("[data-test=contract-amount]", ORDER.amount);
  await chooseTerms(window, terms);
  await date(window, "promised", ORDER.promised);
  await window.replace("[data-test=delivery-address]", ORDER.address);
  await window.replace("[data-test=receiver]", ORDER.receiver);
  await window.replace("[data-test=receiver-phone]", ORDER.phone);
  await window.type("[data-test=customer-number]", ORDER.customerNumber);
}

/** Types the lines: Tab takes the product that was found, and the keyboard goes on in the same row. */
export async function typeLines(window) {
  for (const [row, line] of ORDER.lines.entries()) {
    await window.click(`[data-cell="${row}:name"]`);
    await keys(window, line.typed);
    await window.find("[data-test=suggest-row]");
    await keys(window, Key.TAB);
    await focused(window, `${row}:quantity`);
    await keys(window, line.quantity);
    await window.replace(`[data-cell="${row}:price"]`, line.price);
  }
}

/** Chooses other payment terms. */
export async function chooseTerms(window, terms) {
  await choose(window, "terms", terms);
}

/** What stands in a box. */
export async function valueOf(window, selector) {
  return (await window.find(selector)).getAttribute("value");
}

/** Presses keys wherever the keyboard is. */
export async function keys(window, text) {
  await window.driver.actions().sendKeys(text).perform();
}

/** Chooses in a list that opens below its box, after typing what is looked for. */
export async function choose(window, test, option, typed = "") {
  await window.click(`[data-test=${test}]`);
  if (typed !== "") await window.type(`[data-test=${test}] input`, typed);
  // By title, not by text: the driver leaves text out that could be cut off at its box's edge.
  await window.click(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option[title^="${option}"]`);
  const shown = "return document.querySelector(arguments[0])?.textContent ?? ''";
  await window.until(async () => (await window.driver.executeScript(shown, `[data-test=${test}]`)).includes(option), `${option} in ${test}`);
}

/** Types a date; Enter takes it and closes the calendar. */
export async function date(window, test, day) {
  await window.click(`[data-test=${test}]`);
  await window.type(`input[data-test=${test}]`, day + Key.ENTER);
  await window.until(async () => (await valueOf(window, `input[data-test=${test}]`)) === day, `${day} in ${test}`);
  await window.until(async () => !(await calendarShown(window)), "the calendar to close");
}

async function calendarShown(window) {
  for (const calendar of await window.driver.findElements(By.css(".ant-picker-dropdown"))) {
    if (await calendar.isDisplayed()) return true;
  }
  return false;
}

async function focused(window, cell) {
  await window.until(async () => (await window.driver.executeScript("return document.activeElement?.dataset.cell")) === cell, `the keyboard in ${cell}`);
}

async function opened(window) {
  await window.find("[data-test=order-form]");
  await window.atRest();
}
