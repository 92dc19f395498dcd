//! Whether the usual act of a line can be done now by who sits at the desk: the law is asked, line by line, with what was
//! gathered once.

use std::collections::BTreeMap;

use chengdan_domain::approval::{RECORDERS, Round};
use chengdan_domain::deadline::rules::RuleId;
use chengdan_domain::lead::LeadAct;
use chengdan_domain::lead::law::{self, LeadFacts};
use chengdan_domain::people::Role;
use chengdan_domain::refusal::Refusal;
use rusqlite::Connection;

use crate::App;
use crate::commands::lead::gather;
use crate::commands::{contract, quotation};
use crate::fault::Fault;
use crate::store::approval;
use crate::store::today::Line;
use crate::views::deadline::TodayRow;

/// What lines are judged by.
pub struct Usual<'a> {
    app: &'a App,
    connection: &'a Connection,
    facts: LeadFacts,
    /// An order may stand on several lines.
    decided: BTreeMap<(RuleId, i64), Vec<Refusal>>,
}

/// The act of a lead that meets a rule; none where the line only leads to its document.
fn act_of(rule: RuleId) -> Option<LeadAct> {
    match rule {
        RuleId::LeadRating => Some(LeadAct::Rate),
        RuleId::LeadAssignment => Some(LeadAct::Assign),
        RuleId::LeadFirstContact | RuleId::LeadFollowUpB | RuleId::LeadWeekly | RuleId::LeadNextContact => {
            Some(LeadAct::FollowUp)
        }
        RuleId::LeadIntoStage2 => Some(LeadAct::Convert),
        RuleId::QuotationDecision
        | RuleId::QuotationValidity
        | RuleId::ContractReview
        | RuleId::OrderSubmission
        | RuleId::ApprovalDecision => None,
    }
}

impl<'a> Usual<'a> {
    /// Gathers what lines are judged by.
    ///
    /// # Errors
    /// Broken when the book cannot be read.
    pub fn of(app: &'a App, connection: &'a Connection, me: i64) -> Result<Usual<'a>, Fault> {
        let facts = LeadFacts { asking: true, ..gather::facts(connection, Some(me), app.now())? };
        Ok(Usual { app, connection, facts, decided: BTreeMap::new() })
    }

    /// The lines with why their usual act cannot be done.
    ///
    /// # Errors
    /// Broken when the book cannot be read.
    pub fn judged(&mut self, lines: Vec<Line>) -> Result<Vec<TodayRow>, Fault> {
        let one = |line: Line| Ok(TodayRow { refusals: self.refusals(&line)?, ..line.row });
        lines.into_iter().map(one).collect()
    }

    fn refusals(&mut self, line: &Line) -> Result<Vec<Refusal>, Fault> {
        let rule = line.row.deadline.rule;
        match (act_of(rule), line.lead) {
            (Some(act), Some((state, owner_id))) => {
                let mut reasons = law::refused(state, owner_id, act, &self.facts);
                let decides = matches!(act, LeadAct::Rate | LeadAct::Assign);
                if decides && reasons.is_empty() && self.must_sign_in_elsewhere() {
                    reasons.push(Refusal::MustSignIn);
                }
                Ok(reasons)
            }
            _ => self.decision(rule, line.row.document_id),
        }
    }

    /// A decision of the supervisor's that this person could only record, where everybody decides for themselves.
    fn must_sign_in_elsewhere(&self) -> bool {
        self.facts.rules.must_sign_in && !self.facts.actor.roles.contains(&Role::SalesSupervisor)
    }

    /// Whoever may decide the rung, and those who may record it for one who may.
    fn decision(&mut self, rule: RuleId, document_id: i64) -> Result<Vec<Refusal>, Fault> {
        if let Some(known) = self.decided.get(&(rule, document_id)) {
            return Ok(known.clone());
        }
        let (app, connection, me) = (self.app, self.connection, self.facts.actor.id);
        let found = match rule {
            RuleId::ApprovalDecision => self.decision_of(document_id)?,
            RuleId::QuotationDecision => quotation::refusals_of_grant(app, connection, document_id, me)?,
            RuleId::ContractReview => contract::refusals_of_review(app, connection, document_id, me)?,
            _ => return Ok(Vec::new()),
        };
        self.decided.insert((rule, document_id), found.clone());
        Ok(found)
    }

    fn decision_of(&self, order_id: i64) -> Result<Vec<Refusal>, Fault> {
        let Some(one) = approval::standing_of(self.connection, order_id)? else { return Ok(Vec::new()) };
        let granted = approval::granted(self.connection, order_id, one.round, one.level)?;
        let LeadFacts { actor, people, rules, .. } = &self.facts;
        let round = Round {
            ladder: &one.ladder,
            level: one.level,
            authors: &one.authors,
            granted: &granted,
            single_person: rules.single_person,
        };
        let candidates = round.candidates(people);
        if candidates.iter().any(|who| who.id == actor.id) {
            return Ok(Vec::new());
        }
        let records = actor.roles.iter().any(|role| RECORDERS.contains(role));
        if records && !candidates.is_empty() {
            return Ok(if rules.must_sign_in { vec![Refusal::MustSignIn] } else { Vec::new() });
        }
        let mut reasons = round.objections(actor);
        if reasons.is_empty() {
            reasons = round.unfilled_above(people, actor.id);
        }
        Ok(reasons)
    }
}
