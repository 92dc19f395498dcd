//! The sample company's leads, told through the door as its orders are: every state, every grade, some late. No dice: the
//! same from the same day.

use chrono::{Days, NaiveDate, TimeDelta};
use serde_json::{Value, json};

use super::story::Desk;
use crate::clock::{business_date, instant_text};
use crate::fault::Fault;

/// How far a lead of the story gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    New,
    Rated,
    Assigned,
    Called,
    Converted,
    Lost,
    Invalid,
    Merged,
}

/// Days back, fate, grade, company, contact, industry, province, city, source, need.
type Told = (
    u64,
    Fate,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// The leads of the last weeks, the oldest first.
#[rustfmt::skip]
const TOLD: [Told; 25] = [
    (27, Fate::Converted, "A", "云栖山居酒店管理有限公司", "齐澄", "酒店", "示例省", "临江市", "Exhibition", "改造 120 间客房，门锁与客控一起换"),
    (26, Fate::Lost, "B", "南浦公寓运营有限公司", "程放", "公寓", "示例省", "南浦市", "Marketing", "长租公寓 300 间，先看样"),
    (25, Fate::Called, "C", "北岭中学", "邱老师", "教育", "示例省", "北岭市", "Inquiry", "宿舍门锁，明年暑假前"),
    (24, Fate::Invalid, "C", "", "王先生", "", "", "", "Inquiry", "问是否招聘"),
    (23, Fate::Converted, "B", "栖霞康养服务有限公司", "姚岚", "康养", "外省", "栖霞市", "Referral", "康养中心 80 间，无障碍门锁"),
    (21, Fate::Called, "B", "汇川写字楼物业有限公司", "陆经理", "物业", "示例省", "汇川市", "Marketing", "会议室控制面板 24 套"),
    (20, Fate::Called, "B", "沐风民宿", "苏沐", "民宿", "外省", "云岭市", "Inquiry", "12 间民宿，手机开锁"),
    (19, Fate::Lost, "A", "金渡酒店集团有限公司", "范总", "酒店", "示例省", "金渡市", "Exhibition", "三家门店共 450 间"),
    (18, Fate::Called, "C", "同济仓储物流有限公司", "何主管", "物流", "示例省", "临江市", "Other", "库区门禁，预算未定"),
    (17, Fate::Merged, "B", "沐风民宿", "苏沐", "民宿", "外省", "云岭市", "Marketing", "民宿门锁报价"),
    (16, Fate::Called, "A", "澜湾度假酒店有限公司", "梁工", "酒店", "外省", "澜湾市", "Referral", "二期 200 间门锁与客控"),
    (14, Fate::Called, "B", "青禾医院", "赵科长", "医疗", "示例省", "临江市", "Inquiry", "病区门禁与呼叫面板"),
    (13, Fate::Converted, "A", "星河影城管理有限公司", "孔令", "文娱", "示例省", "南浦市", "Inquiry", "放映厅控制 16 套，月底前定"),
    (12, Fate::Invalid, "C", "", "陈女士", "", "", "", "Marketing", "打错电话"),
    (10, Fate::Called, "B", "恒远办公设备有限公司", "白经理", "渠道", "外省", "云岭市", "Exhibition", "想做区域代理"),
    (9, Fate::Lost, "C", "北岭供销社", "老杜", "零售", "示例省", "北岭市", "Other", "价格太高，暂不考虑"),
    (8, Fate::Called, "A", "临江国际会展有限公司", "许主任", "会展", "示例省", "临江市", "Inquiry", "展馆 60 个控制点，两个月内要用"),
    (7, Fate::Assigned, "B", "万象青年公寓有限公司", "顾小姐", "公寓", "外省", "澜湾市", "Marketing", "公寓门锁 150 套"),
    (6, Fate::Called, "B", "鹿鸣书院", "沈老师", "教育", "示例省", "汇川市", "Referral", "教室照明控制"),
    (5, Fate::Assigned, "A", "锦城商务酒店有限公司", "方总", "酒店", "外省", "锦城市", "Referral", "90 间，月底前要方案"),
    (4, Fate::Rated, "C", "山海文旅有限公司", "叶青", "文旅", "外省", "澜湾市", "Exhibition", "景区闸机与门锁，规划中"),
    (3, Fate::Rated, "B", "禾木家居有限公司", "曹经理", "零售", "示例省", "金渡市", "Marketing", "样板间 6 套"),
    (2, Fate::New, "B", "长宁体育中心", "武主任", "体育", "示例省", "临江市", "Inquiry", "场馆更衣柜锁 400 把"),
    (1, Fate::New, "A", "听澜酒店管理有限公司", "夏楠", "酒店", "外省", "澜湾市", "Referral", "新开业 160 间，急"),
    (0, Fate::New, "C", "", "小林", "", "示例省", "", "Marketing", "公众号留言，问价格"),
];

impl Desk<'_> {
    /// Tells the leads of the last four weeks.
    pub(super) fn leads(&self) -> Result<(), Fault> {
        let mut known: Option<Value> = None;
        for (nth, told) in (0_usize..).zip(TOLD) {
            let lead = self.lead(nth, &told, known.as_ref())?;
            // The one that is merged later is the same as this one.
            if told.3 == "沐风民宿" && known.is_none() {
                known = Some(lead["card"]["id"].clone());
            }
        }
        Ok(())
    }

    fn lead(&self, nth: usize, told: &Told, same: Option<&Value>) -> Result<Value, Fault> {
        let (back, fate, grade, ..) = *told;
        let day = business_date(self.end) - Days::new(back);
        let rep = self.cast.reps[nth % self.cast.reps.len()];
        let mut lead = self.register(nth, told, day, rep)?;
        if fate == Fate::New {
            return Ok(lead);
        }
        let supervisor = self.cast.deciders[0];
        if fate == Fate::Invalid {
            self.at(day, 16, 10);
            self.sit(supervisor);
            return self.ask("lead_invalidate", &with(&lead, json!({ "reason": "不是采购需求" })));
        }
        lead = self.rate(&lead, day, grade)?;
        match fate {
            Fate::Rated => return Ok(lead),
            Fate::Merged => {
                self.sit(supervisor);
                return self.ask("lead_merge", &with(&lead, json!({ "into_id": same })));
            }
            _ => {}
        }
        self.at(day, 17, 20);
        let hand =
            json!({ "decider_id": supervisor, "given": "SignedIn", "evidence": null, "behalf_reason": "" });
        lead = self.ask("lead_assign", &with(&lead, json!({ "assignee_id": rep, "hand": hand })))?;
        if fate == Fate::Assigned {
            return Ok(lead);
        }
        self.sit(rep);
        lead = self.follow(lead, nth, day)?;
        match fate {
            Fate::Converted => {
                lead = self.ask("lead_convert", &with(&lead, json!({ "customer_id": null })))?;
                // The older ones are further.
                self.deal(&lead, 2_usize.saturating_sub(nth / 4))?;
                Ok(lead)
            }
            Fate::Lost => self.ask("lead_lose", &with(&lead, json!({ "reason": "预算取消，今年不采购" }))),
            _ => Ok(lead),
        }
    }

    /// Every fifth was received the day before and written down late.
    fn register(&self, nth: usize, told: &Told, day: NaiveDate, rep: i64) -> Result<Value, Fault> {
        let (_, _, _, customer, contact, industry, province, city, source, need) = *told;
        self.at(day, 9, 10 + u32::try_from(nth % 40).unwrap_or(0));
        self.sit(rep);
        let before = if nth % 5 == 3 { TimeDelta::hours(30) } else { TimeDelta::minutes(25) };
        self.ask(
            "lead_save",
            &json!({
                "id": null, "version": null, "customer": customer, "contact": contact, "title": "",
                "phone": format!("139 0000 {:04}", 2_100 + if customer == "沐风民宿" { 99 } else { nth }), "wechat": "",
                "email": if nth.is_multiple_of(2) { format!("lead{nth}@example.com") } else { String::new() },
                "industry": industry, "province": province, "city": city, "district": "", "source": source,
                "source_note": "", "need": need, "received_at": instant_text(self.app.now() - before), "customer_id": null,
            }),
        )
    }

    fn rate(&self, lead: &Value, day: NaiveDate, grade: &str) -> Result<Value, Fault> {
        self.at(day, 16, 30);
        self.sit(self.cast.deciders[0]);
        let verdict = match grade {
            "A" => 0,
            "B" => 1,
            _ => 2,
        };
        let ground = |note: &str| json!({ "verdict": verdict, "note": note });
        let (industry, fit, likelihood) = match grade {
            "A" => ("主行业", "功能现成，预算已批", "月底前定"),
            "B" => ("相关行业", "功能基本符合，预算待定", "本季度内"),
            _ => ("非主行业", "需要定制，没有预算", "明年再说"),
        };
        let grounds =
            json!({ "industry": ground(industry), "fit": ground(fit), "likelihood": ground(likelihood) });
        let hand = json!({ "decider_id": self.cast.deciders[0], "given": "SignedIn", "evidence": null, "behalf_reason": "" });
        self.ask("lead_rate", &with(lead, json!({ "grade": grade, "grounds": grounds, "hand": hand })))
    }

    /// A call the next day, and one every six days as long as there are days; the third lead is forgotten after the first.
    fn follow(&self, mut lead: Value, nth: usize, day: NaiveDate) -> Result<Value, Fault> {
        const SAID: [(&str, &str, bool); 4] = [
            ("Phone", "介绍了产品，对方要资料", true),
            ("WeChat", "发了方案和案例，对方内部讨论", true),
            ("Visit", "看了现场，量了门型和线路", true),
            ("Phone", "无人接听，留了言", false),
        ];
        let calls = if nth % 3 == 2 { 1 } else { SAID.len() };
        for (count, (method, said, reached)) in (0_u64..).zip(SAID.into_iter().take(calls)) {
            let on = day + Days::new(1 + 6 * count);
            if on >= business_date(self.end) {
                break;
            }
            self.at(on, 10, 40);
            let next = (on + Days::new(6)).to_string();
            let ask = json!({ "at": null, "method": method, "reached": reached, "said": said, "need_change": "",
                "next_on": next });
            lead = self.ask("lead_follow", &with(&lead, ask))?;
        }
        Ok(lead)
    }
}

/// The lead at the version that was seen, with what else is asked.
fn with(lead: &Value, more: Value) -> Value {
    let mut ask = json!({ "id": lead["card"]["id"], "version": lead["card"]["version"] });
    for (name, value) in more.as_object().into_iter().flatten() {
        ask[name] = value.clone();
    }
    ask
}
