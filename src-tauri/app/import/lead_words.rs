//! The words by which people keep sources, grades and states of leads; what this program exports is among them.

use chengdan_domain::lead::{Grade, LeadSource};

use super::header::title_key;

/// What a column of grades says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    Unrated,
    Grade(Grade),
    Invalid,
}

/// What a column of states says. Whether an open lead is rated or in hand its grade and its owner tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    Lost,
    Invalid,
    /// It became a customer, or lives on in another lead: it is no lead any more.
    Gone,
}

/// A source by its words; none when they are not known.
pub fn source(text: &str) -> Option<LeadSource> {
    const WORDS: [(LeadSource, &[&str]); 5] = [
        (
            LeadSource::Inquiry,
            &[
                "主动咨询",
                "咨询",
                "来电",
                "来电咨询",
                "网站",
                "官网",
                "官网咨询",
                "inquiry",
                "website",
                "call",
            ],
        ),
        (LeadSource::Exhibition, &["行业展会", "展会", "展览", "exhibition", "fair", "tradeshow"]),
        (
            LeadSource::Marketing,
            &["市场推广", "推广", "广告", "线上推广", "公众号", "短视频", "marketing", "advert", "campaign"],
        ),
        (
            LeadSource::Referral,
            &["转介绍", "介绍", "推荐", "老客户介绍", "客户介绍", "朋友介绍", "referral", "referred"],
        ),
        (LeadSource::Other, &["其他", "其它", "other"]),
    ];
    let key = title_key(text);
    WORDS.iter().find(|(_, words)| words.contains(&key.as_str())).map(|(source, _)| *source)
}

/// A grade by its words: 「A类」, 「A 级（高意向）」, 「中意向」, 「无效」; none when they are not known.
pub fn grade(text: &str) -> Option<Judged> {
    let key = title_key(text);
    let ends = ["类", "级", "类客户", "意向"];
    let bare = ends.iter().find_map(|end| key.strip_suffix(end)).filter(|bare| !bare.is_empty());
    let bare = bare.unwrap_or(&key);
    let bare = ["grade", "class"].iter().find_map(|mark| bare.strip_prefix(mark)).unwrap_or(bare);
    Some(match bare {
        "a" | "高" | "high" | "hot" => Judged::Grade(Grade::A),
        "b" | "中" | "middling" | "medium" | "warm" => Judged::Grade(Grade::B),
        "c" | "低" | "low" | "cold" => Judged::Grade(Grade::C),
        "" | "未评级" | "未评" | "待评" | "待评级" | "unrated" | "notrated" => Judged::Unrated,
        "无效" | "invalid" => Judged::Invalid,
        _ => return None,
    })
}

/// A state by its words, those of 需求阶段 among them; none when they are not known.
pub fn standing(text: &str) -> Option<Standing> {
    const OPEN: [&str; 24] = [
        "未评级",
        "待评级",
        "新",
        "新线索",
        "待分配",
        "已评级",
        "跟进中",
        "已分配",
        "在跟",
        "线索培育",
        "需求调研",
        "方案洽谈",
        "报价谈判",
        "合同",
        "notrated",
        "new",
        "toassign",
        "rated",
        "inhand",
        "assigned",
        "open",
        "lead",
        "quotation",
        "contract",
    ];
    let key = title_key(text);
    Some(match key.as_str() {
        "" => Standing::Open,
        open if OPEN.contains(&open) => Standing::Open,
        "输单" | "已输单" | "流失" | "丢单" | "失败" | "lost" => Standing::Lost,
        "无效" | "invalid" => Standing::Invalid,
        "成交" | "已成交" | "已转化" | "已转客户" | "已合并" | "won" | "converted" | "merged" => {
            Standing::Gone
        }
        _ => return None,
    })
}
