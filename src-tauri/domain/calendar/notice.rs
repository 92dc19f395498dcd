//! The State Council's notice of a year's rest days, read from its usual wording (「…放假调休，共7天。…上班」).
//!
//! Nothing is believed that the notice itself denies: the count of days, the weekdays in brackets, a day that both
//! rests and works.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Calendar;
use crate::refusal::Refusal;
use crate::text::fold_width;

/// The most characters that are read; a notice has some six hundred.
pub const MOST_CHARACTERS: usize = 20_000;
/// A rest longer than this is a slip of the pen.
const LONGEST_REST: i64 = 16;

/// A day as a notice names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeDay {
    pub date: NaiveDate,
    /// It rests; otherwise it is a working weekend (调休上班).
    pub rests: bool,
    pub holiday: String,
}

/// A year's notice, its days in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub year: i32,
    pub days: Vec<NoticeDay>,
}

/// Reads a notice. `year` is used where the text names none.
///
/// # Errors
/// All at once: `NoticeYearMissing`, `NoticeUnreadable` (no holiday found, or a day that does not exist),
/// `NoticeCountWrong`, `NoticeWeekdayWrong`, `NoticeContradicts`, `NoticeWorksAnyway`.
pub fn read(text: &str, year: Option<i32>) -> Result<Notice, Vec<Refusal>> {
    let text: String = text.chars().take(MOST_CHARACTERS).collect();
    let text: String = fold_width(&text).chars().filter(|c| !c.is_whitespace() || *c == '\n').collect();
    let Some(year) = year_of(&text).or(year) else { return Err(vec![Refusal::NoticeYearMissing]) };
    let mut reading = Reading { year, days: Vec::new(), faults: Vec::new() };
    for (holiday, body) in items(&text) {
        for sentence in body.split(['。', ';', '\n']) {
            reading.sentence(&holiday, sentence);
        }
    }
    if reading.days.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Refusal::NoticeUnreadable { found: text.chars().take(40).collect() });
    }
    reading.finish()
}

/// The year in the notice's title: the first 「2026年」 that is no date.
fn year_of(text: &str) -> Option<i32> {
    let mut rest = text;
    while let Some(at) = rest.find('年') {
        let digits: String = rest[..at].chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        let after = &rest[at + '年'.len_utf8()..];
        let dated = after.starts_with(|c: char| c.is_ascii_digit());
        if let Ok(year) = digits.parse::<i32>()
            && (2000..2200).contains(&year)
            && !dated
        {
            return Some(year);
        }
        rest = after;
    }
    None
}

/// Every 「元旦:…」 with its text, up to the next.
fn items(text: &str) -> Vec<(String, &str)> {
    let mut starts: Vec<(usize, usize, String)> = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let before = &text[..colon];
        let name: String = before
            .chars()
            .rev()
            .take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c) || *c == '、')
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let start = colon - name.len();
        let plain = name.trim_start_matches(|c| "一二三四五六七八九十、".contains(c));
        if HOLIDAYS.iter().any(|known| plain.contains(known)) {
            starts.push((start, colon + 1, plain.to_string()));
        }
    }
    let ends = starts.iter().skip(1).map(|next| next.0).chain([text.len()]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|((_, body, name), end)| (name, &text[body..end])).collect()
}

/// The statutory holidays, as a notice names them.
const HOLIDAYS: [&str; 7] = ["元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆"];

struct Reading {
    year: i32,
    days: Vec<NoticeDay>,
    faults: Vec<Refusal>,
}

impl Reading {
    fn sentence(&mut self, holiday: &str, sentence: &str) {
        if let Some(at) = sentence.find("放假") {
            let dates = self.dates(&sentence[..at]);
            let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
                return self.unreadable(sentence);
            };
            let (first, last) = (first.0, last.0);
            let length = (last - first).num_days() + 1;
            if dates.len() > 2 || !(1..=LONGEST_REST).contains(&length) {
                return self.unreadable(sentence);
            }
            self.count(holiday, &sentence[at..], length);
            for date in first.iter_days().take(usize::try_from(length).unwrap_or(0)) {
                self.days.push(NoticeDay { date, rests: true, holiday: holiday.to_string() });
            }
        } else if let Some(at) = sentence.find("上班") {
            let dates = self.dates(&sentence[..at]);
            if dates.is_empty() {
                return self.unreadable(sentence);
            }
            for (date, _) in dates {
                if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
                    self.faults.push(Refusal::NoticeWorksAnyway { date });
                }
                self.days.push(NoticeDay { date, rests: false, holiday: holiday.to_string() });
            }
        }
    }

    /// 「共7天」 or 「放假1天」 must agree with the dates.
    fn count(&mut self, holiday: &str, after: &str, found: i64) {
        let said = number_before(after, "天");
        if let Some(said) = said
            && said != found
        {
            self.faults.push(Refusal::NoticeCountWrong { holiday: holiday.to_string(), said, found });
        }
    }

    /// Every 「[2026年][10月]1日(周四)」 of a sentence; a missing month is that of the date before.
    fn dates(&mut self, text: &str) -> Vec<(NaiveDate, usize)> {
        let mut found: Vec<(NaiveDate, usize)> = Vec::new();
        let (mut year, mut month) = (self.year, None);
        let mut at = 0;
        while let Some(offset) = text[at..].find(['年', '月', '日']) {
            let mark = at + offset;
            let number = digits_before(&text[..mark]);
            let sign = text[mark..].chars().next().unwrap_or('日');
            at = mark + sign.len_utf8();
            let Some(number) = number else { continue };
            match sign {
                '年' => year = i32::try_from(number).unwrap_or(year),
                '月' => month = u32::try_from(number).ok(),
                _ => {
                    let day = u32::try_from(number).ok();
                    let date =
                        month.zip(day).and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month, day));
                    let Some(date) = date else {
                        self.unreadable(text);
                        continue;
                    };
                    self.weekday(date, &text[at..]);
                    found.push((date, mark));
                }
            }
        }
        found
    }

    /// The weekday in brackets behind a date must be the date's.
    fn weekday(&mut self, date: NaiveDate, after: &str) {
        let Some(bracket) =
            after.strip_prefix('(').and_then(|text| text.split_once(')')).map(|(text, _)| text)
        else {
            return;
        };
        let named = bracket.rfind(['周', '期']).and_then(|at| bracket[at..].chars().nth(1));
        let Some(said) = named.filter(|c| WEEKDAYS.contains(*c)) else { return };
        let found = WEEKDAYS.chars().nth(date.weekday().num_days_from_monday() as usize).unwrap_or('日');
        if said != found && !(said == '天' && found == '日') {
            self.faults.push(Refusal::NoticeWeekdayWrong {
                date,
                said: said.to_string(),
                found: found.to_string(),
            });
        }
    }

    fn unreadable(&mut self, sentence: &str) {
        self.faults.push(Refusal::NoticeUnreadable { found: sentence.chars().take(40).collect() });
    }

    fn finish(mut self) -> Result<Notice, Vec<Refusal>> {
        self.days.sort_by_key(|day| (day.date, day.rests));
        for pair in self.days.windows(2) {
            if let [one, next] = pair
                && one.date == next.date
                && one.rests != next.rests
            {
                // Said once, by what is wrong: that it would be worked anyway is no news of a day that also rests.
                self.faults.retain(|fault| *fault != Refusal::NoticeWorksAnyway { date: one.date });
                self.faults.push(Refusal::NoticeContradicts { date: one.date });
            }
        }
        self.days.dedup_by(|next, one| next.date == one.date && next.rests == one.rests);
        if self.faults.is_empty() {
            Ok(Notice { year: self.year, days: self.days })
        } else {
            Err(self.faults)
        }
    }
}

const WEEKDAYS: &str = "一二三四五六日天";

fn digits_before(text: &str) -> Option<i64> {
    let digits: Vec<char> = text.chars().rev().take_while(char::is_ascii_digit).take(4).collect();
    digits.into_iter().rev().collect::<String>().parse().ok()
}

fn number_before(text: &str, mark: &str) -> Option<i64> {
    digits_before(&text[..text.find(mark)?])
}

impl Calendar {
    /// The calendar with another year's notice on top; what it knew of that year before is replaced.
    #[must_use]
    pub fn with(&self, notice: &Notice) -> Calendar {
        let mut calendar = self.clone();
        calendar.off.retain(|date, _| date.year() != notice.year);
        calendar.work.retain(|date| date.year() != notice.year);
        for day in &notice.days {
            if day.rests {
                calendar.work.remove(&day.date);
                calendar.off.insert(day.date, day.holiday.clone());
            } else {
                calendar.off.remove(&day.date);
                calendar.work.insert(day.date);
            }
        }
        calendar.years.insert(notice.year);
        calendar
    }

    /// The days of a year that are not as their weekday says, or rest for a holiday, in order.
    pub fn days_of(&self, year: i32) -> Vec<NoticeDay> {
        let rests =
            self.off.iter().map(|(date, name)| NoticeDay { date: *date, rests: true, holiday: name.clone() });
        let works =
            self.work.iter().map(|date| NoticeDay { date: *date, rests: false, holiday: String::new() });
        let mut days: Vec<NoticeDay> = rests.chain(works).filter(|day| day.date.year() == year).collect();
        days.sort_by_key(|day| day.date);
        days
    }

    /// The days of a notice that would rest or be worked otherwise than this calendar knows, and those that it knows to
    /// rest or to be worked and that would be as their weekday says.
    pub fn changed_by(&self, notice: &Notice) -> Vec<NoticeDay> {
        let after = self.with(notice);
        let mut dates: Vec<NaiveDate> = notice.days.iter().map(|day| day.date).collect();
        dates.extend(self.days_of(notice.year).iter().map(|day| day.date));
        dates.sort_unstable();
        dates.dedup();
        let differs = |date: &NaiveDate| self.rest_of(*date) != after.rest_of(*date);
        let day = |date| NoticeDay {
            date,
            rests: !after.is_working(date),
            holiday: after.rest_of(date).unwrap_or_default().to_string(),
        };
        dates.into_iter().filter(differs).map(day).collect()
    }
}
