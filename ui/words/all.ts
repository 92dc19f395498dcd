/** All words, room by room. A room's file holds both languages, so that one without the other does not compile. */
import type { Language } from "../bridge";
import { about } from "./about";
import { approvals } from "./approvals";
import { attachments } from "./attachments";
import { backup } from "./backup";
import { bin } from "./bin";
import { calendar } from "./calendar";
import { clocks } from "./clocks";
import { contracts } from "./contracts";
import { customers } from "./customers";
import { deadline } from "./deadline";
import { desktop } from "./desktop";
import { frame } from "./frame";
import { history } from "./history";
import { imports } from "./import";
import { leads } from "./leads";
import { lists } from "./lists";
import { keys } from "./keys";
import { names } from "./names";
import { numbers } from "./numbers";
import { opportunities } from "./opportunities";
import { orderForm } from "./orderForm";
import { orders } from "./orders";
import { outbox } from "./outbox";
import { palette } from "./palette";
import { papers } from "./papers";
import { pasted } from "./pasted";
import { products } from "./products";
import { quotations } from "./quotations";
import { record } from "./record";
import { reports } from "./reports";
import { settings } from "./settings";
import { start } from "./start";
import { today } from "./today";
import { unfinished } from "./unfinished";
import { wording } from "./wording";

const zh = {
  about: about.zh,
  approvals: approvals.zh,
  attachments: attachments.zh,
  backup: backup.zh,
  bin: bin.zh,
  calendar: calendar.zh,
  clocks: clocks.zh,
  contracts: contracts.zh,
  customers: customers.zh,
  deadline: deadline.zh,
  desktop: desktop.zh,
  frame: frame.zh,
  history: history.zh,
  imports: imports.zh,
  leads: leads.zh,
  lists: lists.zh,
  keys: keys.zh,
  names: names.zh,
  numbers: numbers.zh,
  opportunities: opportunities.zh,
  orderForm: orderForm.zh,
  orders: orders.zh,
  outbox: outbox.zh,
  palette: palette.zh,
  papers: papers.zh,
  pasted: pasted.zh,
  products: products.zh,
  quotations: quotations.zh,
  record: record.zh,
  reports: reports.zh,
  settings: settings.zh,
  start: start.zh,
  today: today.zh,
  unfinished: unfinished.zh,
  wording: wording.zh,
};

/** Every word the page may say. */
export type Words = typeof zh;

const en: Words = {
  about: about.en,
  approvals: approvals.en,
  attachments: attachments.en,
  backup: backup.en,
  bin: bin.en,
  calendar: calendar.en,
  clocks: clocks.en,
  contracts: contracts.en,
  customers: customers.en,
  deadline: deadline.en,
  desktop: desktop.en,
  frame: frame.en,
  history: history.en,
  imports: imports.en,
  leads: leads.en,
  lists: lists.en,
  keys: keys.en,
  names: names.en,
  numbers: numbers.en,
  opportunities: opportunities.en,
  orderForm: orderForm.en,
  orders: orders.en,
  outbox: outbox.en,
  palette: palette.en,
  papers: papers.en,
  pasted: pasted.en,
  products: products.en,
  quotations: quotations.en,
  record: record.en,
  reports: reports.en,
  settings: settings.en,
  start: start.en,
  today: today.en,
  unfinished: unfinished.en,
  wording: wording.en,
};

/** Words by language. */
export const words: Record<Language, Words> = { Zh: zh, En: en };
