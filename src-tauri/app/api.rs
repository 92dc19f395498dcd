//! THE LIST: every thing a user can ask, one line each — `name(Request) -> Response = room::function`.
//! Read this first. The page's types are generated from here (`cargo xtask gen`).

use chengdan_domain::order::why::Why;

use crate::commands::setting::{calendar, clock, wording};
use crate::commands::{
    approval, attachment, bin, book, bulk, clause, contract, customer, file, history, import, lead, month,
    notice, opportunity, order, outbox, paper, person, product, quotation, report, requirement, saved,
    search, setting, today, unfinished,
};
use crate::fault::Fault;
use crate::views::attachment::*;
use crate::views::bin::*;
use crate::views::book::*;
use crate::views::bulk::*;
use crate::views::calendar::*;
use crate::views::clause::*;
use crate::views::contract::*;
use crate::views::customer::*;
use crate::views::deadline::*;
use crate::views::delivery::*;
use crate::views::import::*;
use crate::views::lead::*;
use crate::views::month::*;
use crate::views::notice::*;
use crate::views::opportunity::*;
use crate::views::order::*;
use crate::views::outbox::*;
use crate::views::person::*;
use crate::views::product::*;
use crate::views::quotation::*;
use crate::views::requirement::*;
use crate::views::saved::*;
use crate::views::search::*;
use crate::views::setting::*;
use crate::views::table::*;
use crate::views::unfinished::*;
use crate::views::wording::*;
use crate::views::*;
use crate::{App, typescript::Collector};

macro_rules! the_list {
    ($($name:ident($request:ty) -> $response:ty = $room:ident :: $function:ident;)*) => {
        /// Every name the door knows.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Finds the command, reads the request, answers as JSON.
        pub(crate) fn dispatch(app: &App, name: &str, json: &str) -> Result<String, Fault> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_str(json)?;
                    let response: $response = $room::$function(app, request)?;
                    Ok(serde_json::to_string(&response)?)
                })*
                _ => Err(Fault::Malformed { detail: format!("no command named {name}") }),
            }
        }

        /// The page's side of the door, as TypeScript.
        pub fn typescript() -> String {
            let mut collector = Collector::new();
            $(collector.command::<$request, $response>(stringify!($name));)*
            collector.finish()
        }
    };
}

the_list! {
    app_status(Nothing) -> AppStatus = book::status;
    book_create(BookCreate) -> AppStatus = book::create;
    book_open(BookOpen) -> AppStatus = book::open;
    book_backup(Nothing) -> BackupMade = book::backup;
    book_verify(Nothing) -> BookVerified = book::verify;
    backup_view(Nothing) -> BackupView = book::backup_view;
    backup_save(BackupSave) -> BackupView = book::backup_save;
    backup_verify(Nothing) -> BackupChecked = book::backup_verify;
    about_view(Nothing) -> AboutView = book::about_view;
    log_tail(Nothing) -> LogTail = book::log_tail;
    folder_show(FolderShow) -> FolderShown = book::folder_show;
    language_set(LanguageSet) -> AppStatus = book::language_set;

    person_list(Nothing) -> Vec<PersonView> = person::list;
    person_save(PersonSave) -> PersonView = person::save;
    person_owns(ById) -> PersonOwns = person::owns;
    person_leave(PersonLeave) -> PersonLeft = person::leave;
    person_sign_in(SignIn) -> AppStatus = person::sign_in;
    person_sign_out(Nothing) -> AppStatus = person::sign_out;
    behalf_list(Nothing) -> Vec<BehalfDecision> = person::behalf_list;
    behalf_answer(BehalfAnswer) -> Vec<BehalfDecision> = person::behalf_answer;

    setting_view(Nothing) -> SettingsView = setting::view;
    setting_save_company(Company) -> SettingsView = setting::save_company;
    setting_save_policy(Policy) -> SettingsView = setting::save_policy;
    setting_save_series(SeriesSave) -> SettingsView = setting::save_series;
    series_preview(SeriesSave) -> SeriesPreview = setting::preview;
    setting_history(SettingsPastAsk) -> Vec<HistoryEntry> = setting::history;
    setting_save_mail(MailSave) -> SettingsView = setting::save_mail;
    wording_view(Nothing) -> WordingView = wording::view;
    wording_save(WordingSave) -> WordingView = wording::save;
    wording_try(WordingTry) -> WordingTried = wording::attempt;
    calendar_view(Nothing) -> CalendarView = calendar::view;
    calendar_read(CalendarText) -> CalendarRead = calendar::read;
    calendar_save(CalendarText) -> CalendarView = calendar::save;
    calendar_remove(CalendarYearAsk) -> CalendarView = calendar::remove;
    clock_rules(Nothing) -> Vec<ClockRule> = clock::rules;
    clock_save(ClockRuleSave) -> Vec<ClockRule> = clock::save;
    mail_test(MailTest) -> MailTested = outbox::mail_test;

    search(SearchAsk) -> SearchFound = search::all;

    list_look(ListLookAsk) -> ListLook = saved::look;
    list_values(ValuesAsk) -> Vec<String> = saved::values;
    view_save(ViewSave) -> SavedView = saved::save;
    view_remove(ByVersion) -> Nothing = saved::remove;
    columns_save(ColumnsSave) -> ListLook = saved::save_columns;
    table_export(TableExport) -> Written = report::table;
    bulk_check(BulkAsk) -> Vec<BulkMay> = bulk::check;

    lead_list(LeadListAsk) -> LeadPage = lead::list;
    lead_totals(LeadFilter) -> LeadTotals = lead::totals;
    lead_board(LeadFilter) -> LeadBoard = lead::board;
    lead_view(ById) -> LeadView = lead::view;
    lead_save(LeadCard) -> LeadView = lead::save;
    lead_similar(LeadLikeAsk) -> Vec<LeadLike> = lead::similar;
    lead_unrated(Nothing) -> Vec<LeadView> = lead::unrated;
    lead_rate(LeadRate) -> LeadView = lead::rate;
    lead_proposals(ById) -> Vec<LeadProposal> = lead::proposals;
    lead_assign(LeadAssign) -> LeadView = lead::assign;
    lead_follow(LeadFollow) -> LeadView = lead::follow;
    lead_convert(LeadConvert) -> LeadView = lead::convert;
    lead_lose(LeadEnd) -> LeadView = lead::lose;
    lead_invalidate(LeadEnd) -> LeadView = lead::invalidate;
    lead_merge(LeadMerge) -> LeadView = lead::merge;
    lead_reopen(ByVersion) -> LeadView = lead::reopen;

    opportunity_list(OpportunityListAsk) -> OpportunityPage = opportunity::list;
    opportunity_totals(OpportunityFilter) -> OpportunityTotals = opportunity::totals;
    opportunity_board(OpportunityFilter) -> OpportunityBoard = opportunity::board;
    opportunity_view(ById) -> OpportunityView = opportunity::view;
    opportunity_save(OpportunityCard) -> OpportunityView = opportunity::save;
    opportunity_lose(OpportunityLose) -> OpportunityView = opportunity::lose;
    opportunity_reopen(ByVersion) -> OpportunityView = opportunity::reopen;
    solution_save(SolutionSave) -> OpportunityView = opportunity::solve;
    requirement_save(RequirementDraft) -> OpportunityView = requirement::save;
    requirement_confirm(RequirementConfirm) -> OpportunityView = requirement::confirm;
    requirement_revise(ByVersion) -> OpportunityView = requirement::revise;
    requirement_paper(ById) -> FileView = requirement::paper;
    requirement_send(ByVersion) -> OpportunityView = requirement::send;

    today_view(TodayAsk) -> Today = today::view;
    today_snooze(Snooze) -> Nothing = today::snooze;
    deadline_record(RecordAsk) -> Vec<RecordRow> = today::record;
    deadline_rows(RecordRowsAsk) -> Vec<TodayRow> = today::record_rows;

    customer_list(CustomerListAsk) -> CustomerPage = customer::list;
    customer_totals(CustomerFilter) -> CustomerTotals = customer::totals;
    customer_view(ById) -> CustomerCard = customer::view;
    customer_save(CustomerCard) -> CustomerCard = customer::save;
    customer_hand_over(CustomerHandOver) -> CustomerCard = customer::hand_over;
    customer_remove(ByVersion) -> Removed = bin::remove_customer;
    customer_similar(SimilarAsk) -> Vec<Similar> = customer::similar;
    text_split(PastedText) -> Pasted = customer::text_split;
    customer_letters(PageOf) -> LetterPage = customer::letters;
    customer_approvals(PageOf) -> DecisionPage = customer::approvals;
    customer_find(Find) -> Vec<CustomerFound> = customer::find;
    customer_export(CustomerListAsk) -> Written = report::customers;

    product_list(ProductListAsk) -> ProductPage = product::list;
    product_totals(ProductFilter) -> ProductTotals = product::totals;
    product_view(ById) -> ProductCard = product::view;
    product_save(ProductCard) -> ProductCard = product::save;
    product_remove(ByVersion) -> Removed = bin::remove_product;
    product_orders(PageOf) -> ProductOrders = product::orders;
    product_find(Find) -> Vec<ProductCard> = product::find;

    order_list(OrderListAsk) -> OrderPage = order::list;
    order_totals(OrderFilter) -> OrderTotals = order::totals;
    order_view(ById) -> OrderView = order::view;
    order_why(ById) -> Vec<Why> = order::why;
    order_compute(OrderDraft) -> OrderComputed = order::compute;
    order_save(OrderDraft) -> OrderView = order::save;
    order_submit(ByVersion) -> OrderView = order::submit;
    order_withdraw(ByVersion) -> OrderView = order::withdraw;
    order_discard(ByVersion) -> Removed = order::discard;
    order_copy(ById) -> OrderView = order::copy;
    order_letter(ById) -> FileView = paper::letter;
    order_approval_sheet(ById) -> FileView = paper::approval_sheet;
    order_delivery_note(DeliveryNoteAsk) -> FileView = paper::delivery_note;
    order_export(OrderExport) -> Written = report::orders;
    delivery_record(DeliveryRecord) -> OrderView = order::deliver;
    task_list(Nothing) -> Vec<TaskView> = order::tasks;
    task_done(ById) -> Vec<TaskView> = order::task_done;

    contract_list(ContractListAsk) -> ContractPage = contract::list;
    contract_totals(ContractFilter) -> ContractTotals = contract::totals;
    contract_view(ById) -> ContractView = contract::view;
    contract_compute(ContractDraft) -> ContractComputed = contract::compute;
    contract_save(ContractDraft) -> ContractView = contract::save;
    contract_from_quotation(ContractFrom) -> ContractView = contract::from_quotation;
    contract_submit(ByVersion) -> ContractView = contract::submit;
    contract_review(ContractDecide) -> ContractView = contract::review;
    contract_withdraw(ByVersion) -> ContractView = contract::withdraw;
    contract_sign(ContractSign) -> ContractView = contract::sign;
    contract_void(ContractEnd) -> ContractView = contract::annul;
    contract_supplement(ByVersion) -> ContractView = contract::supplement;
    contract_paper(ById) -> FileView = contract::paper;
    order_from_contract(OrderFrom) -> OrderView = contract::order;
    clause_list(Nothing) -> Vec<ClauseView> = clause::list;
    clause_save(ClauseSave) -> Vec<ClauseView> = clause::save;

    approval_list(ApprovalAsk) -> Vec<ApprovalRow> = approval::list;
    approval_grant(Decide) -> OrderView = approval::grant;
    approval_send_back(Decide) -> OrderView = approval::send_back;
    approval_summary(ById) -> Summary = approval::summary;

    quotation_list(QuotationListAsk) -> QuotationPage = quotation::list;
    quotation_totals(QuotationFilter) -> QuotationTotals = quotation::totals;
    quotation_view(ById) -> QuotationView = quotation::view;
    quotation_compute(QuotationDraft) -> QuotationComputed = quotation::compute;
    quotation_save(QuotationDraft) -> QuotationView = quotation::save;
    quotation_submit(ByVersion) -> QuotationView = quotation::submit;
    quotation_withdraw(ByVersion) -> QuotationView = quotation::withdraw;
    quotation_send(QuotationSend) -> QuotationView = quotation::send;
    quotation_round(QuotationRound) -> QuotationView = quotation::round;
    quotation_take_up(QuotationTakeUp) -> QuotationView = quotation::take_up;
    quotation_accept(QuotationAccept) -> QuotationView = quotation::accept;
    quotation_lose(QuotationLose) -> QuotationView = quotation::lose;
    quotation_paper(QuotationPaperAsk) -> FileView = quotation::paper;
    approval_quotations(ApprovalAsk) -> Vec<QuotationWaiting> = quotation::waiting;
    approval_contracts(ApprovalAsk) -> Vec<ContractWaiting> = contract::waiting;
    quotation_grant(QuotationDecide) -> QuotationView = quotation::grant;
    quotation_send_back(QuotationDecide) -> QuotationView = quotation::send_back;

    outbox_list(OutboxAsk) -> OutboxPage = outbox::list;
    outbox_totals(OutboxFilter) -> OutboxTotals = outbox::totals;
    outbox_view(ById) -> OutboxView = outbox::view;
    outbox_pdf(ById) -> FileView = outbox::pdf;
    outbox_resend(OutboxResend) -> OutboxView = outbox::resend;
    outbox_retry(ByVersion) -> OutboxView = outbox::retry;
    outbox_delivered(OutboxDelivered) -> OutboxView = outbox::delivered;
    inbox_view(Nothing) -> InboxView = outbox::inbox;

    month_view(MonthAsk) -> MonthView = month::view;
    month_rows(MonthRowsAsk) -> MonthRows = month::rows;
    month_workbook(MonthWorkbook) -> Written = report::month;
    target_set(TargetSet) -> MonthView = month::target_set;

    import_open(ImportOpen) -> ImportOpened = import::open;
    import_header(ImportHeader) -> SheetOpened = import::header;
    import_check(ImportAsk) -> ImportReport = import::check;
    import_run(ImportAsk) -> ImportReport = import::run;
    import_list(Nothing) -> ImportList = import::list;
    import_undo(ById) -> ImportList = import::undo;

    history_list(DocumentAsk) -> Vec<HistoryEntry> = history::list;

    attachment_list(DocumentAsk) -> Vec<AttachmentRow> = attachment::list;
    attachment_check(AttachmentCheck) -> Nothing = attachment::check;
    attachment_add(AttachmentAdd) -> Vec<AttachmentRow> = attachment::add;
    attachment_note(AttachmentNote) -> Vec<AttachmentRow> = attachment::note;
    attachment_remove(ById) -> Vec<AttachmentRow> = attachment::remove;
    attachment_restore(ById) -> Vec<AttachmentRow> = attachment::restore;
    attachment_view(ById) -> FileView = attachment::view;

    unfinished_list(Nothing) -> Vec<Unfinished> = unfinished::list;
    unfinished_keep(UnfinishedKeep) -> UnfinishedKept = unfinished::keep;
    unfinished_drop(UnfinishedAsk) -> Nothing = unfinished::drop;

    bin_list(Nothing) -> Vec<BinRow> = bin::list;
    bin_restore(ById) -> Restored = bin::restore;
    bin_empty(BinEmpty) -> Vec<BinRow> = bin::empty;

    notice_rule(Nothing) -> NoticeRule = notice::rule;
    notice_save_rule(NoticeRule) -> NoticeRule = notice::save_rule;
    notice_take(NoticeTake) -> NoticesTaken = notice::take;

    file_pick(FilePick) -> Option<FileToken> = file::pick;
    file_pick_save(FilePickSave) -> Option<FileToken> = file::pick_save;
    file_check(FileCheck) -> Nothing = file::check;
    file_keep(FileKeep) -> FileKept = file::keep;
    file_view(FileAsk) -> FileView = file::view;
    file_save_as(FileSaveAs) -> Option<Written> = file::save_as;
    file_print(FilePrint) -> Nothing = file::print;
}
