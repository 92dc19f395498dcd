/** What refusals about contracts say, in both languages. */
import type { CheckItem, Refusal } from "../bridge";
import { contracts } from "./contracts";
import { differenceText } from "./differences";
import { amount, dateText } from "./figures";

type Code =
  | "DealIsLost" | "ClausesMissing" | "ChecklistOpen" | "ChecklistUnexplained" | "QuotationDiffers" | "QuotationNotAccepted" | "QuotationHasContract" | "ContractNotReviewed"
  | "ContractNotSigned" | "ContractSigned" | "SignedInFuture" | "ContractOrdered" | "ContractOfAnother" | "ContractDiffers" | "FrameworkOver" | "FrameworkUsedUp" | "FrameworkExceeded";
type Says = { [C in Code]: (refusal: Extract<Refusal, { code: C }>) => string };

const zhItems = (items: CheckItem[]): string => items.map((item) => contracts.zh.names.items[item].name).join("、");
const enItems = (items: CheckItem[]): string => items.map((item) => contracts.en.names.items[item].name.toLowerCase()).join(", ");
const zhNumber = (number: string): string => (number === "" ? "合同草稿" : `合同 ${number}`);
const enNumber = (number: string): string => (number === "" ? "the contract draft" : `contract ${number}`);

/** Chinese. */
export const zhContracts: Says = {
  DealIsLost: (r) => `商机 ${r.number} 已记为输单，请先在商机里重新打开`,
  ClausesMissing: () => "还没有条款，请从条款库加",
  ChecklistOpen: (r) => `检查清单还有未确认的项：${zhItems(r.items)}。全部无误才能通过，否则请退回`,
  ChecklistUnexplained: (r) => `请写明问题：${zhItems(r.items)}`,
  QuotationDiffers: (r) => `与客户接受的报价不一致，请改回或写明原因：${r.differences.map((one) => differenceText("Zh", one)).join("；")}`,
  QuotationNotAccepted: (r) => `报价 ${r.number} 客户还没有接受（或已失效），请先记为已接受`,
  QuotationHasContract: (r) => `这版报价已有${zhNumber(r.number)}，请打开它；要重做请先作废它`,
  ContractNotReviewed: (r) => `${zhNumber(r.number)} 还没通过法审，先提交法审再签署`,
  ContractNotSigned: (r) => `${zhNumber(r.number)} 还没签署，请先登记签署`,
  ContractSigned: (r) => `${zhNumber(r.number)} 已签署，不能再改；要变更请订补充协议`,
  SignedInFuture: (r) => `签订日期 ${dateText(r.date)} 还没到`,
  ContractOrdered: (r) => `${zhNumber(r.contract)} 已有订单 ${r.order === "" ? "草稿" : r.order}，请打开它`,
  ContractOfAnother: (r) => `${zhNumber(r.number)} 是另一位客户的，请换合同或客户`,
  ContractDiffers: (r) => `与${zhNumber(r.number)} 不一致，请改回或写明原因：${r.differences.map((one) => differenceText("Zh", one)).join("；")}`,
  FrameworkOver: (r) => `${zhNumber(r.number)} 的有效期 ${dateText(r.valid_until)} 已过`,
  FrameworkUsedUp: (r) => `${zhNumber(r.number)} 的累计上限已用完，请先订补充协议`,
  FrameworkExceeded: (r) => `超出${zhNumber(r.number)} 的累计上限：还可订 ${amount(r.left_fen)}，本单 ${amount(r.order_fen)}`,
};

/** English. */
export const enContracts: Says = {
  DealIsLost: (r) => `Deal ${r.number} is lost: reopen it first, on its own page`,
  ClausesMissing: () => "No clauses yet: add some from the library",
  ChecklistOpen: (r) => `Open on the checklist: ${enItems(r.items)}. Everything must be in order to pass it; otherwise return it`,
  ChecklistUnexplained: (r) => `Say what is wrong with: ${enItems(r.items)}`,
  QuotationDiffers: (r) => `Differs from the accepted quotation; change it back or give the reason: ${r.differences.map((one) => differenceText("En", one)).join("; ")}`,
  QuotationNotAccepted: (r) => `Quotation ${r.number} is not accepted (or no longer): record the acceptance first`,
  QuotationHasContract: (r) => `This version has ${enNumber(r.number)} already: open that one, or make it void first`,
  ContractNotReviewed: (r) => `Legal has not passed ${enNumber(r.number)} yet: hand it in before it is signed`,
  ContractNotSigned: (r) => `${enNumber(r.number)} is not signed yet: record the signature first`,
  ContractSigned: (r) => `${enNumber(r.number)} is signed and stays as it is; a supplement changes it`,
  SignedInFuture: (r) => `${dateText(r.date)} lies ahead`,
  ContractOrdered: (r) => `${enNumber(r.contract)} has its order already: ${r.order === "" ? "a draft" : r.order}`,
  ContractOfAnother: (r) => `${enNumber(r.number)} is another customer's: choose another contract or customer`,
  ContractDiffers: (r) => `Differs from ${enNumber(r.number)}; change it back or give the reason: ${r.differences.map((one) => differenceText("En", one)).join("; ")}`,
  FrameworkOver: (r) => `${enNumber(r.number)} was valid until ${dateText(r.valid_until)}`,
  FrameworkUsedUp: (r) => `Nothing is left of ${enNumber(r.number)}: agree a supplement first`,
  FrameworkExceeded: (r) => `Beyond the limit of ${enNumber(r.number)}: ${amount(r.left_fen)} left, this order ${amount(r.order_fen)}`,
};
