//! Every "no" of the program: a name and arguments, never a sentence.
//!
//! The words are typed by code in `ui/words/`, so a new refusal without Chinese and English words does not compile.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bargain::Difference;
use crate::contract::CheckItem;
use crate::money::{Money, Rate};
use crate::people::Role;

/// A rule that says no. `field` names are those of the request; `row` counts from 1.
#[rustfmt::skip] // One row each, as in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code")]
pub enum Refusal {
    // Fields
    FieldMissing { field: String },
    FieldTooLong { field: String, most: i64, found: i64 },
    FieldHasControl { field: String },
    FieldNotEmail { field: String, found: String },
    FieldNotPhone { field: String, found: String },
    FieldNotPositive { field: String, row: Option<i64> },
    FieldOutOfRange { field: String, row: Option<i64>, least: i64, most: i64 },
    LineFieldMissing { field: String, row: i64 },
    TaxNumberWrong { found: String, expected_check: Option<String> },
    AmountTooLarge,
    /// A number's prefix: letters, perhaps with dashes between them, at most so many.
    PrefixWrong { field: String, found: String, most: i64 },
    /// Serials below were given out already; the next one may only be raised.
    SerialUsed { field: String, least: i64 },
    SharesNotWhole { found: Rate },
    // People
    NotSignedIn,
    PasswordWrong,
    PersonInactive { name: String },
    RoleMissing { roles: Vec<Role> },
    NameTaken { name: String },
    LastAdmin,
    /// Without this person nobody would be left for a level of the ladder.
    LadderUnfilled { name: String, level: i64, role: Role },
    /// Without this person these orders and quotations in approval, and contracts that legal reads, could not be decided.
    /// At most five.
    WouldStick { name: String, numbers: Vec<String> },
    /// What somebody looks after needs another account manager: an active one.
    HeirMissing,
    /// Another customer or product has this code.
    CodeTaken { found: String, name: String },
    // The bin
    /// Orders name it; drafts have no number and stand as empty texts. At most five.
    InUse { name: String, by: Vec<String> },
    /// What it belongs to is no longer there.
    GoneMeanwhile { name: String },
    // Orders
    NoLines,
    CustomerMissing,
    ContractMissing,
    ContractDisagrees { contract_fen: Money, order_fen: Money },
    PromisedBeforeToday { promised_on: NaiveDate },
    ReasonMissing,
    WrongState { state: String, act: String },
    OnlyAuthor,
    ContentLocked,
    NumberedNotDeletable { number: String },
    DeliveredTooMuch { row: i64, ordered_milli: i64, delivered_milli: i64 },
    DeliveryInFuture { date: NaiveDate },
    DeliveryBeforeApproval { date: NaiveDate },
    /// Everything was delivered, or there are only services.
    NothingToSend,
    // Leads
    /// Neither phone nor WeChat nor e-mail.
    NoWayOfContact,
    ReceivedInFuture { at: DateTime<Utc> },
    ReceivedAfterRegistration { at: DateTime<Utc>, registered: DateTime<Utc> },
    NextContactPast { date: NaiveDate },
    /// Only who follows the lead, the supervisor or the desk.
    OnlyOwner,
    // Opportunities and their lists of needs
    /// The deal is won or lost; what is lost can be taken up again.
    OpportunityClosed { number: String },
    /// A contract stands; it is voided before the deal is lost.
    ContractStands { number: String },
    /// A quotation waits for the supervisor; it is withdrawn before the deal is lost.
    QuotationWaits { number: String },
    /// Nothing is agreed on a lost deal: it is taken up again first.
    DealIsLost { number: String },
    ConfirmedInFuture { date: NaiveDate },
    /// Neither the signed list nor the mail lies in the book.
    ConfirmationUnproved,
    /// This very paper is in the outbox already; from there it goes again.
    PaperMailed { number: String },
    /// Another revision is being written already.
    RevisionBegun { revision: i64 },
    // Quotations
    /// Neither a confirmed list of needs nor the reason in writing (N1).
    RequirementMissing,
    /// The end of the validity lies before today.
    ValidityPast { valid_until: NaiveDate },
    /// Its validity is over; another round makes a new version.
    QuotationExpired { valid_until: NaiveDate },
    /// What was sent is not edited; another round makes a new version.
    QuotationFrozen,
    /// There is only V1: nothing earlier can be taken up again.
    NoEarlierVersion,
    /// The tax rate is not in force on that day. `row` counts from 1.
    TaxRateNotInForce { row: i64, found: Rate, on: NaiveDate },
    // Contracts
    /// A contract of ours needs clauses.
    ClausesMissing,
    /// Points that legal has not found in order: a contract with them is given back, not passed.
    ChecklistOpen { items: Vec<CheckItem> },
    /// What is wrong with these points is not said.
    ChecklistUnexplained { items: Vec<CheckItem> },
    /// It departs from the version that was accepted, and nobody says why.
    QuotationDiffers { differences: Vec<Difference> },
    /// The customer has not accepted this version, or no longer holds it.
    QuotationNotAccepted { number: String },
    /// A contract was made from this version already; empty while it has no number.
    QuotationHasContract { number: String },
    /// Only what legal has passed can be signed.
    ContractNotReviewed { number: String },
    ContractNotSigned { number: String },
    /// What is signed stays as it is; a supplement changes it.
    ContractSigned { number: String },
    SignedInFuture { date: NaiveDate },
    /// The contract has its order; empty while that is a draft.
    ContractOrdered { contract: String, order: String },
    /// The contract is another customer's.
    ContractOfAnother { number: String },
    /// The order departs from its contract, and nobody says why.
    ContractDiffers { number: String, differences: Vec<Difference> },
    FrameworkOver { number: String, valid_until: NaiveDate },
    FrameworkUsedUp { number: String },
    FrameworkExceeded { number: String, left_fen: Money, order_fen: Money },
    // Approval
    FourEyesAuthor { name: String },
    FourEyesTwice { name: String, level: i64 },
    TooFewPeople { level: i64, role: Role },
    MustSignIn,
    EvidenceMissing,
    EvidenceOrReasonMissing,
    NotYourLevel { role: Role },
    ContentChanged,
    // Letter
    GlyphMissing { field: String, character: String },
    CompanyIncomplete { field: String },
    /// No fact of this name may stand there; empty: a brace was opened and not closed.
    PlaceUnknown { field: String, place: String },
    /// One of these must be named.
    PlaceMissing { field: String, places: Vec<String> },
    MailNotSet,
    AddressMissing,
    LetterNotMailable { state: String },
    LetterInFlight { state: String },
    /// It may have arrived: somebody asks the customer before it is sent again.
    LetterDecidedSingly,
    PasswordMissing,
    // Book
    BookMissing { path: String },
    BookLocked { path: String },
    BookNewer { found: i64, known: i64 },
    /// Somebody looks at it beside an older program that holds it.
    BookOlder { found: i64, known: i64 },
    BookNotABook { path: String },
    BookOnNetworkDrive { path: String },
    BookExists { path: String },
    /// The place for backups is not there now (a drive that was taken out), or nothing may be written there.
    BackupPlaceMissing { path: String },
    /// There is no backup yet.
    NoBackup,
    DiskFull,
    NoBook,
    // Import
    FileNotWorkbook { name: String },
    /// `size` in bytes, where it was measured.
    FileTooLarge { name: String, most_mb: i64, size: Option<i64> },
    FileEmpty { name: String },
    /// It is gone, a folder, or the system does not let us read it.
    FileUnreadable { name: String },
    /// The same bytes are attached to the document already, under this name.
    FileAttached { name: String },
    /// The system has no program that opens PDFs.
    ViewerMissing { name: String },
    AttachmentIsEvidence { name: String },
    FileHostile { name: String },
    SheetMissing { sheet: String },
    /// No such row, or nothing stands in it. `last`: the sheet's last row; 0 when it is empty.
    HeaderRowWrong { sheet: String, row: i64, last: i64 },
    ColumnMissing { sheet: String, column: String },
    ImportHasErrors { count: i64 },
    ImportUsedSince { what: Vec<String> },
    TokenUnknown,
    // Lists
    /// A saved view that somebody else made.
    ViewOfAnother { owner: String },
    TableTooLong { most: i64, found: i64 },
    // The working calendar
    /// Neither the notice nor the person names a year.
    NoticeYearMissing,
    /// Nothing that can be read, from here on.
    NoticeUnreadable { found: String },
    /// 「共7天」 does not agree with the dates.
    NoticeCountWrong { holiday: String, said: i64, found: i64 },
    /// The weekday in brackets is not the date's.
    NoticeWeekdayWrong { date: NaiveDate, said: String, found: String },
    /// The day rests and works.
    NoticeContradicts { date: NaiveDate },
    /// 「上班」 on a day that is worked anyway.
    NoticeWorksAnyway { date: NaiveDate },
    // Clocks
    /// Hours stay hours, working days working days: another kind of length is another rule. `rule` as in the process: L4.
    LengthOfAnotherKind { rule: String },
    // Months
    MonthOutOfRange { ym: i64 },
    RowNotFound,
}
