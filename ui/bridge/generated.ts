// The door's types, generated from src-tauri/app/api.rs by `cargo xtask gen`. Do not edit.

export type AboutView = { version: string, 
/**
 * The commit and its day; empty for a build from a working copy.
 */
build: string, system: string, book_path: string, 
/**
 * Of the records, and of the files beside them.
 */
book_bytes: number, file_bytes: number, files: number, orders: number, customers: number, entries: number, 
/**
 * How many migrations the book has seen, and how many this program knows.
 */
schema: number, last_backup_at: string | null, log_path: string, log_bytes: number, };

export type AppStatus = { program_version: string, 
/**
 * No book yet: show the first start.
 */
book_open: boolean, book_path: string, 
/**
 * Where a new book would be put.
 */
default_folder: string, sample: boolean, company_name: string, language: Language, 
/**
 * What the surroundings speak, before there is a book; none when they do not say.
 */
system_language: Language | null, today: string, now: string, person: PersonBrief | null, single_person: boolean, counts: RoomCounts, last_backup_at: string | null, last_backup_verified: boolean, 
/**
 * Why the book that was open last could not be opened (missing, locked, newer …); shown on the first page.
 */
trouble: Fault | null, 
/**
 * Warnings that stand on top, e.g. a book in a cloud-synchronised folder (`cloud_folder`).
 */
warnings: Array<string>, };

export type ApprovalAsk = { list: ApprovalList, everyone: boolean, };

export type ApprovalEntry = { id: number, round: number, 
/**
 * 0 for submission and withdrawal, then 1, 2, 3 …
 */
level: number, role: Role | null, decision: Decision, decider: string, recorder: string, given: Given, behalf_reason: string, evidence: string | null, 
/**
 * 审批意见 or the reason of the return.
 */
note: string, at: string, 
/**
 * The decider's own answer to a decision recorded on behalf: none yet, confirmed or disputed.
 */
confirmed: boolean | null, };

export type ApprovalList = "Waiting" | "Submitted" | "Decided";

export type ApprovalRow = { order_id: number, version: number, number: string, customer: string, amount_fen: Money, owner: string, status: OrderStatus, round: number, level: number, role: Role | null, since: string, 
/**
 * Who can decide this level now (four eyes considered).
 */
candidates: Array<Candidate>, why: Array<Why>, facts: Array<LevelFact>, };

export type AttachmentAdd = { document: DocumentKind, id: number, source: AttachmentSource, note: string, };

export type AttachmentCheck = { document: DocumentKind, id: number, name: string, 
/**
 * In bytes.
 */
size: number, };

export type AttachmentNote = { id: number, note: string, };

export type AttachmentRow = { id: number, sha256: string, name: string, 
/**
 * By its content: a picture or a PDF that is shown, `application/octet-stream` for anything else.
 */
mime: string, 
/**
 * In bytes.
 */
size: number, note: string, 
/**
 * Why it cannot be taken away: empty, or that it is evidence of a decision on this document.
 */
remove: Array<Refusal>, added_by: string, added_at: string, removed_by: string, removed_at: string | null, };

export type AttachmentSource = { "from": "Page", name: string, base64: string, } | { "from": "Dialog", token: string, };

export type Attested = { by: string, 
/**
 * When it was taken over; none in the sample company, whose 期初 orders came by no file.
 */
at: string | null, 
/**
 * Who brought the file in.
 */
recorded_by: string, file_name: string, };

export type BackupChecked = { path: string, at: string, found: BookVerified, };

export type BackupMade = { path: string, bytes: number, head: string, };

export type BackupPlace = "Same" | "InBook" | { "Chosen": { token: string, } };

export type BackupRow = { name: string, at: string, bytes: number, };

export type BackupRule = { 
/**
 * A folder of its own, e.g. on another drive; empty: `backups` in the book.
 */
folder: string, 
/**
 * So many backups are kept; an older one goes when a new one is verified.
 */
keep: number, 
/**
 * One a day by itself, while the program is open.
 */
daily: boolean, };

export type BackupSave = { place: BackupPlace, keep: number, daily: boolean, };

export type BackupView = { rule: BackupRule, 
/**
 * Where copies come to lie.
 */
place: string, 
/**
 * The place is there now.
 */
reachable: boolean, 
/**
 * Newest first; at most ten of them.
 */
rows: Array<BackupRow>, count: number, bytes: number, };

export type BadCell = { sheet: string, row: number, column: string, found: string, 
/**
 * `not_a_number`, `not_a_date`, `missing`, `unknown_key`, `duplicate_key`, `too_long`, `not_positive`,
 * `tax_number_wrong`, `bad_email`, `out_of_range`, `error_value` (#N/A), `no_lines`; among the notes:
 * `exists`, `similar_name`, `tax_number_old`, `not_approved`, `no_product`, `terms_unknown`, `amount_differs`.
 * Of leads also `bad_phone`, `no_way_of_contact`, `in_future`, `after_registration`; among the notes `same_phone`,
 * `no_lead` (it became a customer or lives on in another one)
 */
problem: string, };

export type BankAccount = { 
/**
 * What the company calls it: 基本户, 一般户 …
 */
label: string, bank_name: string, bank_account: string, };

export type BehalfAnswer = { kind: BehalfKind, id: number, agree: boolean, note: string, };

export type BehalfDecision = { kind: BehalfKind, id: number, 
/**
 * The order or the lead.
 */
document_id: number, 
/**
 * The order's number, or the lead's customer.
 */
name: string, 
/**
 * Of an approval.
 */
round: number, level: number, role: Role | null, 
/**
 * `Granted`, `SentBack`; of a lead `Rated`, `Assigned`.
 */
decided: string, 
/**
 * Of a rating.
 */
grade: Grade | null, 
/**
 * Of an assignment: to whom.
 */
owner: string, recorder: string, given: Given, reason: string, at: string, };

export type BehalfKind = "Approval" | "QuotationApproval" | "ContractReview" | "LeadRating" | "LeadAssignment";

export type BinEmpty = { older_than_days: number, };

export type BinKind = "Order" | "Customer" | "Product" | "Contact";

export type BinRow = { id: number, kind: BinKind, name: string, 
/**
 * What tells it apart: a contact's company, a product's specification, a draft's first product.
 */
detail: string, removed_at: string, 
/**
 * Who removed it; empty when the program did.
 */
removed_by: string, };

export type BookCreate = { 
/**
 * From a folder dialog; `None` uses the default folder.
 */
folder_token: string | null, company_name: string, tax_number: string, number_prefix: string, person_name: string, roles: Array<Role>, password: string, language: Language, start_with: StartWith, };

export type BookOpen = { token: string, };

export type BookVerified = { entries: number, head: string, files: number, 
/**
 * Empty when everything agrees; otherwise what differs and where.
 */
problems: Array<string>, };

export type BulkAct = "OrderSubmit" | "OrderDiscard" | "CustomerHandOver" | "CustomerRemove" | "ProductRemove" | "OutboxResend" | "OutboxRetry" | "LeadAssign" | "LeadInvalidate" | "LeadReopen";

export type BulkAsk = { act: BulkAct, rows: Array<ByVersion>, };

export type BulkMay = { id: number, refusals: Array<Refusal>, 
/**
 * Somebody changed it, or it is gone, since it was seen.
 */
stale: boolean, };

export type ById = { id: number, };

export type ByVersion = { id: number, version: number, };

export type CalendarDay = { 
/**
 * `YYYY-MM-DD`
 */
on: string, 
/**
 * It rests; otherwise it is a weekend that is worked (调休).
 */
rests: boolean, holiday: string, };

export type CalendarRead = { year: number, days: Array<CalendarDay>, 
/**
 * Days that would rest or be worked otherwise than is known now.
 */
changes: Array<CalendarDay>, 
/**
 * Running clocks that would be due at another time.
 */
clocks: number, };

export type CalendarText = { text: string, year: number | null, };

export type CalendarView = { 
/**
 * The latest first.
 */
years: Array<CalendarYear>, 
/**
 * This year when it is not known; from November on the next one, too.
 */
missing: number | null, 
/**
 * `YYYY-MM-DD`
 */
today: string, };

export type CalendarYear = { year: number, 
/**
 * Brought in by the company; otherwise it is the program's.
 */
own: boolean, 
/**
 * Who brought it in, and when (UTC).
 */
by: string, at: string | null, days: Array<CalendarDay>, };

export type CalendarYearAsk = { year: number, };

export type Candidate = { id: number, name: string, };

export type Cell = number | string | null;

export type CellKind = "text" | "money" | "price" | "quantity" | "percent" | "count" | "date" | "instant";

export type CheckItem = "Parties" | "Amount" | "Terms" | "Clauses" | "Delivery" | "Liability";

export type Checked = { item: CheckItem, ok: boolean, remark: string, };

export type ClauseDraft = { 
/**
 * The edition it was taken from; none for one that was written here.
 */
clause_id: number | null, title: string, body: string, };

export type ClauseKind = "Rights" | "Breach" | "Secrecy" | "Dispute" | "Other";

export type ClauseSave = { 
/**
 * The edition that was seen; none makes a new clause.
 */
id: number | null, kind: ClauseKind, title: string, title_en: string, text_zh: string, text_en: string, standard: boolean, active: boolean, };

export type ClauseView = { id: number, 
/**
 * The same through all editions.
 */
code: string, edition: number, kind: ClauseKind, title: string, title_en: string, text_zh: string, text_en: string, 
/**
 * Taken into every new contract.
 */
standard: boolean, 
/**
 * Whether it is still offered.
 */
active: boolean, 
/**
 * Empty for what the program brought along.
 */
saved_by: string, saved_at: string, };

export type ClockLength = { length: Length, from: string, by: string, };

export type ClockOf = "Lead" | "Order" | "Quotation" | "Contract";

export type ClockRule = { rule: RuleId, code: string, length: Length, standard: Length, warns: Whom, escalates: Whom, 
/**
 * Every length that was set, the latest first.
 */
past: Array<ClockLength>, };

export type ClockRuleSave = { rule: RuleId, length: Length, };

export type ClockState = "Running" | "Met" | "Late" | "Lapsed";

export type ColumnLook = { key: string, width: number | null, };

export type ColumnMapping = { 
/**
 * e.g. `name`, `contact_name`, `price`, `order_key`, `customer_key` …
 */
field: string, column: string | null, 
/**
 * Several columns joined by a blank (first and last name).
 */
columns: Array<string>, constant: string | null, };

export type ColumnsSave = { list: ListName, columns: Array<ColumnLook>, };

export type Company = { name: string, name_en: string, tax_number: string, address: string, phone: string, email: string, 
/**
 * The standard account, which the letter prints.
 */
bank_label: string, bank_name: string, bank_account: string, 
/**
 * The others, to be made the standard one when it changes.
 */
other_accounts: Array<BankAccount>, };

export type Concern = { "code": "BelowFloor", row: number | null, margin: Rate, floor: Rate, } | { "code": "CostUnknown", row: number, } | { "code": "DiscountAbove", discount: Rate, limit: Rate, };

export type Confidence = "Sure" | "Likely" | "Guess";

export type ConfirmedHow = "Signature" | "Email";

export type Contact = { id: number | null, name: string, 
/**
 * 职务
 */
title: string, 
/**
 * 称谓 (女士, 先生, 经理)
 */
salutation: string, phone: string, wechat: string, email: string, main: boolean, };

export type ContractAct = "Edit" | "Submit" | "Withdraw" | "Pass" | "Return" | "Sign" | "Order" | "Supplement" | "Annul";

export type ContractBrief = { id: number, 
/**
 * Empty while it has none.
 */
number: string, 
/**
 * As the contract's law names it.
 */
state: string, kind: string, amount_fen: Money, signed_on: string | null, 
/**
 * The contract it supplements.
 */
supplement_of: number | null, };

export type ContractComputed = { computed: OrderComputed, 
/**
 * Where it departs from the version that was accepted.
 */
differences: Array<Difference>, };

export type ContractDecide = { id: number, version: number, pass: boolean, checklist: Array<Checked>, 
/**
 * A remark when passing, the compulsory reason of a return.
 */
note: string, decider_id: number, given: Given, evidence: string | null, behalf_reason: string, };

export type ContractDraft = { id: number | null, version: number | null, kind: ContractKind, 
/**
 * Where a new one belongs; one that is there keeps its own, whatever is said here.
 */
opportunity_id: number | null, customer_id: number | null, contact_id: number | null, customer_order_number: string, owner_id: number | null, terms: PaymentTerms, delivery_period: string, delivery_address: string, promised_on: string | null, 
/**
 * Of a framework: until when, and how much.
 */
valid_until: string | null, limit_fen: Money | null, waiver_fen: Money, difference_reason: string, note: string, lines: Array<LineDraft>, clauses: Array<ClauseDraft>, };

export type ContractEnd = { id: number, version: number, reason: string, };

export type ContractFilter = { text: string, states: Array<ContractState>, kinds: Array<ContractKind>, customer_id: number | null, owner_id: number | null, signed_from: string | null, signed_before: string | null, least_fen: number | null, most_fen: number | null, 
/**
 * Days of the company's zone.
 */
created_from: string | null, created_before: string | null, };

export type ContractFrom = { quotation_id: number, kind: ContractKind, };

export type ContractKind = "Single" | "Framework" | "PurchaseOrder";

export type ContractListAsk = { filter: ContractFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type ContractMay = { act: ContractAct, refusals: Array<Refusal>, };

export type ContractNeighbour = { id: number, name: string, };

export type ContractOrder = { id: number, 
/**
 * Empty while it is a draft.
 */
number: string, status: OrderStatus, amount_fen: Money, created_on: string, };

export type ContractOther = { id: number, 
/**
 * Empty while it is a draft.
 */
number: string, state: ContractState, };

export type ContractPage = { rows: Array<ContractRow>, next: string | null, };

export type ContractReview = { id: number, passed: boolean, checklist: Array<Checked>, 
/**
 * The reason of a return, or a remark when it passed.
 */
reason: string, decider: string, recorder: string, given: Given, evidence: string | null, behalf_reason: string, at: string, 
/**
 * The decider's own answer to a review that somebody else recorded: none yet, confirmed or disputed.
 */
confirmed: boolean | null, };

export type ContractRow = { id: number, version: number, number: string | null, kind: ContractKind, state: ContractState, customer: string, owner: string, amount_fen: Money, 
/**
 * What orders call off from a framework.
 */
called_fen: Money, signed_on: string | null, valid_until: string | null, created_on: string, 
/**
 * The number of the contract it supplements; empty for most.
 */
supplement_of: string, };

export type ContractSign = { id: number, version: number, signed_on: string | null, our_signatory: string, their_signatory: string, 
/**
 * The digest of the scan, kept before.
 */
scan: string | null, };

export type ContractState = "Draft" | "InReview" | "Returned" | "Reviewed" | "Signed" | "Void";

export type ContractTotals = { count: number, 
/**
 * Void ones are not in it.
 */
amount_fen: Money, in_review: number, all_count: number, };

export type ContractView = { id: number, version: number, number: string | null, state: ContractState, draft: ContractDraft, customer_name: string, contact_name: string, owner_name: string, creator_name: string, created_at: string, opportunity: ContractNeighbour | null, 
/**
 * The quotation it was made from; the name says which version.
 */
quotation: ContractNeighbour | null, supplement_of: ContractOther | null, supplements: Array<ContractOther>, orders: Array<ContractOrder>, 
/**
 * What it is worth: of a framework its limit.
 */
amount_fen: Money, called_fen: Money, computed: OrderComputed, differences: Array<Difference>, content_code: string, 
/**
 * Whether legal reads it.
 */
needs_review: boolean, 
/**
 * Who of legal could review it.
 */
reviewers: Array<Candidate>, reviews: Array<ContractReview>, 
/**
 * Why legal gave it back, or why it is void.
 */
returned_reason: string, signed_on: string | null, our_signatory: string, their_signatory: string, scan: string | null, acts: Array<ContractMay>, 
/**
 * The clocks of its review and of its order.
 */
deadlines: Array<DeadlineView>, history: Array<HistoryEntry>, 
/**
 * The instant of this answer; after a save, when it was saved.
 */
read_at: string, };

export type ContractWaiting = { id: number, version: number, number: string | null, kind: ContractKind, state: ContractState, customer: string, owner: string, amount_fen: Money, 
/**
 * Where it departs from the version that was accepted, and why.
 */
differences: Array<Difference>, difference_reason: string, 
/**
 * As a sentence in the book's language.
 */
terms: string, delivery_period: string, clauses: number, 
/**
 * How often legal gave it back already.
 */
returns: number, 
/**
 * When it was handed in last: an instant.
 */
since: string, 
/**
 * Who of legal could review it.
 */
reviewers: Array<Candidate>, 
/**
 * Why the person at the desk cannot review it, or record a review, now.
 */
refusals: Array<Refusal>, };

export type CustomerCard = { id: number | null, version: number | null, code: string, name: string, short_name: string, 
/**
 * Printed instead of the name where the font lacks a character.
 */
print_name: string, tax_number: string, invoice_title: string, industry: string, province: string, city: string, district: string, address: string, phone: string, bank_name: string, bank_account: string, owner_id: number | null, note: string, contacts: Array<Contact>, };

export type CustomerFilter = { text: string, owner_id: number | null, 
/**
 * Only customers without an account manager.
 */
no_owner: boolean, industry: string | null, region: string | null, 
/**
 * Whether an approved order of theirs counts.
 */
ordered: boolean | null, 
/**
 * The last approved order.
 */
last_from: string | null, last_before: string | null, 
/**
 * What they ordered in all.
 */
least_fen: number | null, most_fen: number | null, 
/**
 * 需求阶段
 */
stages: Array<Stage>, };

export type CustomerFound = { id: number, name: string, short_name: string, region: string, address: string, owner_id: number | null, contacts: Array<Contact>, };

export type CustomerHandOver = { id: number, version: number, owner_id: number | null, };

export type CustomerListAsk = { filter: CustomerFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type CustomerPage = { rows: Array<CustomerRow>, next: string | null, total: number, };

export type CustomerRow = { id: number, version: number, code: string, name: string, short_name: string, contact: string, contact_title: string, contact_phone: string, contact_email: string, industry: string, region: string, owner: string, orders: number, amount_fen: number, last_order_on: string | null, tax_number: string, created_at: string, 
/**
 * 需求阶段; none while it is cared for as a lead.
 */
stage: Stage | null, };

export type CustomerTotals = { count: number, orders: number, amount_fen: number, all_count: number, };

export type DayKind = "Calendar" | "Working";

export type DeadlineView = { id: number, rule: RuleId, 
/**
 * The process's own name of the rule, e.g. `L4`.
 */
code: string, state: ClockState, length: Length, 
/**
 * Instants, UTC.
 */
started_at: string, due_at: string, warns_at: string, ended_at: string | null, steps: Array<ReckonStep>, 
/**
 * A year on the way whose rest days are not published yet.
 */
year_unknown: number | null, };

export type Decide = { order_id: number, version: number, decider_id: number, given: Given, evidence: string | null, behalf_reason: string, 
/**
 * Opinion when granting, compulsory reason when sending back.
 */
note: string, };

export type Decision = "Submitted" | "Granted" | "SentBack" | "Withdrawn";

export type DecisionPage = { rows: Array<OrderDecision>, next: number | null, };

export type DeliveryLine = { line_id: number, quantity_milli: Quantity, delivered_on: string, };

export type DeliveryNoteAsk = { order_id: number, serial: number | null, };

export type DeliveryPoint = "Dispatch" | "Receipt" | "Acceptance";

export type DeliveryRecord = { order_id: number, version: number, lines: Array<DeliveryLine>, note: string, };

export type DeliveryView = { id: number, line_id: number, line_name: string, quantity_milli: Quantity, delivered_on: string, recorded_by: string, recorded_at: string, note: string, 
/**
 * Lines that left together share a serial: they stand on one 发货单.
 */
serial: number, 
/**
 * `FH-DD202611-001-1`
 */
note_number: string, };

export type Difference = { "what": "Amount", agreed_fen: Money, found_fen: Money, } | { "what": "Terms", agreed: Said, found: Said, } | { "what": "DeliveryPeriod", agreed: string, found: string, } | { "what": "Address", agreed: string, found: string, } | { "what": "Promised", agreed: string, found: string | null, } | { "what": "LineMissing", row: number, name: string, } | { "what": "LineAdded", row: number, name: string, } | { "what": "LineText", row: number, name: string, text: LineText, agreed: string, found: string, } | { "what": "LineQuantity", row: number, name: string, agreed_milli: Quantity, found_milli: Quantity | null, } | { "what": "LinePrice", row: number, name: string, agreed_micro: Price, found_micro: Price | null, } | { "what": "LineTax", row: number, name: string, agreed: Rate, found: Rate | null, } | { "what": "LineCustomised", row: number, name: string, found: boolean, } | { "what": "LinePromised", row: number, name: string, agreed: string, found: string | null, };

export type DocumentAsk = { document: DocumentKind, id: number, };

export type DocumentKind = "Order" | "Customer" | "Product" | "Lead" | "Opportunity" | "Quotation" | "Contract";

export type DoneToday = { rule: RuleId, code: string, met: number, late: number, };

export type Excluded = { name: string, reason: Refusal, };

export type FacetRow = { 
/**
 * Id as text, or the name where there is none.
 */
key: string, name: string, orders: number, lines: number, quantity_milli: Quantity, amount_fen: Money, previous_fen: Money | null, last_year_fen: Money | null, target_fen: Money | null, 
/**
 * Customers: bought for the first time this month.
 */
is_new: boolean, };

export type Fault = { "kind": "Refused", reasons: Array<Refusal>, } | { "kind": "Stale", what: string, } | { "kind": "Malformed", detail: string, } | { "kind": "Broken", ticket: string, detail: string, };

export type FieldView = { target: ImportTarget, field: string, required: boolean, };

export type FileAsk = { sha256: string, };

export type FileCheck = { name: string, size: number, };

export type FileKeep = { name: string, mime: string, base64: string, };

export type FileKept = { sha256: string, name: string, size: number, };

export type FilePick = { kind: PickKind, };

export type FilePickSave = { name: string, };

export type FilePrint = { sha256: string, name: string, };

export type FileSaveAs = { sha256: string, name: string, };

export type FileToken = { token: string, name: string, size: number, };

export type FileView = { name: string, mime: string, base64: string, sha256: string, };

export type Find = { text: string, limit: number, };

export type Folder = "Book" | "Backups" | "Log";

export type FolderShow = { folder: Folder, };

export type FolderShown = { path: string, shown: boolean, };

export type Given = "SignedIn" | "InPerson" | "Phone" | "WeChat" | "Email" | "Written";

export type Grade = "A" | "B" | "C";

export type Ground = { 
/**
 * 0 speaks for it, 1 is middling, 2 speaks against it.
 */
verdict: number, note: string, };

export type Grounds = { industry: Ground, 
/**
 * Function and budget.
 */
fit: Ground, 
/**
 * Decision cycle and history.
 */
likelihood: Ground, };

export type HistoryChange = { field: string, before: string, after: string, };

export type HistoryEntry = { seq: number, at: string, person: string, 
/**
 * A stable name such as `order_submit`; the page has the words.
 */
act: string, changes: Array<HistoryChange>, note: string, };

export type ImportAsk = { token: string, mapping: Mapping, };

export type ImportHeader = { token: string, sheet: string, header_row: number, target: ImportTarget | null, };

export type ImportList = { rows: Array<ImportRow>, };

export type ImportOpen = { token: string, };

export type ImportOpened = { token: string, name: string, sheets: Array<SheetView>, mapping: Mapping, 
/**
 * The mapping was remembered from an earlier import of the same headers.
 */
remembered: boolean, fields: Array<FieldView>, };

export type ImportReport = { import_id: number | null, customers: number, products: number, people: number, orders: number, lines: number, leads: number, skipped: number, amount_fen: Money, bad_cells: Array<BadCell>, 
/**
 * How many there are, when not all are listed.
 */
bad_count: number, 
/**
 * Things taken with a note, e.g. a tax number of 15 digits.
 */
notes: Array<BadCell>, };

export type ImportRow = { id: number, file_name: string, sha256: string, at: string, person: string, customers: number, products: number, people: number, orders: number, leads: number, undone_at: string | null, };

export type ImportTarget = "Customers" | "Products" | "People" | "Orders" | "OrderLines" | "Leads";

export type InboxRow = { file: string, at: string, to: string, subject: string, size: number, };

export type InboxView = { folder: string, rows: Array<InboxRow>, };

export type Instalment = { trigger: Trigger, share: Rate, days: number, day_kind: DayKind, };

export type InvoiceKind = "VatSpecial" | "VatGeneral" | "Paper" | "None";

export type Language = "Zh" | "En";

export type LanguageSet = { language: Language, };

export type LeadAct = "Edit" | "Rate" | "Assign" | "FollowUp" | "Convert" | "Lose" | "Invalidate" | "Merge" | "Reopen";

export type LeadAssign = { id: number, version: number, assignee_id: number, hand: LeadHand, };

export type LeadBecame = { id: number, name: string, };

export type LeadBoard = { columns: Array<LeadColumn>, };

export type LeadBrief = { id: number, name: string, state: LeadState, grade: Grade | null, };

export type LeadCard = { id: number | null, version: number | null, customer: string, contact: string, 
/**
 * 职务
 */
title: string, phone: string, wechat: string, email: string, industry: string, province: string, city: string, district: string, source: LeadSource, 
/**
 * Who referred it, which exhibition.
 */
source_note: string, need: string, 
/**
 * Instant, UTC; none: now.
 */
received_at: string | null, 
/**
 * Where it is the same customer's: a lead of one who is known.
 */
customer_id: number | null, };

export type LeadColumn = { state: LeadState, count: number, rows: Array<LeadRow>, };

export type LeadConvert = { id: number, version: number, customer_id: number | null, };

export type LeadEnd = { id: number, version: number, reason: string, };

export type LeadFilter = { text: string, states: Array<LeadState>, grades: Array<Grade>, source: LeadSource | null, owner_id: number | null, no_owner: boolean, industry: string | null, region: string | null, 
/**
 * Days of the company's zone.
 */
received_from: string | null, received_before: string | null, 
/**
 * Days of the next contact.
 */
next_from: string | null, next_before: string | null, 
/**
 * Only leads with a clock that has run out.
 */
overdue: boolean, };

export type LeadFollow = { id: number, version: number, at: string | null, method: Method, reached: boolean, said: string, need_change: string, next_on: string | null, };

export type LeadFollowUp = { at: string, person: string, method: Method, reached: boolean, said: string, need_change: string, next_on: string | null, };

export type LeadHand = { decider_id: number, given: Given, 
/**
 * A file's digest.
 */
evidence: string | null, behalf_reason: string, };

export type LeadLike = { id: number, name: string, 
/**
 * `lead` or `customer`
 */
what: string, 
/**
 * `name` or `phone`
 */
by: string, owner: string, state: LeadState | null, };

export type LeadLikeAsk = { id: number | null, name: string, phone: string, };

export type LeadListAsk = { filter: LeadFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type LeadMay = { act: LeadAct, refusals: Array<Refusal>, };

export type LeadMerge = { id: number, version: number, into_id: number, };

export type LeadPage = { rows: Array<LeadRow>, next: string | null, };

export type LeadProposal = { person_id: number, name: string, in_hand: number, reasons: Array<Reason>, };

export type LeadRate = { id: number, version: number, grade: Grade, grounds: Grounds, hand: LeadHand, };

export type LeadRating = { grade: Grade, grounds: Grounds, decider: string, recorder: string, at: string, };

export type LeadRow = { id: number, version: number, state: LeadState, grade: Grade | null, 
/**
 * The company; the contact's name where none is known.
 */
customer: string, contact: string, phone: string, industry: string, region: string, source: LeadSource, need: string, owner: string, 
/**
 * Instants, UTC.
 */
received_at: string, registered_at: string, 
/**
 * 最近跟进时间
 */
followed_at: string | null, next_on: string | null, 
/**
 * The most urgent of its running clocks.
 */
due_at: string | null, overdue: boolean, };

export type LeadSource = "Inquiry" | "Exhibition" | "Marketing" | "Referral" | "Other";

export type LeadState = "New" | "Rated" | "Assigned" | "Converted" | "Lost" | "Invalid" | "Merged";

export type LeadTotals = { count: number, 
/**
 * Not rated yet.
 */
unrated: number, overdue: number, all_count: number, };

export type LeadView = { card: LeadCard, state: LeadState, owner_id: number | null, owner: string, registered_at: string, registered_by: string, 
/**
 * Registered more than 24 hours after receipt (L1).
 */
registered_late: boolean, grade: Grade | null, 
/**
 * None while it is not rated; also for a grade that an import brought, whose grounds nobody of this book knows.
 */
rating: LeadRating | null, follow_ups: Array<LeadFollowUp>, 
/**
 * Why it was lost or is invalid.
 */
reason: string, 
/**
 * What it became, or lives on in.
 */
customer: LeadBecame | null, 
/**
 * The deal it goes on as.
 */
opportunity: LeadBecame | null, merged_into: LeadBecame | null, acts: Array<LeadMay>, 
/**
 * Running clocks first, the most urgent on top; then those that ended.
 */
deadlines: Array<DeadlineView>, };

export type Length = { "kind": "ClockHours", hours: number, } | { "kind": "WorkingDays", days: number, } | { "kind": "CalendarDays", days: number, } | { "kind": "SameDay", cutoff: string, };

export type LetterPage = { rows: Array<OutboxRow>, next: number | null, total: number, };

export type LetterState = "MissingAddress" | "Queued" | "Claimed" | "Handed" | "Sent" | "Retry" | "Failed" | "Uncertain" | "DeliveredOtherwise" | "Withdrawn";

export type Level = { role: Role, 
/**
 * The level is needed only from this amount on (分); 0 means always.
 */
from_fen: number, };

export type LevelFact = { level: number, 
/**
 * `amount`, `discount`, `terms`, `prepaid_share`, `promised`, `customised_lines`
 */
code: string, text: string, 
/**
 * True when policy is kept, false when it is exceeded, none when there is nothing to compare.
 */
within: boolean | null, };

export type LineDraft = { product_id: number | null, name: string, spec: string, unit: string, quantity_milli: Quantity | null, price_micro: Price | null, 
/**
 * Off the line, in basis points (0 for none).
 */
discount: Rate, tax_rate: Rate | null, customised: boolean, promised_on: string | null, };

export type LineText = "Name" | "Spec" | "Unit";

export type ListLook = { views: Array<SavedView>, columns: Array<ColumnLook>, };

export type ListLookAsk = { list: ListName, };

export type ListName = "Orders" | "Customers" | "Products" | "Outbox" | "Leads" | "Opportunities" | "Quotations" | "Contracts";

export type LogTail = { text: string, lines: number, };

export type MailAccount = { provider: string, host: string, port: number, security: MailSecurity, user: string, from_address: string, from_name: string, 
/**
 * PEM of the company's own certificate authority, if its server has one.
 */
trusted_pem: string, 
/**
 * Letters a minute at most.
 */
per_minute: number, };

export type MailProvider = { name: string, domains: Array<string>, host: string, port: number, security: MailSecurity, password_kind: string, note: string, };

export type MailSave = { account: MailAccount, password: string | null, };

export type MailSecurity = "Tls" | "StartTls";

export type MailStep = { 
/**
 * `lookup`, `connect`, `tls`, `login`, `sender`, `handover`
 */
step: string, ok: boolean, millis: number, 
/**
 * The server's own words.
 */
said: string, 
/**
 * A stable name for the explanation: `wrong_password`, `basic_auth_off`, `timeout`, …
 */
explain: string, };

export type MailTest = { to: string, };

export type MailTested = { 
/**
 * When it looked.
 */
at: string, ok: boolean, steps: Array<MailStep>, };

export type MailTried = { from: string, to: string, subject: string, greeting: string, opening: string, 
/**
 * Label and fact; no wording can leave these out.
 */
facts: Array<[string, string]>, request: string, closing: string, signature: string, text: string, };

export type Mapping = { sheets: Array<SheetMapping>, 
/**
 * The person (by name) who attests 期初 orders; none: who sits at the desk.
 */
attested_by: string | null, };

export type Marked = { text: string, from: number, length: number, };

export type Method = "Phone" | "Visit" | "WeChat" | "Email" | "Exhibition";

export type Money = number;

export type MonthAmount = { orders: number, amount_fen: Money | null, previous_fen: Money | null, last_year_fen: Money | null, average_fen: Money | null, 
/**
 * The company's own target.
 */
target_fen: Money | null, customers: number, new_customers: number, new_customers_fen: Money, later: MonthLater, };

export type MonthAsk = { ym: number, };

export type MonthLater = { 
/**
 * Changes and cancellations recorded in this month that concern orders of earlier months.
 */
rows: number, 
/**
 * Net changes, signed.
 */
changed_fen: Money, 
/**
 * Cancellations; zero or negative.
 */
cancelled_fen: Money, 
/**
 * 成交金额 + changes + cancellations; none when there is nothing of either, shown 「—」.
 */
total_fen: Money | null, };

export type MonthPoint = { ym: number, orders: number, amount_fen: Money, last_year_fen: Money | null, };

export type MonthPunctuality = { due: number, on_time: number, late: number, open_past_due: number, 
/**
 * Promised later this month and not yet delivered: neither late nor on time.
 */
open: number, 
/**
 * Sum of days late over late deliveries, for the average.
 */
late_days: number, };

export type MonthRow = { order_id: number, number: string, customer: string, product: string, amount_fen: Money, promised_on: string | null, delivered_on: string | null, days_late: number | null, };

export type MonthRows = { rows: Array<MonthRow>, count: number, amount_fen: Money, };

export type MonthRowsAsk = { ym: number, figure: string, };

export type MonthView = { ym: number, 
/**
 * The earliest and latest month with anything in it.
 */
first_ym: number | null, last_ym: number | null, 
/**
 * 口径 printed with the figures: `Dispatch`, `Receipt`, `Acceptance`.
 */
delivery_point: DeliveryPoint, amount: MonthAmount, lines: MonthPunctuality, lines_previous: MonthPunctuality, lines_last_year: MonthPunctuality, orders: MonthPunctuality, trend: Array<MonthPoint>, products: Array<FacetRow>, categories: Array<FacetRow>, regions: Array<FacetRow>, industries: Array<FacetRow>, customers: Array<FacetRow>, people: Array<FacetRow>, };

export type MonthWorkbook = { ym: number, token: string | null, };

export type NeedDraft = { product_id: number | null, name: string, spec: string, unit: string, quantity_milli: Quantity | null, wanted_on: string | null, customised: boolean, 
/**
 * What is to be made otherwise.
 */
customisation: string, 
/**
 * 服务标准
 */
standard: string, };

export type Nothing = Record<symbol, never>;

export type Notice = { kind: NoticeKind, count: number, order_id: number | null, lead_id: number | null, quotation_id: number | null, contract_id: number | null, 
/**
 * The order's number, or the name of the file that was imported; empty for a lead.
 */
name: string, customer: string, 
/**
 * Why a letter failed (a name the page has words for), why an order came back; of a limit its rule.
 */
reason: string, };

export type NoticeKind = "LetterFailed" | "LetterUncertain" | "OrderBack" | "ApprovalWaits" | "ImportDone" | "DeadlineDue" | "DeadlineOver";

export type NoticeLeave = "Unasked" | "Granted" | "Denied";

export type NoticeRule = { leave: NoticeLeave, letters: boolean, orders_back: boolean, approvals: boolean, imports: boolean, 
/**
 * 时限到期
 */
deadlines: boolean, };

export type NoticeTake = { 
/**
 * The window is in front of the person: what they see happen needs no notice.
 */
in_front: boolean, };

export type NoticesTaken = { 
/**
 * Something is to be told, and the person was never asked whether they want that.
 */
ask: boolean, notices: Array<Notice>, };

export type Objection = "Price" | "Delivery" | "Terms" | "Other";

export type OpenTask = { kind: string, role: Role, };

export type OpportunityAct = "Edit" | "Solve" | "Lose" | "Reopen" | "Win";

export type OpportunityBoard = { columns: Array<OpportunityColumn>, };

export type OpportunityCard = { id: number | null, version: number | null, name: string, customer_id: number | null, owner_id: number | null, 
/**
 * What it may come to; 0 where it is not known.
 */
expected_fen: Money, expected_on: string | null, };

export type OpportunityColumn = { stage: Stage, count: number, amount_fen: Money, rows: Array<OpportunityRow>, };

export type OpportunityFilter = { text: string, stages: Array<Stage>, customer_id: number | null, owner_id: number | null, no_owner: boolean, least_fen: Money | null, most_fen: Money | null, 
/**
 * Days of the company's zone.
 */
created_from: string | null, created_before: string | null, 
/**
 * When it may be decided.
 */
expected_from: string | null, expected_before: string | null, closed_from: string | null, closed_before: string | null, };

export type OpportunityListAsk = { filter: OpportunityFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type OpportunityLose = { id: number, version: number, reason: string, winner: string, };

export type OpportunityMay = { act: OpportunityAct, refusals: Array<Refusal>, };

export type OpportunityPage = { rows: Array<OpportunityRow>, next: string | null, };

export type OpportunityRow = { id: number, version: number, number: string, name: string, customer_id: number, customer: string, owner: string, state: OpportunityState, stage: Stage, 
/**
 * What its documents say by now.
 */
amount_fen: Money, expected_on: string | null, 
/**
 * Instants, UTC.
 */
created_at: string, closed_at: string | null, };

export type OpportunityState = "Open" | "Won" | "Lost";

export type OpportunityTotals = { count: number, open_count: number, 
/**
 * Of the open ones.
 */
open_fen: Money, all_count: number, };

export type OpportunityView = { card: OpportunityCard, number: string, state: OpportunityState, stage: Stage, amount_fen: Money, customer: string, owner: string, creator: string, created_at: string, closed_at: string | null, 
/**
 * Why it was lost, and to whom.
 */
reason: string, winner: string, lead: LeadBrief | null, 
/**
 * What was said while it was a lead.
 */
follow_ups: Array<LeadFollowUp>, 
/**
 * Revisions, the newest first.
 */
requirements: Array<RequirementView>, solution: SolutionView | null, quotations: Array<QuotationBrief>, contracts: Array<ContractBrief>, orders: Array<OrderBrief>, letters: Array<OutboxRow>, acts: Array<OpportunityMay>, 
/**
 * Why the first list of needs cannot be begun.
 */
list: Array<Refusal>, };

export type OrderAct = "Edit" | "Submit" | "Grant" | "SendBack" | "Withdraw" | "Discard" | "Deliver" | "Copy" | "Resend";

export type OrderBrief = { id: number, 
/**
 * Empty while it has none.
 */
number: string, status: OrderStatus, amount_fen: Money, contract_id: number, };

export type OrderButton = { act: OrderAct, refusals: Array<Refusal>, };

export type OrderComputed = { 
/**
 * Per line, after its share of the 整单优惠; none while a figure is missing.
 */
line_fen: Array<Money | null>, 
/**
 * Σ of the lines before 整单优惠.
 */
before_waiver_fen: Money, 
/**
 * 抹到元, 抹到十元, 抹到百元: only those that take something off.
 */
roundings: Array<Rounding>, amount_fen: Money, net_fen: Money, tax_fen: Money, rates: Array<RateTotal>, uppercase: string, terms_sentence: string, instalment_fen: Array<Money>, 
/**
 * Order minus contract; none without a contract amount.
 */
contract_difference_fen: Money | null, 
/**
 * Where it departs from the contract it stands on.
 */
differences: Array<Difference>, 
/**
 * Everything that would stop a submission now.
 */
refusals: Array<Refusal>, };

export type OrderContract = { id: number, number: string, kind: ContractKind, signed_on: string | null, amount_fen: Money, 
/**
 * Of a framework: what other orders leave.
 */
left_fen: Money | null, differences: Array<Difference>, };

export type OrderDecision = { order_id: number, order_number: string, entry: ApprovalEntry, };

export type OrderDraft = { id: number | null, version: number | null, customer_id: number | null, contact_id: number | null, customer_order_number: string, 
/**
 * When the customer ordered: a call-off's clock runs from it (O1).
 */
customer_order_on: string | null, 
/**
 * The contract of the book it stands on; what is said of number, date and amount is the contract's then.
 */
contract_id: number | null, 
/**
 * Why it departs from its contract.
 */
contract_reason: string, contract_number: string, contract_signed_on: string | null, contract_amount_fen: Money | null, invoice_title: string, invoice_kind: InvoiceKind, terms: PaymentTerms, delivery_address: string, receiver: string, receiver_phone: string, promised_on: string | null, owner_id: number | null, 
/**
 * 整单优惠 / 抹零: taken off and spread over the lines at entry.
 */
waiver_fen: Money, note: string, lines: Array<LineDraft>, };

export type OrderExport = { filter: OrderFilter, };

export type OrderFilter = { statuses: Array<OrderStatus>, 
/**
 * None of these.
 */
not_statuses: Array<OrderStatus>, text: string, customer_id: number | null, owner_id: number | null, promised_before: string | null, promised_from: string | null, created_from: string | null, created_before: string | null, least_fen: number | null, most_fen: number | null, approved_before: string | null, approved_from: string | null, region: string | null, 
/**
 * Whether everything is delivered; false: approved, and something is open.
 */
delivered: boolean | null, 
/**
 * Only orders with an undelivered line past its promised date.
 */
overdue: boolean, };

export type OrderFrom = { contract_id: number, customer_order_number: string, customer_order_on: string | null, };

export type OrderLine = { id: number, position: number, product_id: number | null, name: string, spec: string, unit: string, quantity_milli: Quantity, price_micro: Price, list_price_micro: Price | null, discount: Rate, waiver_fen: Money, amount_fen: Money, tax_rate: Rate, customised: boolean, service: boolean, promised_on: string | null, delivered_milli: Quantity, delivered_on: string | null, };

export type OrderListAsk = { filter: OrderFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type OrderOrigin = "Desk" | "Opening";

export type OrderPage = { rows: Array<OrderRow>, next: string | null, };

export type OrderRow = { id: number, version: number, number: string | null, status: OrderStatus, origin: OrderOrigin, customer: string, owner: string, amount_fen: Money, promised_on: string | null, created_on: string, approved_on: string | null, first_product: string, line_count: number, overdue: boolean, delivered: boolean, part_delivered: boolean, contract_number: string, customer_order_number: string, 
/**
 * The customer's; at approval it is copied for good.
 */
region: string, 
/**
 * Payment terms in words.
 */
terms: string, 
/**
 * When the last line was delivered in full.
 */
delivered_on: string | null, };

export type OrderState = "Draft" | "InApproval" | "SentBack" | "Approved" | "Void" | "Opening";

export type OrderStatus = "Draft" | "AwaitingSupervisor" | "AwaitingFinance" | "AwaitingOperations" | "AwaitingOther" | "SentBack" | "Approved" | "Changing" | "Void" | "Opening";

export type OrderTotals = { count: number, amount_fen: Money, 
/**
 * Void orders that the sum leaves out.
 */
void_count: number, all_count: number, };

export type OrderView = { id: number, version: number, number: string | null, state: OrderState, status: OrderStatus, origin: OrderOrigin, round: number, level: number, ladder: Array<Level>, draft: OrderDraft, customer_name: string, contact_name: string, contact_email: string, contact_phone: string, owner_name: string, creator_name: string, 
/**
 * Only of a 期初 order.
 */
attested: Attested | null, lines: Array<OrderLine>, computed: OrderComputed, 
/**
 * First eight characters of the hash of the protected content.
 */
content_code: string, 
/**
 * The contract of the book it stands on.
 */
contract: OrderContract | null, 
/**
 * 审批失效: the content differs from what was approved.
 */
approval_void: boolean, created_at: string, submitted_at: string | null, approved_at: string | null, approved_on: string | null, 
/**
 * The reason of the last return, on top of the form.
 */
sent_back_reason: string, sent_back_by: string, buttons: Array<OrderButton>, 
/**
 * Why it is where it is: one thing after another, the most urgent first.
 */
why: Array<Why>, facts: Array<LevelFact>, approvals: Array<ApprovalEntry>, letters: Array<OutboxRow>, tasks: Array<TaskView>, deliveries: Array<DeliveryView>, 
/**
 * The number of the 发货单 for what is still to be sent; none when nothing is.
 */
open_note: string | null, history: Array<HistoryEntry>, 
/**
 * The instant of this answer; after a save, when it was saved.
 */
read_at: string, };

export type OutboxAsk = { filter: OutboxFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type OutboxAttempt = { at: string, stage: string, said: string, };

export type OutboxDelivered = { id: number, version: number, 
/**
 * `wechat`, `in_person`, `phone_confirmed`, `post`
 */
how: string, by: string, on: string, };

export type OutboxFilter = { 
/**
 * `todo`, `moving`, `sent`; empty: all.
 */
view: string, 
/**
 * In customer, order number or address.
 */
text: string, states: Array<LetterState>, kind: string | null, queued_from: string | null, queued_before: string | null, sent_from: string | null, sent_before: string | null, };

export type OutboxPage = { rows: Array<OutboxRow>, next: string | null, };

export type OutboxResend = { id: number, version: number, to: string | null, };

export type OutboxRow = { id: number, version: number, 
/**
 * `order_confirmation`, `requirement`, `quotation`, `test`
 */
kind: string, revision: number, state: LetterState, order_id: number | null, 
/**
 * The document it is about, orders among them; none for a test letter.
 */
about: DocumentAsk | null, 
/**
 * The document's number.
 */
order_number: string, customer: string, to: string, subject: string, queued_at: string, sent_at: string | null, next_try_at: string | null, tries: number, 
/**
 * The server's last words.
 */
said: string, 
/**
 * A stable name for the explanation: `wrong_password`, `mailbox_unknown`, `timeout`, …
 */
explain: string, };

export type OutboxTotals = { 
/**
 * What the filter leaves, in its own view.
 */
count: number, todo: number, moving: number, sent: number, all: number, all_count: number, };

export type OutboxView = { row: OutboxRow, to_name: string, cc: string, reply_to: string, message_id: string, text_body: string, pdf_name: string, pdf_sha256: string, attempts: Array<OutboxAttempt>, 
/**
 * Ids of the letters that were sent again from this one, or that this one repeats.
 */
related: Array<number>, can_resend: boolean, can_mark_delivered: boolean, can_retry_now: boolean, delivered_note: string, };

export type PageOf = { id: number, after: number | null, limit: number, };

export type Paper = "needs" | "quotation" | "contract" | "letter";

export type PaperRule = { paper: Paper, sentences: Array<Sentence>, };

export type PartKind = "Company" | "Person" | "Title" | "Phone" | "Email" | "TaxNumber" | "Address" | "BankName" | "BankAccount" | "Wechat" | "Need";

export type Pasted = { parts: Array<PastedPart>, };

export type PastedPart = { kind: PartKind, 
/**
 * As a card keeps it.
 */
value: string, start: number, end: number, confidence: Confidence, 
/**
 * What is wrong with it, e.g. a tax number's check character.
 */
problems: Array<Refusal>, 
/**
 * Of an address.
 */
region: PastedRegion | null, };

export type PastedRegion = { province: string, city: string, district: string, street: string, };

export type PastedText = { text: string, };

export type PaymentMethod = "Transfer" | "AcceptanceBill" | "Cheque" | "Cash";

export type PaymentTerms = { instalments: Array<Instalment>, method: PaymentMethod, };

export type PersonBrief = { id: number, name: string, roles: Array<Role>, has_password: boolean, active: boolean, };

export type PersonLeave = { id: number, version: number, heir_id: number | null, };

export type PersonLeft = { person: PersonView, customers: number, leads: number, opportunities: number, orders: number, quotations: number, contracts: number, 
/**
 * What stays with the one who left until they are decided: the heir decides or decided on them.
 */
kept: Array<string>, };

export type PersonOwns = { customers: number, 
/**
 * Open leads.
 */
leads: number, 
/**
 * Open opportunities.
 */
opportunities: number, 
/**
 * Drafts and orders that were sent back.
 */
drafts: number, in_approval: number, 
/**
 * Approved and not yet delivered in full.
 */
open_orders: number, 
/**
 * Quotations of which something may still come.
 */
quotations: number, 
/**
 * Contracts that are not signed, or not ordered yet.
 */
contracts: number, 
/**
 * Why this person cannot leave now.
 */
refusals: Array<Refusal>, };

export type PersonSave = { id: number | null, version: number | null, name: string, code: string, email: string, phone: string, region: string, industries: Array<string>, senior: boolean, active: boolean, roles: Array<Role>, password: string | null, };

export type PersonView = { id: number, version: number, name: string, code: string, email: string, phone: string, region: string, 
/**
 * Industries they look after.
 */
industries: Array<string>, senior: boolean, active: boolean, roles: Array<Role>, has_password: boolean, };

export type PickKind = "Workbook" | "Book" | "Folder" | "Any";

export type Policy = { delivery_point: DeliveryPoint, 
/**
 * The three levels of O3 by default.
 */
levels: Array<Level>, 
/**
 * 审批须本人登录
 */
must_sign_in: boolean, 
/**
 * From this amount (分) on, a decision on behalf always needs evidence.
 */
evidence_from_fen: number, 
/**
 * 单人模式
 */
single_person: boolean, 
/**
 * Resubmission at the refusing level when no protected content changed; otherwise level 1.
 */
resubmit_at_refusing_level: boolean, 
/**
 * Largest discount against list price that the supervisor is told is within policy.
 */
discount_limit: Rate, 
/**
 * 毛利底线: a quotation below it needs the supervisor.
 */
margin_floor: Rate, 
/**
 * Whether a quotation whose costs are not known needs the supervisor.
 */
unknown_cost: UnknownCost, 
/**
 * Whether legal reads a customer's purchase order before it counts as the contract.
 */
review_purchase_orders: boolean, 
/**
 * 红涨绿跌
 */
red_is_up: boolean, 
/**
 * So many open leads somebody has in hand before a proposal calls them full.
 */
most_leads: number, };

export type Price = number;

export type ProductCard = { id: number | null, version: number | null, code: string, name: string, spec: string, unit: string, category: string, kind: ProductKind, 
/**
 * Tax-inclusive list price.
 */
price_micro: Price, 
/**
 * What it costs the house, tax-inclusive like the price; inside only, no paper knows it.
 */
cost_micro: Price | null, tax_rate: Rate, customised: boolean, active: boolean, note: string, };

export type ProductFilter = { text: string, category: string | null, kind: ProductKind | null, active: boolean | null, customised: boolean | null, least_micro: number | null, most_micro: number | null, };

export type ProductKind = "Goods" | "Service";

export type ProductListAsk = { filter: ProductFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type ProductOrder = { order_id: number, order_number: string | null, status: OrderStatus, customer: string, 
/**
 * Of all its lines with the product.
 */
quantity_milli: Quantity, unit: string, amount_fen: Money, created_on: string, };

export type ProductOrders = { rows: Array<ProductOrder>, next: number | null, };

export type ProductPage = { rows: Array<ProductCard>, next: string | null, total: number, };

export type ProductTotals = { count: number, 
/**
 * No longer sold.
 */
inactive: number, all_count: number, };

export type Quantity = number;

export type QuotationAccept = { id: number, version: number, note: string, };

export type QuotationAct = "Edit" | "Submit" | "Grant" | "SendBack" | "Withdraw" | "Send" | "Round" | "TakeUp" | "Accept" | "Lose" | "Expire";

export type QuotationBrief = { id: number, number: string, revision: number, 
/**
 * As the quotation's law names it.
 */
state: string, amount_fen: Money, valid_until: string | null, };

export type QuotationComputed = { 
/**
 * Amounts, tax, instalments; its refusals are those of a submission.
 */
amounts: OrderComputed, 
/**
 * Per line; none while its amount is not known.
 */
margins: Array<QuotationMargin | null>, total: QuotationMargin, margin_floor: Rate, discount_limit: Rate, 
/**
 * Off the list, 整单优惠 included.
 */
discount: Rate | null, 
/**
 * What needs the supervisor.
 */
concerns: Array<Concern>, 
/**
 * Some cost is not known, and the company lets that pass: the margin is not known either.
 */
cost_passes: boolean, };

export type QuotationContract = { id: number, 
/**
 * Empty while it has none.
 */
number: string, };

export type QuotationDealEnd = { 
/**
 * Nothing else of the deal is alive: no other quotation, no contract.
 */
last: boolean, 
/**
 * Why the deal cannot be closed as lost by who sits here.
 */
refusals: Array<Refusal>, };

export type QuotationDecide = { id: number, version: number, decider_id: number, given: Given, evidence: string | null, behalf_reason: string, note: string, };

export type QuotationDraft = { id: number | null, version: number | null, opportunity_id: number, contact_id: number | null, owner_id: number | null, 
/**
 * Why there is no confirmed list of needs (N1).
 */
no_requirement_reason: string, valid_until: string | null, terms: PaymentTerms, delivery_period: string, 
/**
 * 服务与质保
 */
service: string, note: string, waiver_fen: Money, lines: Array<QuotationLineDraft>, };

export type QuotationFilter = { text: string, states: Array<QuotationState>, customer_id: number | null, opportunity_id: number | null, owner_id: number | null, least_fen: number | null, most_fen: number | null, valid_from: string | null, valid_before: string | null, created_from: string | null, created_before: string | null, };

export type QuotationLineDraft = { product_id: number | null, name: string, spec: string, unit: string, quantity_milli: Quantity | null, list_price_micro: Price | null, 
/**
 * Tax-inclusive, as offered.
 */
price_micro: Price | null, 
/**
 * Off the line, in basis points (0 for none).
 */
discount: Rate, 
/**
 * Inside only; tax-inclusive like the price.
 */
cost_micro: Price | null, tax_rate: Rate | null, customised: boolean, market_reference: string, };

export type QuotationListAsk = { filter: QuotationFilter, sort: string, descending: boolean, after: string | null, limit: number, };

export type QuotationLose = { id: number, version: number, reason: string, winner: string, 
/**
 * The deal is lost with it, for the same reason.
 */
close_deal: boolean, };

export type QuotationMargin = { cost_fen: Money | null, left_fen: Money | null, 
/**
 * In basis points of the amount.
 */
rate: Rate | null, };

export type QuotationMay = { act: QuotationAct, refusals: Array<Refusal>, };

export type QuotationNeeds = { id: number, number: string, revision: number, };

export type QuotationPage = { rows: Array<QuotationRow>, next: string | null, };

export type QuotationPaperAsk = { id: number, revision: number, };

export type QuotationRound = { id: number, version: number, objection: Objection, note: string, changed: string, };

export type QuotationRow = { id: number, version: number, number: string, state: QuotationState, 
/**
 * The current version: V1 …
 */
revision: number, customer: string, opportunity_id: number, opportunity: string, owner: string, amount_fen: Money, margin: Rate | null, valid_until: string | null, 
/**
 * An instant.
 */
created_at: string, line_count: number, first_line: string, };

export type QuotationSend = { id: number, version: number, to: string | null, };

export type QuotationState = "Draft" | "InApproval" | "SentBack" | "Approved" | "Sent" | "Accepted" | "Lost" | "Expired" | "Superseded";

export type QuotationTakeUp = { id: number, version: number, 
/**
 * Which version is taken up again.
 */
revision: number, reason: string, };

export type QuotationTotals = { count: number, amount_fen: Money, 
/**
 * Sent, and not answered yet.
 */
open_count: number, all_count: number, };

export type QuotationVersionView = { id: number, revision: number, state: QuotationState, draft: QuotationDraft, computed: QuotationComputed, contact_name: string, needs: QuotationNeeds | null, 
/**
 * What the customer objected to in the version before, in what words, and what was changed (Q3).
 */
objection: Objection | null, objection_note: string, changed: string, 
/**
 * The version that was taken up again in it.
 */
taken_from: number | null, round: number, sent_back_reason: string, sent_at: string | null, 
/**
 * Accepted, lost or expired.
 */
decided_at: string | null, created_at: string, };

export type QuotationView = { id: number, version: number, number: string, 
/**
 * The state of its current version, the last one of `versions`.
 */
state: QuotationState, revision: number, opportunity_id: number, opportunity_number: string, opportunity_name: string, customer_id: number, customer_name: string, contact_email: string, owner_name: string, creator_name: string, reason: string, winner: string, created_at: string, round: number, level: number, ladder: Array<Level>, 
/**
 * V1 … Vn.
 */
versions: Array<QuotationVersionView>, 
/**
 * Lines side by side: a row per line, in it for each version the index of the line there.
 */
rows: Array<Array<number | null>>, acts: Array<QuotationMay>, approvals: Array<ApprovalEntry>, letters: Array<OutboxRow>, deadlines: Array<DeadlineView>, contract: QuotationContract | null, 
/**
 * Why no contract can be made of it now; where it was accepted and has none.
 */
contract_refusals: Array<Refusal>, 
/**
 * What losing it means for the deal; none where that is closed.
 */
deal_end: QuotationDealEnd | null, };

export type QuotationWaiting = { id: number, version: number, number: string, revision: number, state: QuotationState, customer: string, owner: string, amount_fen: Money, margin: Rate | null, discount: Rate | null, concerns: Array<Concern>, since: string, candidates: Array<Candidate>, };

export type Rate = number;

export type RateTotal = { rate: Rate, gross_fen: Money, net_fen: Money, tax_fen: Money, };

export type Reason = { "reason": "OwnsCustomer" } | { "reason": "Senior" } | { "reason": "Region", region: string, } | { "reason": "Industry", industry: string, } | { "reason": "LeastInHand" } | { "reason": "Full" };

export type ReckonStep = { "step": "Skipped", from: string, to: string, rest: Rest, } | { "step": "Counted", on: string, nth: number, } | { "step": "RolledForward", from: string, to: string, } | { "step": "AfterCutoff", to: string, };

export type RecordAsk = { ym: number, };

export type RecordRow = { rule: RuleId, code: string, person: string, 
/**
 * A lead's source; empty for orders.
 */
source: string, due: number, met: number, late: number, lapsed: number, running: number, 
/**
 * On average over the late ones, in hours.
 */
late_hours: number, };

export type RecordRowsAsk = { ym: number, rule: RuleId | null, 
/**
 * As the record writes it: a name, or empty for nobody.
 */
person: string | null, source: string | null, state: ClockState | null, };

export type Refusal = { "code": "FieldMissing", field: string, } | { "code": "FieldTooLong", field: string, most: number, found: number, } | { "code": "FieldHasControl", field: string, } | { "code": "FieldNotEmail", field: string, found: string, } | { "code": "FieldNotPhone", field: string, found: string, } | { "code": "FieldNotPositive", field: string, row: number | null, } | { "code": "FieldOutOfRange", field: string, row: number | null, least: number, most: number, } | { "code": "LineFieldMissing", field: string, row: number, } | { "code": "TaxNumberWrong", found: string, expected_check: string | null, } | { "code": "AmountTooLarge" } | { "code": "PrefixWrong", field: string, found: string, most: number, } | { "code": "SerialUsed", field: string, least: number, } | { "code": "SharesNotWhole", found: Rate, } | { "code": "NotSignedIn" } | { "code": "PasswordWrong" } | { "code": "PersonInactive", name: string, } | { "code": "RoleMissing", roles: Array<Role>, } | { "code": "NameTaken", name: string, } | { "code": "LastAdmin" } | { "code": "LadderUnfilled", name: string, level: number, role: Role, } | { "code": "WouldStick", name: string, numbers: Array<string>, } | { "code": "HeirMissing" } | { "code": "CodeTaken", found: string, name: string, } | { "code": "InUse", name: string, by: Array<string>, } | { "code": "GoneMeanwhile", name: string, } | { "code": "NoLines" } | { "code": "CustomerMissing" } | { "code": "ContractMissing" } | { "code": "ContractDisagrees", contract_fen: Money, order_fen: Money, } | { "code": "PromisedBeforeToday", promised_on: string, } | { "code": "ReasonMissing" } | { "code": "WrongState", state: string, act: string, } | { "code": "OnlyAuthor" } | { "code": "ContentLocked" } | { "code": "NumberedNotDeletable", number: string, } | { "code": "DeliveredTooMuch", row: number, ordered_milli: number, delivered_milli: number, } | { "code": "DeliveryInFuture", date: string, } | { "code": "DeliveryBeforeApproval", date: string, } | { "code": "NothingToSend" } | { "code": "NoWayOfContact" } | { "code": "ReceivedInFuture", at: string, } | { "code": "ReceivedAfterRegistration", at: string, registered: string, } | { "code": "NextContactPast", date: string, } | { "code": "OnlyOwner" } | { "code": "OpportunityClosed", number: string, } | { "code": "ContractStands", number: string, } | { "code": "QuotationWaits", number: string, } | { "code": "DealIsLost", number: string, } | { "code": "ConfirmedInFuture", date: string, } | { "code": "ConfirmationUnproved" } | { "code": "PaperMailed", number: string, } | { "code": "RevisionBegun", revision: number, } | { "code": "RequirementMissing" } | { "code": "ValidityPast", valid_until: string, } | { "code": "QuotationExpired", valid_until: string, } | { "code": "QuotationFrozen" } | { "code": "NoEarlierVersion" } | { "code": "TaxRateNotInForce", row: number, found: Rate, on: string, } | { "code": "ClausesMissing" } | { "code": "ChecklistOpen", items: Array<CheckItem>, } | { "code": "ChecklistUnexplained", items: Array<CheckItem>, } | { "code": "QuotationDiffers", differences: Array<Difference>, } | { "code": "QuotationNotAccepted", number: string, } | { "code": "QuotationHasContract", number: string, } | { "code": "ContractNotReviewed", number: string, } | { "code": "ContractNotSigned", number: string, } | { "code": "ContractSigned", number: string, } | { "code": "SignedInFuture", date: string, } | { "code": "ContractOrdered", contract: string, order: string, } | { "code": "ContractOfAnother", number: string, } | { "code": "ContractDiffers", number: string, differences: Array<Difference>, } | { "code": "FrameworkOver", number: string, valid_until: string, } | { "code": "FrameworkUsedUp", number: string, } | { "code": "FrameworkExceeded", number: string, left_fen: Money, order_fen: Money, } | { "code": "FourEyesAuthor", name: string, } | { "code": "FourEyesTwice", name: string, level: number, } | { "code": "TooFewPeople", level: number, role: Role, } | { "code": "MustSignIn" } | { "code": "EvidenceMissing" } | { "code": "EvidenceOrReasonMissing" } | { "code": "NotYourLevel", role: Role, } | { "code": "ContentChanged" } | { "code": "GlyphMissing", field: string, character: string, } | { "code": "CompanyIncomplete", field: string, } | { "code": "PlaceUnknown", field: string, place: string, } | { "code": "PlaceMissing", field: string, places: Array<string>, } | { "code": "MailNotSet" } | { "code": "AddressMissing" } | { "code": "LetterNotMailable", state: string, } | { "code": "LetterInFlight", state: string, } | { "code": "LetterDecidedSingly" } | { "code": "PasswordMissing" } | { "code": "BookMissing", path: string, } | { "code": "BookLocked", path: string, } | { "code": "BookNewer", found: number, known: number, } | { "code": "BookOlder", found: number, known: number, } | { "code": "BookNotABook", path: string, } | { "code": "BookOnNetworkDrive", path: string, } | { "code": "BookExists", path: string, } | { "code": "BackupPlaceMissing", path: string, } | { "code": "NoBackup" } | { "code": "DiskFull" } | { "code": "NoBook" } | { "code": "FileNotWorkbook", name: string, } | { "code": "FileTooLarge", name: string, most_mb: number, size: number | null, } | { "code": "FileEmpty", name: string, } | { "code": "FileUnreadable", name: string, } | { "code": "FileAttached", name: string, } | { "code": "ViewerMissing", name: string, } | { "code": "AttachmentIsEvidence", name: string, } | { "code": "FileHostile", name: string, } | { "code": "SheetMissing", sheet: string, } | { "code": "HeaderRowWrong", sheet: string, row: number, last: number, } | { "code": "ColumnMissing", sheet: string, column: string, } | { "code": "ImportHasErrors", count: number, } | { "code": "ImportUsedSince", what: Array<string>, } | { "code": "TokenUnknown" } | { "code": "ViewOfAnother", owner: string, } | { "code": "TableTooLong", most: number, found: number, } | { "code": "NoticeYearMissing" } | { "code": "NoticeUnreadable", found: string, } | { "code": "NoticeCountWrong", holiday: string, said: number, found: number, } | { "code": "NoticeWeekdayWrong", date: string, said: string, found: string, } | { "code": "NoticeContradicts", date: string, } | { "code": "NoticeWorksAnyway", date: string, } | { "code": "LengthOfAnotherKind", rule: string, } | { "code": "MonthOutOfRange", ym: number, } | { "code": "RowNotFound" };

export type Removed = { id: number, kind: BinKind, name: string, };

export type RequirementAct = "Edit" | "Send" | "Confirm" | "Revise" | "Supersede";

export type RequirementConfirm = { id: number, version: number, 
/**
 * Who of the customer's people.
 */
confirmed_by: string, confirmed_on: string | null, confirmed_how: ConfirmedHow, 
/**
 * A file's digest: the signed list, the mail.
 */
evidence: string | null, };

export type RequirementDraft = { id: number | null, version: number | null, opportunity_id: number, contact_id: number | null, delivery_address: string, note: string, lines: Array<NeedDraft>, };

export type RequirementMay = { act: RequirementAct, refusals: Array<Refusal>, };

export type RequirementState = "Draft" | "Confirmed" | "Superseded";

export type RequirementView = { draft: RequirementDraft, 
/**
 * `XQ202611-001`, the same for every revision.
 */
number: string, revision: number, state: RequirementState, contact: string, confirmed_by: string, confirmed_on: string | null, 
/**
 * None while it is not confirmed.
 */
confirmed_how: ConfirmedHow | null, 
/**
 * A file's digest.
 */
evidence: string | null, recorder: string, creator: string, created_at: string, acts: Array<RequirementMay>, };

export type Reset = "Monthly" | "Yearly" | "Never";

export type Rest = { "kind": "Weekend" } | { "kind": "Holiday", name: string, };

export type Restored = { kind: BinKind, id: number, name: string, };

export type Role = "SalesRep" | "SalesSupervisor" | "Solution" | "Legal" | "Finance" | "Operations" | "Warehouse" | "Production" | "Purchasing" | "Logistics" | "ServiceEngineer" | "CustomerService" | "SalesAssistant" | "Admin";

export type RoomCounts = { 
/**
 * Drafts of the person at the desk.
 */
orders_drafts: number, 
/**
 * Orders of theirs that were sent back.
 */
orders_sent_back: number, 
/**
 * Approved orders with an undelivered line past its promised date: of the person at the desk, for a sales assistant
 * of everybody; counted up to 1000.
 */
orders_overdue: number, 
/**
 * Orders waiting for a level that the person at the desk may decide, four eyes considered; for a sales assistant
 * everybody's.
 */
approvals: number, outbox_waiting: number, outbox_failed: number, outbox_uncertain: number, outbox_missing_address: number, tasks: number, 
/**
 * Clocks of the person at the desk that have run out, and those that run out today; of all for whoever runs
 * the team. What is put off is not counted.
 */
today_overdue: number, today_due: number, leads_unrated: number, };

export type Rounding = { unit_fen: Money, waiver_fen: Money, };

export type RuleId = "LeadRating" | "LeadAssignment" | "LeadFirstContact" | "LeadIntoStage2" | "LeadFollowUpB" | "LeadWeekly" | "LeadNextContact" | "QuotationDecision" | "QuotationValidity" | "ContractReview" | "OrderSubmission" | "ApprovalDecision";

export type Said = { zh: string, en: string, };

export type SavedView = { id: number, version: number, name: string, content: ViewContent, 
/**
 * Everybody sees it.
 */
shared: boolean, 
/**
 * Whose it is.
 */
owner: string, 
/**
 * Whether the person at the desk may change it.
 */
changeable: boolean, };

export type SearchAsk = { text: string, limit: number, };

export type SearchField = { 
/**
 * `code`, `short_name`, `phone`, `tax_number`, `email`, `wechat`, `owner`, `customer_order_number`,
 * `contract_number`, `line`, `category`; of a lead also `source_note`, `need`;
 * of an opportunity `customer`
 */
field: string, text: Marked, };

export type SearchFound = { hits: Array<SearchHit>, };

export type SearchHit = { kind: SearchKind, 
/**
 * The record it leads to: of a contact, the customer.
 */
id: number, contact_id: number | null, 
/**
 * The name; of an order the number, empty for a draft; of a lead the company, else the contact.
 */
title: Marked, 
/**
 * Of an order, a contract and a contact the customer, of a product the specification, of a customer the region, of a lead the
 * contact of its company, of an opportunity its name.
 */
detail: Marked, found: SearchField | null, 
/**
 * Found by how the name sounds, not by how it is written.
 */
by_sound: boolean, status: OrderStatus | null, lead_state: LeadState | null, grade: Grade | null, 
/**
 * Of an opportunity.
 */
stage: Stage | null, quotation_state: QuotationState | null, contract_state: ContractState | null, overdue: boolean, amount_fen: Money | null, 
/**
 * Tax-inclusive list price of a product, per `unit`.
 */
price_micro: Price | null, unit: string, };

export type SearchKind = "Customer" | "Contact" | "Order" | "Product" | "Lead" | "Opportunity" | "Quotation" | "Contract";

export type Sentence = "greeting" | "opening" | "acceptance" | "confirm" | "deemed" | "prevails" | "closing" | "mail_subject" | "mail_greeting" | "mail_opening" | "mail_request" | "mail_closing" | "mail_signature" | "needs_opening" | "needs_request" | "needs_mail_subject" | "needs_mail_opening" | "needs_mail_request" | "needs_mail_kept" | "quotation_opening" | "quotation_terms" | "quotation_remarks" | "quotation_mail_subject" | "quotation_mail_opening" | "quotation_mail_request" | "contract_opening" | "contract_supplement" | "contract_limit" | "contract_each" | "contract_closing";

export type SentenceRule = { sentence: Sentence, places: Array<string>, 
/**
 * One of these must be named; none for most.
 */
needs: Array<string>, most: number, 
/**
 * May go over several lines.
 */
lines: boolean, 
/**
 * Said in the mail and not on the paper.
 */
mailed: boolean, zh: string, en: string, };

export type Series = { prefix: string, 
/**
 * A dash between month and serial.
 */
dash: boolean, 
/**
 * The serial's digits at least; past them it grows wider.
 */
digits: number, reset: Reset, };

export type SeriesPreview = { 
/**
 * The next number of this month, and its serial.
 */
next: string, next_serial: number, 
/**
 * The smallest serial that is still free.
 */
least: number, 
/**
 * The number after it, and the first one of next month.
 */
then: string, next_month: string, 
/**
 * The number that was given out last, whatever it looks like; empty when there is none.
 */
last: string, };

export type SeriesSave = { series: Series, 
/**
 * Lets this month's next number carry this serial; none leaves it where it is.
 */
next: number | null, };

export type SettingsPast = "Settings" | "People";

export type SettingsPastAsk = { of: SettingsPast, };

export type SettingsView = { company: Company, policy: Policy, series: Series, mail: MailAccount, mail_password_set: boolean, 
/**
 * Why no password can be kept, when the keychain does not answer.
 */
vault_problem: string | null, providers: Array<MailProvider>, language: Language, sample: boolean, 
/**
 * Who may change settings; everybody else reads them and is told these names.
 */
admins: Array<string>, book_path: string, log_path: string, };

export type SheetMapping = { sheet: string, target: ImportTarget, 
/**
 * Counted from 1; none: the row that is found.
 */
header_row: number | null, columns: Array<ColumnMapping>, };

export type SheetOpened = { view: SheetView, mapping: SheetMapping | null, };

export type SheetRow = { number: number, cells: Array<string>, };

export type SheetView = { name: string, 
/**
 * Counted from 1: the one that was named, else the one that was found.
 */
header_row: number, columns: Array<string>, 
/**
 * Records below the header, without totals.
 */
rows: number, 
/**
 * The rows just above the header: one of them may be the right one.
 */
above: Array<SheetRow>, 
/**
 * The first records.
 */
sample: Array<SheetRow>, guess: ImportTarget | null, };

export type SignIn = { person_id: number, password: string, };

export type Similar = { id: number, name: string, 
/**
 * `name` or `phone`
 */
by: string, owner: string, };

export type SimilarAsk = { id: number | null, name: string, phones: Array<string>, };

export type Snooze = { deadline_id: number, until: string, reason: string, };

export type SolutionSave = { id: number, version: number, configuration: string, service: string, plan: string, person_id: number | null, };

export type SolutionView = { configuration: string, service: string, plan: string, person_id: number | null, person: string, saved_at: string, };

export type Stage = "Survey" | "Solution" | "Negotiation" | "Contract" | "Won" | "Lost";

export type StartWith = "Sample" | "Empty";

export type Summary = { text: string, };

export type TableColumn = { title: string, kind: CellKind, width: number, };

export type TableExport = { title: string, columns: Array<TableColumn>, rows: Array<Array<Cell>>, };

export type TargetSet = { ym: number, person_id: number | null, amount_fen: Money | null, };

export type TaskView = { id: number, 
/**
 * `prepare` 备货 or `schedule` 排产
 */
kind: string, role: Role, order_id: number, order_number: string, customer: string, promised_on: string | null, created_at: string, done_at: string | null, done_by: string, };

export type Today = { rows: Array<TodayRow>, 
/**
 * Due within the next seven days, not counted in `n`.
 */
soon: Array<TodayRow>, snoozed: Array<TodayRow>, 
/**
 * Clocks of today that were met today.
 */
done: number, 
/**
 * `done` and `rows` together.
 */
all: number, 
/**
 * `done` rule by rule, in the order of the process.
 */
finished: Array<DoneToday>, };

export type TodayAsk = { everyone: boolean, };

export type TodayRow = { deadline: DeadlineView, of: ClockOf, document_id: number, version: number, 
/**
 * An order's or quotation's number, or the lead's customer.
 */
name: string, customer: string, person_id: number | null, person: string, 
/**
 * Where it is nobody's by name: whoever holds this role.
 */
role: Role | null, overdue: boolean, 
/**
 * Put off until this instant, with the reason.
 */
snoozed_until: string | null, snooze_reason: string, 
/**
 * Why the person at the desk cannot do the line's usual act now.
 */
refusals: Array<Refusal>, };

export type Trigger = "Order" | "BeforeDispatch" | "Arrival" | "Acceptance" | "MonthEnd" | "Invoice" | "WarrantyEnd";

export type Unfinished = { 
/**
 * Which form: `customer`, `product`, `settings company` …
 */
kind: string, 
/**
 * The record it changes; none for a new one.
 */
document_id: number | null, 
/**
 * What the list of unfinished forms calls it.
 */
title: string, content: string, kept_at: string, };

export type UnfinishedAsk = { kind: string, document_id: number | null, };

export type UnfinishedKeep = { kind: string, document_id: number | null, title: string, content: string, };

export type UnfinishedKept = { kept_at: string, };

export type UnknownCost = "WhereCostsAreKept" | "Asks" | "Passes";

export type ValuesAsk = { of: ValuesOf, };

export type ValuesOf = "OrderRegion" | "CustomerIndustry" | "CustomerRegion" | "ProductCategory" | "LeadIndustry" | "LeadRegion";

export type ViewContent = { sort: string, descending: boolean, 
/**
 * In their order; empty: as the person has them.
 */
columns: Array<ColumnLook>, } & ({ "list": "Orders", "filter": OrderFilter } | { "list": "Customers", "filter": CustomerFilter } | { "list": "Products", "filter": ProductFilter } | { "list": "Outbox", "filter": OutboxFilter } | { "list": "Leads", "filter": LeadFilter } | { "list": "Opportunities", "filter": OpportunityFilter } | { "list": "Quotations", "filter": QuotationFilter } | { "list": "Contracts", "filter": ContractFilter });

export type ViewSave = { id: number | null, version: number | null, name: string, content: ViewContent, shared: boolean, };

export type Whom = { "who": "Person" } | { "who": "Holders", role: Role, };

export type Why = { "code": "DraftReady", owner: string, } | { "code": "DraftLacks", owner: string, lacks: Array<Refusal>, } | { "code": "Level", level: number, of: number, role: Role | null, since: string | null, 
/**
 * Working days since then, the day itself not counted.
 */
days: number, candidates: Array<string>, excluded: Array<Excluded>, } | { "code": "SentBack", by: string, at: string | null, reason: string, owner: string, lacks: Array<Refusal>, } | { "code": "ApprovalVoid" } | { "code": "LetterMissingAddress", since: string, } | { "code": "LetterUncertain", to: string, since: string, } | { "code": "LetterFailed", to: string, since: string, explain: string, } | { "code": "LetterRetry", to: string, tries: number, next: string | null, explain: string, } | { "code": "LetterQueued", to: string, since: string, } | { "code": "LetterOnItsWay", to: string, since: string, } | { "code": "LetterSent", to: string, at: string | null, } | { "code": "LetterGiven", at: string | null, } | { "code": "LetterWithdrawn" } | { "code": "TasksOpen", tasks: Array<OpenTask>, since: string, } | { "code": "Overdue", promised_on: string, days: number, lines: number, } | { "code": "Delivery", promised_on: string | null, days: number | null, lines: number, } | { "code": "Delivered", on: string | null, } | { "code": "Void" };

export type Wording = { 
/**
 * Working days within which the customer is asked to confirm.
 */
confirm_days: number, 
/**
 * Days after arrival within which objections must be raised.
 */
objection_days: number, zh: { [key in Sentence]?: string }, en: { [key in Sentence]?: string }, };

export type WordingSave = { version: number, wording: Wording, };

export type WordingTried = { paper: Paper, refusals: Array<Refusal>, 
/**
 * The document whose facts are used; none: an invented one.
 */
number: string | null, page: FileView | null, mail: MailTried | null, };

export type WordingTry = { paper: Paper, wording: Wording, language: Language, 
/**
 * The sentence that is being written, which is to be seen: not every document says all of them.
 */
at: Sentence | null, };

export type WordingView = { 
/**
 * 0 while nothing was ever changed.
 */
version: number, wording: Wording, papers: Array<PaperRule>, rules: Array<SentenceRule>, history: Array<HistoryEntry>, };

export type Written = { path: string, };

export type Commands = {
  app_status: { request: Nothing; response: AppStatus };
  book_create: { request: BookCreate; response: AppStatus };
  book_open: { request: BookOpen; response: AppStatus };
  book_backup: { request: Nothing; response: BackupMade };
  book_verify: { request: Nothing; response: BookVerified };
  backup_view: { request: Nothing; response: BackupView };
  backup_save: { request: BackupSave; response: BackupView };
  backup_verify: { request: Nothing; response: BackupChecked };
  about_view: { request: Nothing; response: AboutView };
  log_tail: { request: Nothing; response: LogTail };
  folder_show: { request: FolderShow; response: FolderShown };
  language_set: { request: LanguageSet; response: AppStatus };
  person_list: { request: Nothing; response: Array<PersonView> };
  person_save: { request: PersonSave; response: PersonView };
  person_owns: { request: ById; response: PersonOwns };
  person_leave: { request: PersonLeave; response: PersonLeft };
  person_sign_in: { request: SignIn; response: AppStatus };
  person_sign_out: { request: Nothing; response: AppStatus };
  behalf_list: { request: Nothing; response: Array<BehalfDecision> };
  behalf_answer: { request: BehalfAnswer; response: Array<BehalfDecision> };
  setting_view: { request: Nothing; response: SettingsView };
  setting_save_company: { request: Company; response: SettingsView };
  setting_save_policy: { request: Policy; response: SettingsView };
  setting_save_series: { request: SeriesSave; response: SettingsView };
  series_preview: { request: SeriesSave; response: SeriesPreview };
  setting_history: { request: SettingsPastAsk; response: Array<HistoryEntry> };
  setting_save_mail: { request: MailSave; response: SettingsView };
  wording_view: { request: Nothing; response: WordingView };
  wording_save: { request: WordingSave; response: WordingView };
  wording_try: { request: WordingTry; response: WordingTried };
  calendar_view: { request: Nothing; response: CalendarView };
  calendar_read: { request: CalendarText; response: CalendarRead };
  calendar_save: { request: CalendarText; response: CalendarView };
  calendar_remove: { request: CalendarYearAsk; response: CalendarView };
  clock_rules: { request: Nothing; response: Array<ClockRule> };
  clock_save: { request: ClockRuleSave; response: Array<ClockRule> };
  mail_test: { request: MailTest; response: MailTested };
  search: { request: SearchAsk; response: SearchFound };
  list_look: { request: ListLookAsk; response: ListLook };
  list_values: { request: ValuesAsk; response: Array<string> };
  view_save: { request: ViewSave; response: SavedView };
  view_remove: { request: ByVersion; response: Nothing };
  columns_save: { request: ColumnsSave; response: ListLook };
  table_export: { request: TableExport; response: Written };
  bulk_check: { request: BulkAsk; response: Array<BulkMay> };
  lead_list: { request: LeadListAsk; response: LeadPage };
  lead_totals: { request: LeadFilter; response: LeadTotals };
  lead_board: { request: LeadFilter; response: LeadBoard };
  lead_view: { request: ById; response: LeadView };
  lead_save: { request: LeadCard; response: LeadView };
  lead_similar: { request: LeadLikeAsk; response: Array<LeadLike> };
  lead_unrated: { request: Nothing; response: Array<LeadView> };
  lead_rate: { request: LeadRate; response: LeadView };
  lead_proposals: { request: ById; response: Array<LeadProposal> };
  lead_assign: { request: LeadAssign; response: LeadView };
  lead_follow: { request: LeadFollow; response: LeadView };
  lead_convert: { request: LeadConvert; response: LeadView };
  lead_lose: { request: LeadEnd; response: LeadView };
  lead_invalidate: { request: LeadEnd; response: LeadView };
  lead_merge: { request: LeadMerge; response: LeadView };
  lead_reopen: { request: ByVersion; response: LeadView };
  opportunity_list: { request: OpportunityListAsk; response: OpportunityPage };
  opportunity_totals: { request: OpportunityFilter; response: OpportunityTotals };
  opportunity_board: { request: OpportunityFilter; response: OpportunityBoard };
  opportunity_view: { request: ById; response: OpportunityView };
  opportunity_save: { request: OpportunityCard; response: OpportunityView };
  opportunity_lose: { request: OpportunityLose; response: OpportunityView };
  opportunity_reopen: { request: ByVersion; response: OpportunityView };
  solution_save: { request: SolutionSave; response: OpportunityView };
  requirement_save: { request: RequirementDraft; response: OpportunityView };
  requirement_confirm: { request: RequirementConfirm; response: OpportunityView };
  requirement_revise: { request: ByVersion; response: OpportunityView };
  requirement_paper: { request: ById; response: FileView };
  requirement_send: { request: ByVersion; response: OpportunityView };
  today_view: { request: TodayAsk; response: Today };
  today_snooze: { request: Snooze; response: Nothing };
  deadline_record: { request: RecordAsk; response: Array<RecordRow> };
  deadline_rows: { request: RecordRowsAsk; response: Array<TodayRow> };
  customer_list: { request: CustomerListAsk; response: CustomerPage };
  customer_totals: { request: CustomerFilter; response: CustomerTotals };
  customer_view: { request: ById; response: CustomerCard };
  customer_save: { request: CustomerCard; response: CustomerCard };
  customer_hand_over: { request: CustomerHandOver; response: CustomerCard };
  customer_remove: { request: ByVersion; response: Removed };
  customer_similar: { request: SimilarAsk; response: Array<Similar> };
  text_split: { request: PastedText; response: Pasted };
  customer_letters: { request: PageOf; response: LetterPage };
  customer_approvals: { request: PageOf; response: DecisionPage };
  customer_find: { request: Find; response: Array<CustomerFound> };
  customer_export: { request: CustomerListAsk; response: Written };
  product_list: { request: ProductListAsk; response: ProductPage };
  product_totals: { request: ProductFilter; response: ProductTotals };
  product_view: { request: ById; response: ProductCard };
  product_save: { request: ProductCard; response: ProductCard };
  product_remove: { request: ByVersion; response: Removed };
  product_orders: { request: PageOf; response: ProductOrders };
  product_find: { request: Find; response: Array<ProductCard> };
  order_list: { request: OrderListAsk; response: OrderPage };
  order_totals: { request: OrderFilter; response: OrderTotals };
  order_view: { request: ById; response: OrderView };
  order_why: { request: ById; response: Array<Why> };
  order_compute: { request: OrderDraft; response: OrderComputed };
  order_save: { request: OrderDraft; response: OrderView };
  order_submit: { request: ByVersion; response: OrderView };
  order_withdraw: { request: ByVersion; response: OrderView };
  order_discard: { request: ByVersion; response: Removed };
  order_copy: { request: ById; response: OrderView };
  order_letter: { request: ById; response: FileView };
  order_approval_sheet: { request: ById; response: FileView };
  order_delivery_note: { request: DeliveryNoteAsk; response: FileView };
  order_export: { request: OrderExport; response: Written };
  delivery_record: { request: DeliveryRecord; response: OrderView };
  task_list: { request: Nothing; response: Array<TaskView> };
  task_done: { request: ById; response: Array<TaskView> };
  contract_list: { request: ContractListAsk; response: ContractPage };
  contract_totals: { request: ContractFilter; response: ContractTotals };
  contract_view: { request: ById; response: ContractView };
  contract_compute: { request: ContractDraft; response: ContractComputed };
  contract_save: { request: ContractDraft; response: ContractView };
  contract_from_quotation: { request: ContractFrom; response: ContractView };
  contract_submit: { request: ByVersion; response: ContractView };
  contract_review: { request: ContractDecide; response: ContractView };
  contract_withdraw: { request: ByVersion; response: ContractView };
  contract_sign: { request: ContractSign; response: ContractView };
  contract_void: { request: ContractEnd; response: ContractView };
  contract_supplement: { request: ByVersion; response: ContractView };
  contract_paper: { request: ById; response: FileView };
  order_from_contract: { request: OrderFrom; response: OrderView };
  clause_list: { request: Nothing; response: Array<ClauseView> };
  clause_save: { request: ClauseSave; response: Array<ClauseView> };
  approval_list: { request: ApprovalAsk; response: Array<ApprovalRow> };
  approval_grant: { request: Decide; response: OrderView };
  approval_send_back: { request: Decide; response: OrderView };
  approval_summary: { request: ById; response: Summary };
  quotation_list: { request: QuotationListAsk; response: QuotationPage };
  quotation_totals: { request: QuotationFilter; response: QuotationTotals };
  quotation_view: { request: ById; response: QuotationView };
  quotation_compute: { request: QuotationDraft; response: QuotationComputed };
  quotation_save: { request: QuotationDraft; response: QuotationView };
  quotation_submit: { request: ByVersion; response: QuotationView };
  quotation_withdraw: { request: ByVersion; response: QuotationView };
  quotation_send: { request: QuotationSend; response: QuotationView };
  quotation_round: { request: QuotationRound; response: QuotationView };
  quotation_take_up: { request: QuotationTakeUp; response: QuotationView };
  quotation_accept: { request: QuotationAccept; response: QuotationView };
  quotation_lose: { request: QuotationLose; response: QuotationView };
  quotation_paper: { request: QuotationPaperAsk; response: FileView };
  approval_quotations: { request: ApprovalAsk; response: Array<QuotationWaiting> };
  approval_contracts: { request: ApprovalAsk; response: Array<ContractWaiting> };
  quotation_grant: { request: QuotationDecide; response: QuotationView };
  quotation_send_back: { request: QuotationDecide; response: QuotationView };
  outbox_list: { request: OutboxAsk; response: OutboxPage };
  outbox_totals: { request: OutboxFilter; response: OutboxTotals };
  outbox_view: { request: ById; response: OutboxView };
  outbox_pdf: { request: ById; response: FileView };
  outbox_resend: { request: OutboxResend; response: OutboxView };
  outbox_retry: { request: ByVersion; response: OutboxView };
  outbox_delivered: { request: OutboxDelivered; response: OutboxView };
  inbox_view: { request: Nothing; response: InboxView };
  month_view: { request: MonthAsk; response: MonthView };
  month_rows: { request: MonthRowsAsk; response: MonthRows };
  month_workbook: { request: MonthWorkbook; response: Written };
  target_set: { request: TargetSet; response: MonthView };
  import_open: { request: ImportOpen; response: ImportOpened };
  import_header: { request: ImportHeader; response: SheetOpened };
  import_check: { request: ImportAsk; response: ImportReport };
  import_run: { request: ImportAsk; response: ImportReport };
  import_list: { request: Nothing; response: ImportList };
  import_undo: { request: ById; response: ImportList };
  history_list: { request: DocumentAsk; response: Array<HistoryEntry> };
  attachment_list: { request: DocumentAsk; response: Array<AttachmentRow> };
  attachment_check: { request: AttachmentCheck; response: Nothing };
  attachment_add: { request: AttachmentAdd; response: Array<AttachmentRow> };
  attachment_note: { request: AttachmentNote; response: Array<AttachmentRow> };
  attachment_remove: { request: ById; response: Array<AttachmentRow> };
  attachment_restore: { request: ById; response: Array<AttachmentRow> };
  attachment_view: { request: ById; response: FileView };
  unfinished_list: { request: Nothing; response: Array<Unfinished> };
  unfinished_keep: { request: UnfinishedKeep; response: UnfinishedKept };
  unfinished_drop: { request: UnfinishedAsk; response: Nothing };
  bin_list: { request: Nothing; response: Array<BinRow> };
  bin_restore: { request: ById; response: Restored };
  bin_empty: { request: BinEmpty; response: Array<BinRow> };
  notice_rule: { request: Nothing; response: NoticeRule };
  notice_save_rule: { request: NoticeRule; response: NoticeRule };
  notice_take: { request: NoticeTake; response: NoticesTaken };
  file_pick: { request: FilePick; response: FileToken | null };
  file_pick_save: { request: FilePickSave; response: FileToken | null };
  file_check: { request: FileCheck; response: Nothing };
  file_keep: { request: FileKeep; response: FileKept };
  file_view: { request: FileAsk; response: FileView };
  file_save_as: { request: FileSaveAs; response: Written | null };
  file_print: { request: FilePrint; response: Nothing };
};
