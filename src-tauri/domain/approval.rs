//! The ladder of approval (O3): levels, four eyes, rounds. Shared by every document that needs approval.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;
use crate::people::{Given, Hand, Role};
use crate::refusal::Refusal;

/// One rung: who must agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Level {
    pub role: Role,
    /// The level is needed only from this amount on (分); 0 means always.
    pub from_fen: i64,
}

/// What happened on one rung of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Decision {
    Submitted,
    Granted,
    SentBack,
    Withdrawn,
}

/// Somebody who may be asked: an active person with roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: i64,
    pub name: String,
    pub roles: Vec<Role>,
    pub active: bool,
}

/// What the company set for its approvals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    pub levels: Vec<Level>,
    /// 单人模式: four eyes are not asked for.
    pub single_person: bool,
    /// 审批须本人登录
    pub must_sign_in: bool,
    /// From this amount on, a decision on behalf needs evidence.
    pub evidence_from: Money,
    /// Resubmission goes on at the refusing level when no protected content changed.
    pub resubmit_at_refusing_level: bool,
}

/// A rung that was granted in the running round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    pub level: i64,
    pub decider_id: i64,
    /// The hash of what was granted (O4).
    pub content_hash: String,
}

/// The running round of a document.
#[derive(Debug, Clone, Copy)]
pub struct Round<'a> {
    pub ladder: &'a [Level],
    /// The rung it waits for, from 1.
    pub level: i64,
    /// Creator and account manager.
    pub authors: &'a [i64],
    pub granted: &'a [Granted],
    pub single_person: bool,
}

/// Who may record what somebody else decided.
pub const RECORDERS: [Role; 2] = [Role::SalesAssistant, Role::Admin];

/// The rungs an amount needs.
pub fn ladder_for(levels: &[Level], amount: Money) -> Vec<Level> {
    levels.iter().filter(|level| level.from_fen <= amount.0).cloned().collect()
}

impl Round<'_> {
    /// The rung it waits for.
    pub fn rung(&self) -> Option<&Level> {
        usize::try_from(self.level - 1).ok().and_then(|index| self.ladder.get(index))
    }

    /// Whether the rung it waits for is the last one.
    pub fn is_last(&self) -> bool {
        usize::try_from(self.level).is_ok_and(|level| level >= self.ladder.len())
    }

    /// Why somebody may not decide this rung: not active, not the role, four eyes (compared by decider).
    pub fn objections(&self, who: &Member) -> Vec<Refusal> {
        let mut reasons = Vec::new();
        if !who.active {
            reasons.push(Refusal::PersonInactive { name: who.name.clone() });
        }
        if let Some(rung) = self.rung().filter(|rung| !who.roles.contains(&rung.role)) {
            reasons.push(Refusal::NotYourLevel { role: rung.role });
        }
        reasons.extend(self.four_eyes(who));
        reasons
    }

    fn four_eyes(&self, who: &Member) -> Option<Refusal> {
        if self.single_person {
            return None;
        }
        if self.authors.contains(&who.id) {
            return Some(Refusal::FourEyesAuthor { name: who.name.clone() });
        }
        let before = self.granted.iter().find(|granted| granted.decider_id == who.id);
        before.map(|granted| Refusal::FourEyesTwice { name: who.name.clone(), level: granted.level })
    }

    /// Who could decide this rung now, so that the rungs above it can still be filled.
    pub fn candidates<'p>(&self, people: &'p [Member]) -> Vec<&'p Member> {
        let may =
            |who: &&Member| self.objections(who).is_empty() && self.unfilled_above(people, who.id).is_empty();
        people.iter().filter(may).collect()
    }

    /// The rungs above this one that nobody would be left for if `decider_id` took this one.
    pub fn unfilled_above(&self, people: &[Member], decider_id: i64) -> Vec<Refusal> {
        let mut taken: Vec<i64> = self.granted.iter().map(|granted| granted.decider_id).collect();
        taken.push(decider_id);
        self.unfilled(self.level + 1, people, &taken)
    }

    /// The rungs from `first` on that these people cannot fill, each by its name: a matching problem, because
    /// one person may hold several roles but take only one rung.
    pub fn unfilled(&self, first: i64, people: &[Member], taken: &[i64]) -> Vec<Refusal> {
        let rungs: Vec<(i64, Role)> = (1..)
            .zip(self.ladder)
            .filter(|(level, _)| *level >= first)
            .map(|(l, rung)| (l, rung.role))
            .collect();
        let free = |who: &&Member| {
            who.active && (self.single_person || !(self.authors.contains(&who.id) || taken.contains(&who.id)))
        };
        let free: Vec<&Member> = people.iter().filter(free).collect();
        let mut holder: Vec<Option<usize>> = vec![None; free.len()];
        let mut missing = Vec::new();
        for (index, (level, role)) in rungs.iter().enumerate() {
            let filled = if self.single_person {
                free.iter().any(|who| who.roles.contains(role))
            } else {
                place(index, &rungs, &free, &mut holder, &mut vec![false; free.len()])
            };
            if !filled {
                missing.push(Refusal::TooFewPeople { level: *level, role: *role });
            }
        }
        missing
    }
}

/// The rungs of a ladder that these people fill and those others no longer do, whoever the author is: asked before
/// somebody leaves or gives up a role.
pub fn left_unfilled(
    levels: &[Level],
    single_person: bool,
    before: &[Member],
    after: &[Member],
) -> Vec<(i64, Role)> {
    let round = Round { ladder: levels, level: 1, authors: &[], granted: &[], single_person };
    let missing = |people: &[Member]| round.unfilled(1, people, &[]);
    let former = missing(before);
    let new = missing(after).into_iter().filter(|reason| !former.contains(reason));
    let rungs = new.filter_map(|reason| match reason {
        Refusal::TooFewPeople { level, role } => Some((level, role)),
        _ => None,
    });
    rungs.collect()
}

/// Finds a person for a rung, moving others to another rung where they also fit (Kuhn's augmenting path).
fn place(
    rung: usize,
    rungs: &[(i64, Role)],
    people: &[&Member],
    holder: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    let Some((_, role)) = rungs.get(rung) else { return false };
    for (index, who) in people.iter().enumerate() {
        if tried[index] || !who.roles.contains(role) {
            continue;
        }
        tried[index] = true;
        let moves = holder[index].is_none_or(|other| place(other, rungs, people, holder, tried));
        if moves {
            holder[index] = Some(rung);
            return true;
        }
    }
    false
}

/// Whether the hand that writes a decision is in order: one's own, or on behalf by somebody who runs the desk,
/// with evidence or a reason, above a set amount always with evidence.
pub fn hand_objections(hand: &Hand, recorder: &Member, rules: &Rules, amount: Money) -> Vec<Refusal> {
    if hand.decider_id == hand.recorder_id {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    if rules.must_sign_in {
        reasons.push(Refusal::MustSignIn);
    }
    if !RECORDERS.iter().any(|role| recorder.roles.contains(role)) {
        reasons.push(Refusal::RoleMissing { roles: RECORDERS.to_vec() });
    }
    if hand.given == Given::SignedIn {
        reasons.push(Refusal::FieldMissing { field: "given".into() });
    }
    let reason = hand.behalf_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    if hand.evidence.is_none() && amount >= rules.evidence_from {
        reasons.push(Refusal::EvidenceMissing);
    } else if hand.evidence.is_none() && !reason {
        reasons.push(Refusal::EvidenceOrReasonMissing);
    }
    reasons
}
