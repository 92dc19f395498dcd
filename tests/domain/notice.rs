//! The State Council's notice in its usual wording, and notices that deny themselves.

use chengdan_domain::calendar::Calendar;
use chengdan_domain::calendar::notice::{Notice, read};
use chengdan_domain::refusal::Refusal;
use chrono::{Datelike, NaiveDate};

const OF_2026: &str = "国务院办公厅关于2026年部分节假日安排的通知\n各省、自治区、直辖市人民政府：\n\
    经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n\
    一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n\
    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n\
    三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n\
    四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n\
    五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n\
    六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n\
    七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n\
    节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。";

const OF_2025: &str = "关于２０２５年部分节假日安排的通知 一、元旦：1月1日（周三）放假1天，不调休。\
    二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。\
    三、清明节：4月4日（周五）至6日（周日）放假，共3天。\
    四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。\
    五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。\
    六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。";

const OF_2024: &str = "关于2024年部分节假日安排的通知\n\
    一、元旦：1月1日放假，与周末连休。\n\
    二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。\n\
    三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。\n\
    四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。\n\
    五、端午节：6月10日放假，与周末连休。\n\
    六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。\n\
    七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The days of a year as the vectors have them: date and whether it rests.
fn published(year: i32) -> Vec<(NaiveDate, bool)> {
    let rows = include_str!("../vectors/holidays.csv").lines().skip(1);
    let days = rows.map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        (day(cells[0]), cells[1] == "off")
    });
    days.filter(|(date, _)| date.year() == year).collect()
}

#[test]
fn three_years_are_read_as_they_were_published() {
    for (year, text) in [(2026, OF_2026), (2025, OF_2025), (2024, OF_2024)] {
        let notice = read(text, None).expect("a notice");
        let found: Vec<_> = notice.days.iter().map(|day| (day.date, day.rests)).collect();
        assert_eq!((notice.year, found), (year, published(year)));
    }
}

#[test]
fn a_notice_on_top_of_an_empty_calendar_is_the_published_one() {
    let with = |calendar: Calendar, text| calendar.with(&read(text, None).expect("a notice"));
    let calendar = [OF_2024, OF_2025, OF_2026].into_iter().fold(Calendar::default(), with);
    for date in day("2024-01-01").iter_days().take_while(|date| date.year() < 2027) {
        assert_eq!(calendar.is_working(date), Calendar::published().is_working(date), "{date}");
    }
    assert!(calendar.knows(2026) && !calendar.knows(2027));
}

#[test]
fn a_second_notice_replaces_the_year_and_no_other() {
    let text = "元旦：1月1日放假1天。";
    let calendar = Calendar::published().with(&read(text, Some(2026)).expect("a notice"));
    assert!(calendar.is_working(day("2026-10-01")), "what the new notice does not name is forgotten");
    assert!(!calendar.is_working(day("2026-01-01")) && !calendar.is_working(day("2025-10-01")));
}

#[test]
fn what_a_notice_denies_itself_is_named() {
    let reasons = |text: &str| read(text, Some(2026)).expect_err("refused");
    assert_eq!(
        reasons("国庆节：10月1日至7日放假调休，共8天。"),
        [Refusal::NoticeCountWrong { holiday: "国庆节".into(), said: 8, found: 7 }]
    );
    assert_eq!(
        reasons("国庆节：10月1日（周五）至7日（周三）放假调休，共7天。"),
        [Refusal::NoticeWeekdayWrong { date: day("2026-10-01"), said: "五".into(), found: "四".into() }]
    );
    assert_eq!(
        reasons("国庆节：10月1日至7日放假调休，共7天。10月3日（周六）上班。"),
        [Refusal::NoticeContradicts { date: day("2026-10-03") }]
    );
    // A weekday that rests and is to be worked: one fault, told once.
    assert_eq!(
        reasons("国庆节：10月1日至7日放假调休，共7天。10月5日上班。"),
        [Refusal::NoticeContradicts { date: day("2026-10-05") }]
    );
    assert_eq!(
        reasons("国庆节：10月1日至7日放假，共7天。10月9日上班。"),
        [Refusal::NoticeWorksAnyway { date: day("2026-10-09") }]
    );
    assert_eq!(reasons("春节：2月30日放假1天。")[0], Refusal::NoticeUnreadable { found: "2月30日".into() });
    assert_eq!(
        reasons("今天下午三点开会。"),
        [Refusal::NoticeUnreadable { found: "今天下午三点开会。".into() }]
    );
    assert_eq!(read("元旦：1月1日放假1天。", None), Err(vec![Refusal::NoticeYearMissing]));
    let backwards = reasons("国庆节：10月7日至1日放假，共7天。");
    assert!(matches!(&backwards[..], [Refusal::NoticeUnreadable { .. }]), "{backwards:?}");
}

#[test]
fn strange_texts_are_answered_and_never_break() {
    for text in [
        "",
        "：：：",
        "年月日放假上班",
        "国庆节：月日放假",
        "国庆节：99999999999月1日放假",
        "元旦:1月1日至",
        "春节：\u{0}",
    ] {
        assert!(read(text, Some(2026)).is_err(), "{text:?}");
    }
    let long = "国庆节：10月1日放假1天。".repeat(10_000);
    let notice: Notice = read(&long, Some(2026)).expect("read as far as a notice goes");
    assert_eq!(notice.days.len(), 1);
}
