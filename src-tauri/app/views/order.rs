//! Orders, their approval, deliveries and tasks.

use chengdan_domain::approval::{Decision, Level};
use chengdan_domain::money::{Money, Price, Quantity, Rate};
use chengdan_domain::order::why::Why;
use chengdan_domain::order::{InvoiceKind, OrderAct, OrderOrigin, OrderState, OrderStatus};
use chengdan_domain::payment::PaymentTerms;
use chengdan_domain::people::{Given, Role};
use chengdan_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HistoryEntry;
pub use super::computed::{OrderComputed, RateTotal, Rounding};
use super::contract::OrderContract;
pub use super::delivery::DeliveryView;
use super::outbox::OutboxRow;

/// What the list is filtered by; empty means all, and what a request leaves out is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OrderFilter {
    pub statuses: Vec<OrderStatus>,
    /// None of these.
    pub not_statuses: Vec<OrderStatus>,
    pub text: String,
    pub customer_id: Option<i64>,
    pub owner_id: Option<i64>,
    pub promised_before: Option<String>,
    pub promised_from: Option<String>,
    pub created_from: Option<String>,
    pub created_before: Option<String>,
    pub least_fen: Option<i64>,
    pub most_fen: Option<i64>,
    pub approved_before: Option<String>,
    pub approved_from: Option<String>,
    pub region: Option<String>,
    /// Whether everything is delivered; false: approved, and something is open.
    pub delivered: Option<bool>,
    /// Only orders with an undelivered line past its promised date.
    pub overdue: bool,
}

/// A page of the list. `sort`: `number` (default), `promised_on`, `amount`, `customer`, `created`, `status`, `owner`,
/// `product`, `contract`, `customer_order`, `region`, `terms`, `approved_on`, `delivered_on`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderListAsk {
    pub filter: OrderFilter,
    pub sort: String,
    pub descending: bool,
    pub after: Option<String>,
    pub limit: i64,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderRow {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub status: OrderStatus,
    pub origin: OrderOrigin,
    pub customer: String,
    pub owner: String,
    pub amount_fen: Money,
    pub promised_on: Option<String>,
    pub created_on: String,
    pub approved_on: Option<String>,
    pub first_product: String,
    pub line_count: i64,
    pub overdue: bool,
    pub delivered: bool,
    pub part_delivered: bool,
    pub contract_number: String,
    pub customer_order_number: String,
    /// The customer's; at approval it is copied for good.
    pub region: String,
    /// Payment terms in words.
    pub terms: String,
    /// When the last line was delivered in full.
    pub delivered_on: Option<String>,
}

/// A page of orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderPage {
    pub rows: Vec<OrderRow>,
    pub next: Option<String>,
}

/// Totals of what is filtered; counted apart so that a page never waits for them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct OrderTotals {
    pub count: i64,
    pub amount_fen: Money,
    /// Void orders that the sum leaves out.
    pub void_count: i64,
    pub all_count: i64,
}

/// A line as it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineDraft {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity_milli: Option<Quantity>,
    pub price_micro: Option<Price>,
    /// Off the line, in basis points (0 for none).
    pub discount: Rate,
    pub tax_rate: Option<Rate>,
    pub customised: bool,
    pub promised_on: Option<String>,
}

/// An order as it is typed; incomplete is welcome until submission.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderDraft {
    pub id: Option<i64>,
    pub version: Option<i64>,
    pub customer_id: Option<i64>,
    pub contact_id: Option<i64>,
    pub customer_order_number: String,
    /// When the customer ordered: a call-off's clock runs from it (O1).
    #[serde(default)]
    pub customer_order_on: Option<String>,
    /// The contract of the book it stands on; what is said of number, date and amount is the contract's then.
    #[serde(default)]
    pub contract_id: Option<i64>,
    /// Why it departs from its contract.
    #[serde(default)]
    pub contract_reason: String,
    pub contract_number: String,
    pub contract_signed_on: Option<String>,
    pub contract_amount_fen: Option<Money>,
    pub invoice_title: String,
    pub invoice_kind: InvoiceKind,
    pub terms: PaymentTerms,
    pub delivery_address: String,
    pub receiver: String,
    pub receiver_phone: String,
    pub promised_on: Option<String>,
    pub owner_id: Option<i64>,
    /// 整单优惠 / 抹零: taken off and spread over the lines at entry.
    pub waiver_fen: Money,
    pub note: String,
    pub lines: Vec<LineDraft>,
}

/// A line as it stands in the book.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderLine {
    pub id: i64,
    pub position: i64,
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity_milli: Quantity,
    pub price_micro: Price,
    pub list_price_micro: Option<Price>,
    pub discount: Rate,
    pub waiver_fen: Money,
    pub amount_fen: Money,
    pub tax_rate: Rate,
    pub customised: bool,
    pub service: bool,
    pub promised_on: Option<String>,
    pub delivered_milli: Quantity,
    pub delivered_on: Option<String>,
}

/// A button with its reasons: enabled when `refusals` is empty.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderButton {
    pub act: OrderAct,
    pub refusals: Vec<Refusal>,
}

/// One rung of the current or an earlier round.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApprovalEntry {
    pub id: i64,
    pub round: i64,
    /// 0 for submission and withdrawal, then 1, 2, 3 …
    pub level: i64,
    pub role: Option<Role>,
    pub decision: Decision,
    pub decider: String,
    pub recorder: String,
    pub given: Given,
    pub behalf_reason: String,
    pub evidence: Option<String>,
    /// 审批意见 or the reason of the return.
    pub note: String,
    pub at: String,
    /// The decider's own answer to a decision recorded on behalf: none yet, confirmed or disputed.
    pub confirmed: Option<bool>,
}

/// A decision about one of several orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderDecision {
    pub order_id: i64,
    pub order_number: String,
    pub entry: ApprovalEntry,
}

/// A page of decisions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DecisionPage {
    pub rows: Vec<OrderDecision>,
    pub next: Option<i64>,
}

/// A fact a level must judge, as `code` with figures; the page has the words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LevelFact {
    pub level: i64,
    /// `amount`, `discount`, `terms`, `prepaid_share`, `promised`, `customised_lines`
    pub code: String,
    pub text: String,
    /// True when policy is kept, false when it is exceeded, none when there is nothing to compare.
    pub within: Option<bool>,
}

/// Something for the warehouse or production.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TaskView {
    pub id: i64,
    /// `prepare` 备货 or `schedule` 排产
    pub kind: String,
    pub role: Role,
    pub order_id: i64,
    pub order_number: String,
    pub customer: String,
    pub promised_on: Option<String>,
    pub created_at: String,
    pub done_at: Option<String>,
    pub done_by: String,
}

/// Who stands for a 期初 order (O9), which was approved outside the book.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Attested {
    pub by: String,
    /// When it was taken over; none in the sample company, whose 期初 orders came by no file.
    pub at: Option<String>,
    /// Who brought the file in.
    pub recorded_by: String,
    pub file_name: String,
}

/// An order, whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderView {
    pub id: i64,
    pub version: i64,
    pub number: Option<String>,
    pub state: OrderState,
    pub status: OrderStatus,
    pub origin: OrderOrigin,
    pub round: i64,
    pub level: i64,
    pub ladder: Vec<Level>,
    pub draft: OrderDraft,
    pub customer_name: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub owner_name: String,
    pub creator_name: String,
    /// Only of a 期初 order.
    pub attested: Option<Attested>,
    pub lines: Vec<OrderLine>,
    pub computed: OrderComputed,
    /// First eight characters of the hash of the protected content.
    pub content_code: String,
    /// The contract of the book it stands on.
    pub contract: Option<OrderContract>,
    /// 审批失效: the content differs from what was approved.
    pub approval_void: bool,
    pub created_at: String,
    pub submitted_at: Option<String>,
    pub approved_at: Option<String>,
    pub approved_on: Option<String>,
    /// The reason of the last return, on top of the form.
    pub sent_back_reason: String,
    pub sent_back_by: String,
    pub buttons: Vec<OrderButton>,
    /// Why it is where it is: one thing after another, the most urgent first.
    pub why: Vec<Why>,
    pub facts: Vec<LevelFact>,
    pub approvals: Vec<ApprovalEntry>,
    pub letters: Vec<OutboxRow>,
    pub tasks: Vec<TaskView>,
    pub deliveries: Vec<DeliveryView>,
    /// The number of the 发货单 for what is still to be sent; none when nothing is.
    pub open_note: Option<String>,
    pub history: Vec<HistoryEntry>,
    /// The instant of this answer; after a save, when it was saved.
    pub read_at: String,
}

/// A decision of a level. `decider_id` may differ from who sits at the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Decide {
    pub order_id: i64,
    pub version: i64,
    pub decider_id: i64,
    pub given: Given,
    pub evidence: Option<String>,
    pub behalf_reason: String,
    /// Opinion when granting, compulsory reason when sending back.
    pub note: String,
}

/// Which approvals to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum ApprovalList {
    /// 待我审批 (for the assistant: for everybody at the desk)
    Waiting,
    /// 我发起的
    Submitted,
    /// 我已审批
    Decided,
}

/// Asks for a list of approvals; `everyone` shows all levels (the desk records for others).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApprovalAsk {
    pub list: ApprovalList,
    pub everyone: bool,
}

/// A line of the approval room.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApprovalRow {
    pub order_id: i64,
    pub version: i64,
    pub number: String,
    pub customer: String,
    pub amount_fen: Money,
    pub owner: String,
    pub status: OrderStatus,
    pub round: i64,
    pub level: i64,
    pub role: Option<Role>,
    pub since: String,
    /// Who can decide this level now (four eyes considered).
    pub candidates: Vec<Candidate>,
    pub why: Vec<Why>,
    pub facts: Vec<LevelFact>,
}

/// Somebody who may decide.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Candidate {
    pub id: i64,
    pub name: String,
}

/// The 审批摘要 to paste into WeChat.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Summary {
    pub text: String,
}

/// 登记交付: quantity and date of one line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryRecord {
    pub order_id: i64,
    pub version: i64,
    pub lines: Vec<DeliveryLine>,
    pub note: String,
}

/// One delivered line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryLine {
    pub line_id: i64,
    pub quantity_milli: Quantity,
    pub delivered_on: String,
}

/// Writes the 订单信息表 of what is filtered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderExport {
    pub filter: OrderFilter,
}
