//! Who a lead is proposed to (L3): the program proposes with its reasons, a person decides.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Grade;

/// Somebody who sells, as a proposal sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    pub id: i64,
    pub name: String,
    /// 「资深」
    pub senior: bool,
    /// Provinces or places they look after, separated by 、 or commas; empty for none in particular.
    pub regions: String,
    /// Industries they look after, written the same way.
    pub industries: String,
    /// Open leads in hand.
    pub in_hand: i64,
    /// So many leads at most (a setting).
    pub most: i64,
    /// The account manager of the customer the lead comes from.
    pub owns_customer: bool,
}

/// Why somebody is proposed, or why not first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "reason")]
pub enum Reason {
    OwnsCustomer,
    Senior,
    Region {
        region: String,
    },
    Industry {
        industry: String,
    },
    LeastInHand,
    /// As many as the setting allows; proposed after everybody else.
    Full,
}

/// A proposal, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub person_id: i64,
    pub reasons: Vec<Reason>,
}

/// Orders those who sell: whoever owns the customer; for A the experienced; for B and C those of the industry and the
/// region; then whoever has least in hand. Who is full comes last. Equal ones stand in the order of their ids.
pub fn propose(grade: Grade, region: &str, industry: &str, sellers: &[Seller]) -> Vec<Proposal> {
    let least = sellers.iter().map(|one| one.in_hand).min().unwrap_or_default();
    let mut ranked: Vec<_> = sellers
        .iter()
        .map(|one| {
            let reasons = reasons(grade, region, industry, one, least);
            let weight: i64 = reasons.iter().map(|reason| weight(grade, reason)).sum();
            (std::cmp::Reverse(weight), one.in_hand, one.id, reasons)
        })
        .collect();
    ranked.sort_by(|a, b| (&a.0, a.1, a.2).cmp(&(&b.0, b.1, b.2)));
    ranked.into_iter().map(|(_, _, person_id, reasons)| Proposal { person_id, reasons }).collect()
}

fn reasons(grade: Grade, region: &str, industry: &str, one: &Seller, least: i64) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if one.owns_customer {
        reasons.push(Reason::OwnsCustomer);
    }
    if grade == Grade::A && one.senior {
        reasons.push(Reason::Senior);
    }
    if names(&one.industries, industry) {
        reasons.push(Reason::Industry { industry: industry.into() });
    }
    if names(&one.regions, region) {
        reasons.push(Reason::Region { region: region.into() });
    }
    if one.in_hand >= one.most {
        reasons.push(Reason::Full);
    } else if one.in_hand == least {
        reasons.push(Reason::LeastInHand);
    }
    reasons
}

/// A reason outweighs all that stand below it together.
fn weight(grade: Grade, reason: &Reason) -> i64 {
    match reason {
        Reason::OwnsCustomer => 32,
        Reason::Senior => 16,
        Reason::Industry { .. } if grade != Grade::A => 8,
        Reason::Region { .. } if grade != Grade::A => 4,
        Reason::Industry { .. } => 2,
        Reason::Region { .. } => 1,
        Reason::LeastInHand => 0,
        Reason::Full => -64,
    }
}

/// Whether a list like 「华东、江苏」 names the place or the industry; either may be the longer word (江苏 names 江苏省).
fn names(list: &str, sought: &str) -> bool {
    let sought = sought.trim();
    let mut words =
        list.split(['、', ',', '，', ';', '；', ' ']).map(str::trim).filter(|word| !word.is_empty());
    !sought.is_empty() && words.any(|word| sought.starts_with(word) || word.starts_with(sought))
}
