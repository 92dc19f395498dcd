/** What refusals about quotations say, in both languages. */
import type { Refusal } from "../bridge";
import { dateText, percent } from "./figures";

type Code = "RequirementMissing" | "ValidityPast" | "QuotationExpired" | "QuotationFrozen" | "NoEarlierVersion" | "TaxRateNotInForce";
type Says = { [C in Code]: (refusal: Extract<Refusal, { code: C }>) => string };

/** Chinese. */
export const zhQuotations: Says = {
  RequirementMissing: () => "还没有客户确认的需求清单：请先确认清单，或写明为什么先报价",
  ValidityPast: (r) => `有效期 ${dateText(r.valid_until)} 已过，请改成今天或以后`,
  QuotationExpired: (r) => `报价已过有效期（${dateText(r.valid_until)}），请记一轮谈判，做成新版再发`,
  QuotationFrozen: () => "已经发给客户的版本不能改；要改请记一轮谈判，做成新版",
  NoEarlierVersion: () => "只有 V1，没有更早的版本可以重新采用",
  TaxRateNotInForce: (r) => `第 ${r.row} 行的税率 ${percent(r.found)} 在 ${dateText(r.on)} 不适用，请改成现行税率`,
};

/** English. */
export const enQuotations: Says = {
  RequirementMissing: () => "There is no list of requirements the customer confirmed: confirm one, or say why the offer comes first",
  ValidityPast: (r) => `The validity ${dateText(r.valid_until)} is over; give today or a later day`,
  QuotationExpired: (r) => `The quotation expired on ${dateText(r.valid_until)}; another round makes a new version`,
  QuotationFrozen: () => "A version that was sent stays as it is; another round makes a new version",
  NoEarlierVersion: () => "There is only V1: nothing earlier to take up again",
  TaxRateNotInForce: (r) => `Line ${r.row}: the rate ${percent(r.found)} is not in force on ${dateText(r.on)}; use a present one`,
};
