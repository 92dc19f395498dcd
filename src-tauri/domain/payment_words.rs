//! The sentence of a payment schedule, in Chinese and English, generated so that words and amounts cannot disagree.

use crate::money::Rate;
use crate::payment::{DayKind, Instalment, PaymentTerms, Trigger};

/// The schedule as people say it: 「款到发货」, 「月结30天」, 「预付30%，发货前付清70%」.
pub fn sentence_zh(terms: &PaymentTerms) -> String {
    if let [only] = terms.instalments.as_slice() {
        return whole_zh(only);
    }
    let last = terms.instalments.len().saturating_sub(1);
    let parts = terms.instalments.iter().enumerate();
    parts.map(|(index, part)| part_zh(part, index == last)).collect::<Vec<_>>().join("，")
}

/// The same in English: “30% in advance, 70% before dispatch”.
pub fn sentence_en(terms: &PaymentTerms) -> String {
    let parts: Vec<String> = terms
        .instalments
        .iter()
        .map(|part| format!("{} {}", percent(part.share), condition_en(part)))
        .collect();
    parts.join(", ")
}

/// When an instalment falls due, as its own words for a schedule's row: 「发货前」, 「到货验收后 10 天内」.
pub fn condition_zh(part: &Instalment) -> String {
    let within = within_zh(part);
    match part.trigger {
        Trigger::Order if part.days == 0 => "签约后即付".to_owned(),
        Trigger::Order => format!("签约后{within}"),
        Trigger::BeforeDispatch => "发货前".to_owned(),
        Trigger::Arrival if part.days == 0 => "货到时".to_owned(),
        Trigger::Arrival => format!("货到{within}"),
        Trigger::Acceptance if part.days == 0 => "到货验收后".to_owned(),
        Trigger::Acceptance => format!("到货验收后{within}"),
        Trigger::MonthEnd => format!("月结{}（交货当月月末起）", span_zh(part)),
        Trigger::Invoice if part.days == 0 => "票到时".to_owned(),
        Trigger::Invoice => format!("票到{within}"),
        Trigger::WarrantyEnd => format!("质保期满{}", warranty_zh(part)),
    }
}

/// The same in English: “before dispatch”, “within 10 days after acceptance”.
pub fn condition_en(part: &Instalment) -> String {
    let kind = match part.day_kind {
        DayKind::Calendar => "",
        DayKind::Working => "working ",
    };
    let days = format!("{} {kind}day{}", part.days, if part.days == 1 { "" } else { "s" });
    let after = |event: &str| {
        if part.days == 0 { format!("on {event}") } else { format!("within {days} after {event}") }
    };
    match part.trigger {
        Trigger::Order if part.days == 0 => "in advance".to_owned(),
        Trigger::Order => format!("in advance, within {days} after signature"),
        Trigger::BeforeDispatch => "before dispatch".to_owned(),
        Trigger::Arrival => after("arrival"),
        Trigger::Acceptance => after("acceptance"),
        Trigger::MonthEnd => format!("{days} after the end of the month of delivery"),
        Trigger::Invoice => after("receipt of the invoice"),
        Trigger::WarrantyEnd => format!("retained until {days} of warranty have passed"),
    }
}

fn whole_zh(part: &Instalment) -> String {
    match part.trigger {
        Trigger::Order if part.days == 0 => "预付全款".to_owned(),
        Trigger::Order => format!("签约后{}付清全款", within_zh(part)),
        Trigger::BeforeDispatch => "款到发货".to_owned(),
        Trigger::Arrival if part.days == 0 => "货到付款".to_owned(),
        Trigger::Arrival => format!("货到{}付款", within_zh(part)),
        Trigger::Acceptance if part.days == 0 => "验收后付款".to_owned(),
        Trigger::Acceptance => format!("验收后{}付款", within_zh(part)),
        Trigger::MonthEnd => format!("月结{}", span_zh(part)),
        Trigger::Invoice if part.days == 0 => "票到付款".to_owned(),
        Trigger::Invoice => format!("票到{}", span_zh(part)),
        Trigger::WarrantyEnd => format!("质保期满{}付清", warranty_zh(part)),
    }
}

fn part_zh(part: &Instalment, last: bool) -> String {
    let share = percent(part.share);
    let within = within_zh(part);
    match part.trigger {
        Trigger::Order if part.days == 0 => format!("预付{share}"),
        Trigger::Order => format!("签约后{within}预付{share}"),
        Trigger::BeforeDispatch if last => format!("发货前付清{share}"),
        Trigger::BeforeDispatch => format!("发货前付{share}"),
        Trigger::Arrival => format!("到货后{within}付{share}"),
        Trigger::Acceptance => format!("到货验收后{within}付{share}"),
        Trigger::MonthEnd => format!("月结{}付{share}", span_zh(part)),
        Trigger::Invoice => format!("票到{within}付{share}"),
        Trigger::WarrantyEnd => format!("质保金{share}{}付清", full_zh(part)),
    }
}

/// 「30天」 or 「5个工作日」; nothing is hidden, so that 月结0天 says so.
fn span_zh(part: &Instalment) -> String {
    match part.day_kind {
        DayKind::Calendar => format!("{}天", part.days),
        DayKind::Working => format!("{}个工作日", part.days),
    }
}

fn within_zh(part: &Instalment) -> String {
    if part.days == 0 { String::new() } else { format!("{}内", span_zh(part)) }
}

/// 「满一年」: whole years in words, other spans in days.
fn full_zh(part: &Instalment) -> String {
    if part.days == 0 { "质保期满".to_owned() } else { format!("满{}", years_zh(part)) }
}

fn warranty_zh(part: &Instalment) -> String {
    if part.days == 0 { String::new() } else { format!("（{}）", years_zh(part)) }
}

fn years_zh(part: &Instalment) -> String {
    let years = ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let whole = part.day_kind == DayKind::Calendar && part.days % 365 == 0;
    let index = usize::try_from(part.days / 365 - 1).ok().filter(|_| whole);
    match index.and_then(|index| years.get(index)) {
        Some(number) => format!("{number}年"),
        None => span_zh(part),
    }
}

/// `30%`, `33.33%`, `12.5%`: a rate without needless zeros.
fn percent(share: Rate) -> String {
    let (whole, rest) = (share.0 / 100, share.0 % 100);
    match rest {
        0 => format!("{whole}%"),
        rest if rest % 10 == 0 => format!("{whole}.{}%", rest / 10),
        rest => format!("{whole}.{rest:02}%"),
    }
}
