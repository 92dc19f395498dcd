//! Rating (L2), assignment (L3) and follow-ups (L4, L5).

use chengdan_domain::deadline::rules::{Event, RuleId, rule_of};
use chengdan_domain::lead::{FollowUp, Grade, LeadAct, LeadState};
use chengdan_domain::text::clean_text;

use super::gather::{self, Seen};
use super::show;
use crate::App;
use crate::clock::office;
use crate::clocks::{self, Heard};
use crate::commands::check::Check;
use crate::fault::Fault;
use crate::store::deadline::hand_over;
use crate::store::lead::{self, Standing, grade_text};
use crate::store::{Act, history, lead_contact};
use crate::views::deadline::ClockOf;
use crate::views::lead::{LeadAssign, LeadFollow, LeadRate, LeadView};

fn event_of(grade: Grade) -> Event {
    match grade {
        Grade::A => Event::LeadRatedA,
        Grade::B => Event::LeadRatedB,
        Grade::C => Event::LeadRatedC,
    }
}

/// 评级 (L2): the supervisor's decision with its grounds, recorded by themselves or on behalf.
///
/// # Errors
/// `FieldMissing` for a ground without its note, `NotYourLevel`, `PersonInactive`, `MustSignIn`,
/// `EvidenceOrReasonMissing`, `RoleMissing`, `WrongState`, `Stale`.
pub fn rate(app: &App, mut request: LeadRate) -> Result<LeadView, Fault> {
    let (me, hand) = gather::hand(app, &request.hand)?;
    let mut check = Check::default();
    let grounds = &mut request.grounds;
    for (field, ground) in [
        ("industry", &mut grounds.industry),
        ("fit", &mut grounds.fit),
        ("likelihood", &mut grounds.likelihood),
    ] {
        ground.note = clean_text(&ground.note);
        check.lines(field, &ground.note, 1_000);
    }
    check.done()?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        seen.facts.hand = Some(hand.clone());
        seen.facts.rating = Some((request.grade, request.grounds.clone()));
        let state = seen.step(LeadAct::Rate)?;
        let before = seen.record.doc.grade.map(grade_text).unwrap_or_default();
        let standing = Standing { grade: Some(request.grade), ..seen.record.standing(state) };
        lead::stand(act, &seen.record, &standing)?;
        lead::add_rating(act, request.id, request.grade, &request.grounds, &hand)?;
        rated(act, &seen, request.grade, hand.decider_id)?;
        let told = seen.told(&hand).change("grade", before, grade_text(request.grade));
        history::record(act, "lead_rate", "lead", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// Who follows the lead already needs no assignment. A B or C lead whose customer was reached before goes on from then.
fn rated(act: &Act, seen: &Seen, grade: Grade, by: i64) -> Result<(), Fault> {
    let assigned = seen.record.doc.state == LeadState::Assigned;
    let without = if assigned { vec![RuleId::LeadAssignment] } else { Vec::new() };
    let heard = Heard { by: Some(by), without, ..seen.heard(act, event_of(grade)) };
    clocks::hear(act, &heard)?;
    match (seen.record.reached_at, rule_of(RuleId::LeadWeekly)) {
        (Some(reached_at), Some(weekly)) if grade != Grade::A => {
            // What runs goes on: nothing was said just now.
            let running = crate::store::deadline::running(act.tx, ClockOf::Lead, seen.record.id)?;
            if running.iter().any(|clock| clock.rule == RuleId::LeadWeekly) {
                return Ok(());
            }
            clocks::start(act, &Heard { at: reached_at, ..heard }, weekly)
        }
        _ => Ok(()),
    }
}

/// 分配 (L3), and handing over from one person to another.
///
/// # Errors
/// `FieldMissing`, `PersonInactive`, `RoleMissing`, `NotYourLevel`, `MustSignIn`, `EvidenceOrReasonMissing`,
/// `WrongState`, `Stale`.
pub fn assign(app: &App, request: LeadAssign) -> Result<LeadView, Fault> {
    let (me, hand) = gather::hand(app, &request.hand)?;
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        seen.facts.hand = Some(hand.clone());
        seen.facts.assignee_id = Some(request.assignee_id);
        let state = seen.step(LeadAct::Assign)?;
        let owner_id = Some(request.assignee_id);
        lead::stand(act, &seen.record, &Standing { owner_id, ..seen.record.standing(state) })?;
        lead::add_assignment(act, request.id, request.assignee_id, &hand)?;
        hand_over(act, ClockOf::Lead, request.id, owner_id)?;
        // The first call is owed once, for an A lead only; whoever takes over takes over what is left of the time.
        let first = seen.record.doc.state == LeadState::Rated && seen.record.doc.grade == Some(Grade::A);
        let without = if first { Vec::new() } else { vec![RuleId::LeadFirstContact] };
        let heard = seen.heard(act, Event::LeadAssigned);
        clocks::hear(act, &Heard { person_id: owner_id, by: Some(hand.decider_id), without, ..heard })?;
        let told = seen.told(&hand).change("owner", &seen.record.owner, seen.name_of(owner_id));
        history::record(act, "lead_assign", "lead", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

/// A follow-up (L5): it updates 最近跟进时间 and the clocks; what reached the customer starts the week anew (L4).
///
/// # Errors
/// `FieldMissing`, `ReceivedInFuture`, `NextContactPast`, `OnlyOwner`, `RoleMissing`, `WrongState`, `Stale`.
pub fn follow(app: &App, request: LeadFollow) -> Result<LeadView, Fault> {
    let me = app.person_id()?;
    Check::default()
        .lines("said", &request.said, 5_000)
        .lines("need_change", &request.need_change, 5_000)
        .done()?;
    let (at, next_on) = (gather::instant(request.at.as_deref())?, gather::date(request.next_on.as_deref())?);
    app.book()?.act(app.now(), Some(me), |act| {
        let mut seen = Seen::at(act, request.id, request.version)?;
        let one = FollowUp {
            at: at.unwrap_or(act.now),
            method: request.method,
            reached: request.reached,
            said: clean_text(&request.said),
            need_change: clean_text(&request.need_change),
            next_on,
        };
        seen.facts.follow_up = Some(one.clone());
        let state = seen.step(LeadAct::FollowUp)?;
        lead::stand(act, &seen.record, &seen.record.standing(state))?;
        lead_contact::add(act, request.id, &one)?;
        lead_contact::bring_up_to_date(act, request.id)?;
        followed(act, &seen, &one)?;
        let told = history::Payload::note(&one.said).change(
            "next_on",
            "",
            one.next_on.map(|day| day.to_string()).unwrap_or_default(),
        );
        history::record(act, "lead_follow", "lead", request.id, &told)
    })?;
    app.changed();
    show::view(app, request.id)
}

fn followed(act: &Act, seen: &Seen, one: &FollowUp) -> Result<(), Fault> {
    let event = if one.reached { Event::LeadReached } else { Event::LeadFollowedUp };
    let weekly = matches!(seen.record.doc.grade, Some(Grade::B | Grade::C));
    let without = if weekly { Vec::new() } else { vec![RuleId::LeadWeekly] };
    clocks::hear(act, &Heard { at: one.at, without, ..seen.heard(act, event) })?;
    let Some(next_on) = one.next_on else { return Ok(()) };
    let office = office();
    let from = Some(office.instant(next_on, office.opens));
    clocks::hear(act, &Heard { at: one.at, from, ..seen.heard(act, Event::LeadNextContactSet) })
}
