//! 「今天」 over 20,000 open limits, and the night watch over 100,000, in books of their own.

use std::time::Instant;

use chengdan_app::App;
use chengdan_app::clocks::watch;
use chengdan_tests::{first_start, person};
use serde_json::json;

use super::{Verdict, ask, desk, millis, often};

/// The day of the team: overdue, due today, and the week to come.
const OPEN: i64 = 20_000;
/// Documents whose limits all fall due in one night.
const WATCHED: i64 = 100_000;

/// Measures both.
pub fn today(verdict: &mut Verdict) {
    let home = tempfile::tempdir().expect("a folder");
    let app = desk(home.path());
    staff(&app);
    open(&app, OPEN);
    for (who, everyone) in [("all", true), ("one person", false)] {
        let mut rows = 0;
        let (p50, p95) = often(50, || {
            let shown = ask(&app, "today_view", &json!({ "everyone": everyone }));
            rows = shown["rows"].as_array().map_or(0, Vec::len);
        });
        println!("    今天 of {who}, {rows} lines: p95 {p95:.2} ms");
        verdict.say(&format!("今天 of {who} over {OPEN} open limits, p50"), p50, 20.0, "ms");
    }
    let (p50, _) = often(50, || drop(ask(&app, "app_status", &json!({}))));
    println!("    counts beside the rooms p50 {p50:.2} ms");

    let home = tempfile::tempdir().expect("a folder");
    let app = desk(home.path());
    staff(&app);
    open(&app, WATCHED);
    let began = Instant::now();
    let marked = watch(&app).expect("a watch");
    let took = millis(began.elapsed());
    println!("    the night watch marked {marked}");
    verdict.say(&format!("night watch over {WATCHED} documents"), took, 1_000.0, "ms");
    let (p50, _) = often(50, || assert_eq!(watch(&app).expect("a watch"), 0));
    verdict.say("night watch with nothing to do, p50", p50, 5.0, "ms");
}

fn staff(app: &App) {
    ask(app, "book_create", &first_start("Empty"));
    for (name, role) in [("林知远", "SalesRep"), ("许澈", "SalesRep"), ("顾行", "SalesSupervisor")] {
        ask(app, "person_save", &person(name, json!([role])));
    }
    // Whoever runs the desk and sells sees most.
    let people = ask(app, "person_list", &json!({}));
    let desk = people.as_array().into_iter().flatten().find(|one| one["name"] == "沈一禾");
    app.desk().person_id = desk.and_then(|one| one["id"].as_i64());
}

/// Leads with one running limit each, from three weeks back to a week ahead; a tenth is nobody's by name.
fn open(app: &App, count: i64) {
    let book = app.book().expect("a book");
    let written = book.act(app.now(), None, |act| {
        act.tx.execute(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < $1)
             insert into lead (state, grade, name, name_key, customer, contact, title, phone, phone_key, wechat, email,
                    industry, province, city, district, region, source, source_note, need, received_at, registered_at,
                    owner_id, search_key)
             select case when i % 10 = 0 then 'New' else 'Assigned' end, case when i % 10 = 0 then null else 'B' end,
                    '客户' || i, '客户' || i, '客户' || i, '', '', '', '', '', '', '', '', '', '', '', 'Referral', '', '',
                    '2026-09-01T02:00:00Z', '2026-09-01T03:00:00Z', case when i % 10 = 0 then null else 1 + i % 4 end, ''
               from n",
            [count],
        )?;
        // The instants go through the days and hours around 2026-10-08.
        act.tx.execute(
            "insert into deadline (rule, document, document_id, person_id, role, source, state, length, steps, opened_at,
                    started_at, due_at, warns_at, ym)
             select case when id % 10 = 0 then 'LeadRating' when id % 3 = 0 then 'LeadNextContact' else 'LeadWeekly' end,
                    'Lead', id, owner_id, case when id % 10 = 0 then 'SalesSupervisor' end, 'Referral', 'Running',
                    '{\"kind\":\"CalendarDays\",\"days\":7}',
                    '[{\"step\":\"Skipped\",\"from\":\"2026-10-01\",\"to\":\"2026-10-07\",\"rest\":{\"kind\":\"Holiday\",\"name\":\"国庆节\"}}]',
                    '2026-09-01T03:00:00Z', '2026-09-01T03:00:00Z', at, at, case when at < '2026-10' then 202609 else 202610 end
               from (select id, owner_id, case when id % 28 < 13 then '2026-09-' || (18 + id % 28)
                        else '2026-10-' || substr('0' || (id % 28 - 12), -2) end || 'T'
                        || substr('0' || (id % 10), -2) || ':' || substr('0' || (id % 60), -2) || ':00Z' as at from lead)",
            [],
        )?;
        Ok(())
    });
    written.expect("limits");
}
