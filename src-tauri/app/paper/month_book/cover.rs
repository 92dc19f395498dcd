//! Sheet ①: what the report covers, by which definitions, who made it.

use chengdan_domain::month::Month;
use chengdan_domain::order::DeliveryPoint;
use rust_xlsxwriter::{Url, Worksheet};

use super::Setting;
use crate::fault::Fault;
use crate::paper::book::Tongue;

/// 交付口径 in words.
pub fn delivery_point(tongue: Tongue, point: DeliveryPoint) -> &'static str {
    match point {
        DeliveryPoint::Dispatch => tongue.say("发货（服务一律按验收）", "Dispatch (services: acceptance)"),
        DeliveryPoint::Receipt => tongue.say("签收（服务一律按验收）", "Receipt (services: acceptance)"),
        DeliveryPoint::Acceptance => tongue.say("验收", "Acceptance"),
    }
}

fn definitions(tongue: Tongue) -> [(&'static str, &'static str); 7] {
    [
        (
            tongue.say("K1 成交金额", "K1 Amount won"),
            tongue.say(
                "本月审批通过的订单的含税金额合计，按通过时的内容；期初订单按其日期计入；本月内作废的不计。",
                "Tax-inclusive amount of orders approved in the month, as approved; opening orders count by their \
                 own date; orders cancelled within the month are left out.",
            ),
        ),
        (
            tongue.say("K1 净额", "K1 Net of changes"),
            tongue.say(
                "成交金额 + 本月记录的、以前月份订单的变更净额（±）− 这些订单的作废金额；另列，不并入成交金额。",
                "Amount won + net changes (±) − cancellations, recorded in this month, of orders of earlier months; \
                 shown apart, never part of the amount won.",
            ),
        ),
        (
            tongue.say("K3 交付准时率（行）", "K3 On-time rate (lines)"),
            tongue.say(
                "承诺日期在本月、且在承诺日或之前交付完成的行 ÷ 本月承诺的全部行；已过承诺日仍未交的算迟交；作废的行不计。按首次批准的承诺日衡量。",
                "Lines promised in the month and delivered in full on or before that date ÷ all lines promised in \
                 the month; still open and past due is late; cancelled lines are out. Measured against the first \
                 approved promise.",
            ),
        ),
        (
            tongue.say("K3 交付准时率（订单）", "K3 On-time rate (orders)"),
            tongue.say(
                "同上，以订单为单位：本月承诺的各行全部准时，订单才算准时。",
                "The same by order: an order is on time when all its lines promised in the month are.",
            ),
        ),
        (
            tongue.say("平均迟交天数", "Average days late"),
            tongue.say(
                "迟交且已交付的行的迟交天数合计 ÷ 行数；仍未交付的尚无最终天数，不计入平均。",
                "Days late over lines delivered late ÷ their number; what is still open has no final number of days.",
            ),
        ),
        (
            tongue.say("K8 分析维度", "K8 Breakdown"),
            tongue.say(
                "产品、类别、区域、行业、客户（新/老）、业务员；区域、行业和业务员按审批通过时的归属，此后移交不改变过去的数字。",
                "By product, category, region, industry, customer (new/old) and person; region, industry and person \
                 as they were at approval, so that later hand-overs do not rewrite past figures.",
            ),
        ),
        (
            tongue.say("环比 · 同比", "Change"),
            tongue.say(
                "环比 =（本月 − 上月）÷ 上月；同比 =（本月 − 去年同月）÷ 去年同月；没有可比数字时显示「—」。新客户：此前没有计入任何月份的客户。",
                "MoM = (month − previous) ÷ previous; YoY = (month − same month last year) ÷ that month; “—” where \
                 there is nothing to compare. New customer: never counted in an earlier month.",
            ),
        ),
    ]
}

/// Writes the sheet.
pub fn fill(setting: &Setting, sheet: &mut Worksheet) -> Result<(), Fault> {
    let (look, tongue, facts) = (&setting.look, setting.tongue, setting.facts);
    sheet.set_column_width(0, 24)?.set_column_width(1, 96)?;
    let days = Month::of(facts.view.ym)
        .map_or_else(String::new, |month| format!("{} — {}", month.first_day(), month.last_day()));
    let mut row = 3;
    for (name, value) in [
        (tongue.say("公司", "Company"), facts.company.clone()),
        (tongue.say("期间", "Period"), format!("{}（{days}）", setting.period)),
        (tongue.say("数据截至", "Data as of"), facts.cut_off.clone()),
        (tongue.say("交付口径", "Delivered means"), delivery_point(tongue, facts.view.delivery_point).into()),
        (
            tongue.say("金额单位", "Unit"),
            tongue.say("人民币，含税；元，图表为万元", "CNY, tax included; charts in 10,000").into(),
        ),
        (tongue.say("编制", "Prepared by"), facts.made_by.clone()),
        (tongue.say("审核", "Reviewed by"), String::new()),
    ] {
        sheet.write_string_with_format(row, 0, name, &look.header)?;
        crate::paper::book::text(sheet, look, row, 1, &value)?;
        sheet.set_row_height(row, 20)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, tongue.say("指标口径", "Definitions"), &look.heading)?;
    for (name, meaning) in definitions(tongue) {
        row += 1;
        sheet.write_string_with_format(row, 0, name, &look.wrapped)?;
        sheet.write_string_with_format(row, 1, meaning, &look.wrapped)?;
        sheet.set_row_height(row, 34)?;
    }
    row += 2;
    sheet.write_string_with_format(row, 0, tongue.say("目录", "Contents"), &look.heading)?;
    for name in setting.names().iter().skip(1) {
        row += 1;
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(*name);
        sheet.write_url_with_format(row, 0, link, &look.link)?;
    }
    Ok(())
}
