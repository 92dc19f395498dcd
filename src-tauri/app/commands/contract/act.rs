//! Submission, review, signature, and what ends a contract (C1).

use chengdan_domain::contract::law::Signing;
use chengdan_domain::contract::{CheckItem, ContractAct, ContractKind, ContractState};
use chengdan_domain::deadline::rules::Event;
use chengdan_domain::order::content::short_code;
use chengdan_domain::text::{clean_line, clean_text};

use super::gather::{self, Seen};
use super::{draft, paper, show};
use crate::App;
use crate::clocks;
use crate::commands::check::Check;
use crate::commands::order::draft::date;
use crate::fault::Fault;
use crate::store::contract::review::{self as reviews, NewReview};
use crate::store::contract::{self, Signed};
use crate::store::history::{self, Payload};
use crate::store::outbox::{self, Issue};
use crate::store::{Act, opportunity};
use crate::views::contract::*;
use crate::views::{ByVersion, DocumentKind};

/// Hands a contract to legal: draws its number and freezes its content. A customer's purchase order that legal need not
/// read is ready to be signed at once.
///
/// # Errors
/// Everything that stops a submission, all at once; `Stale`.
pub fn submit(app: &App, request: ByVersion) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let state = seen.step(ContractAct::Submit)?;
        let first = seen.record.doc.number.is_none();
        let hash = seen.record.doc.present_hash();
        contract::move_to(act, &seen.record, state)?;
        let number = contract::submitted(act, &seen.record, &hash)?;
        paper::keep_wording(act, request.id)?;
        if state == ContractState::Reviewed {
            contract::reviewed(act, request.id, &hash)?;
        }
        if state == ContractState::InReview {
            clocks::review(act, Event::ContractSubmitted, request.id, None)?;
        }
        let told = if first { draft::whole(&seen.record.doc.form)? } else { Payload::default() };
        let note = format!("{number} {}", short_code(&hash));
        restage(act, &seen)?;
        history::record(act, "contract_submit", "contract", request.id, &Payload { note, ..told })
    })?;
    app.changed();
    show::view(app, request.id)
}

/// The stage of the deal follows in the same act.
fn restage(act: &Act, seen: &Seen) -> Result<(), Fault> {
    seen.record.doc.form.opportunity_id.map_or(Ok(()), |id| opportunity::restage(act, id))
}

/// What legal says, recorded by themselves or on behalf: passed with every point in order, or given back with the reason,
/// which stands on top of the form.
///
/// # Errors
/// `NotYourLevel`, `FourEyesAuthor`, `ChecklistOpen`, `ChecklistUnexplained`, `ReasonMissing`, `ContentChanged`,
/// `MustSignIn`, `EvidenceMissing`, `EvidenceOrReasonMissing`, `WrongState`, `Stale`.
pub fn review(app: &App, mut request: ContractDecide) -> Result<ContractView, Fault> {
    let (me, hand) = gather::hand(app, &request)?;
    let mut check = Check::default();
    check.lines("note", &request.note, 1_000);
    for checked in &mut request.checklist {
        checked.remark = clean_text(&checked.remark);
        check.lines("remark", &checked.remark, 1_000);
    }
    check.done()?;
    // Each point once, in the order of the list.
    let known = CheckItem::ALL.into_iter();
    let checklist: Vec<_> = known
        .filter_map(|item| request.checklist.iter().find(|checked| checked.item == item).cloned())
        .collect();
    let note = clean_text(&request.note);
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        (seen.facts.hand, seen.facts.note) = (Some(hand.clone()), note.clone());
        seen.facts.checklist.clone_from(&checklist);
        let asked = if request.pass { ContractAct::Pass } else { ContractAct::Return };
        let state = seen.step(asked)?;
        let hash = seen.record.doc.present_hash();
        contract::move_to(act, &seen.record, state)?;
        match request.pass {
            true => contract::reviewed(act, request.id, &hash)?,
            false => contract::returned(act, request.id, &note)?,
        }
        let new = NewReview {
            contract_id: request.id,
            passed: request.pass,
            checklist: &checklist,
            reason: &note,
            hand: &hand,
            content_hash: &hash,
        };
        reviews::insert(act, &new)?;
        clocks::review(act, Event::ContractReviewed, request.id, Some(hand.decider_id))?;
        let name = if request.pass { "contract_pass" } else { "contract_return" };
        history::record(act, name, "contract", request.id, &seen.told(&hand, &note))
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Takes a contract back from legal, or after it, to edit it; it is reviewed anew.
///
/// # Errors
/// `WrongState`, `ContractSigned`, `OnlyAuthor`, `Stale`.
pub fn withdraw(app: &App, request: ByVersion) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let seen = Seen::at(app, act, request.id, request.version)?;
        let state = seen.step(ContractAct::Withdraw)?;
        contract::move_to(act, &seen.record, state)?;
        contract::reviewed(act, request.id, "")?;
        clocks::review(act, Event::ContractWithdrawn, request.id, None)?;
        restage(act, &seen)?;
        history::record(act, "contract_withdraw", "contract", request.id, &Payload::default())
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Marks a reviewed contract as signed (C1): frozen from now on, the deal won, the order due (O1).
///
/// # Errors
/// `ContractNotReviewed`, `FieldMissing`, `SignedInFuture`, `ContentChanged`, `EvidenceMissing` when the scan is not in the
/// book, `OnlyAuthor`, `Stale`.
pub fn sign(app: &App, request: ContractSign) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    let signing = Signing {
        signed_on: date(request.signed_on.as_deref())?,
        our_signatory: clean_line(&request.our_signatory),
        their_signatory: clean_line(&request.their_signatory),
        scan: request.scan.filter(|sha256| !sha256.is_empty()),
    };
    Check::default()
        .line("our_signatory", &signing.our_signatory, false, 60)
        .line("their_signatory", &signing.their_signatory, false, 60)
        .done()?;
    gather::insist_on_file(app, signing.scan.as_deref())?;
    let frozen = paper::freeze(app, request.id, &signing)?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        seen.facts.signing = Some(signing.clone());
        let state = seen.step(ContractAct::Sign)?;
        let (Some(day), Some(scan), Some(frozen)) = (signing.signed_on, &signing.scan, &frozen) else {
            return Err(Fault::broken("a signature without day or scan"));
        };
        contract::move_to(act, &seen.record, state)?;
        let signed = Signed {
            signed_on: &day.to_string(),
            our_signatory: &signing.our_signatory,
            their_signatory: &signing.their_signatory,
            scan,
        };
        contract::sign(act, request.id, &signed)?;
        outbox::issue(
            act,
            &Issue {
                about: (DocumentKind::Contract, request.id),
                kind: "contract",
                revision: 1,
                pdf_sha256: &frozen.sha256,
                pdf_name: &frozen.name,
                pdf_size: frozen.size,
                content_hash: &seen.record.doc.present_hash(),
            },
        )?;
        let form = &seen.record.doc.form;
        // A framework starts no clock: its call-offs do, each from the customer's purchase order.
        if form.kind != ContractKind::Framework {
            clocks::signed(act, request.id, day, form.sale.owner_id)?;
        }
        restage(act, &seen)?;
        let told = Payload::note(seen.record.doc.number.clone().unwrap_or_default())
            .change("contract.signed_on", "", day)
            .change("contract.our_signatory", "", &signing.our_signatory)
            .change("contract.their_signatory", "", &signing.their_signatory);
        history::record(act, "contract_sign", "contract", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Makes a contract void that was never signed, with the reason; its number stays visible.
///
/// # Errors
/// `ReasonMissing`, `ContractSigned`, `WrongState`, `OnlyAuthor`, `Stale`.
pub fn annul(app: &App, request: ContractEnd) -> Result<ContractView, Fault> {
    let me = app.person_id()?;
    Check::default().lines("reason", &request.reason, 1_000).done()?;
    let reason = clean_text(&request.reason);
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(app, act, request.id, request.version)?;
        seen.facts.note.clone_from(&reason);
        let state = seen.step(ContractAct::Annul)?;
        contract::move_to(act, &seen.record, state)?;
        contract::annul(act, request.id, &reason)?;
        restage(act, &seen)?;
        history::record(act, "contract_void", "contract", request.id, &Payload::note(&reason))
    })?;
    app.changed();
    show::view(app, request.id)
}
