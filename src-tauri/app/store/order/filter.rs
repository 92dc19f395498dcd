//! The filters of the order list: when they leave only a few orders, their own indexes say which.

use chengdan_domain::order::OrderStatus;
use rusqlite::Connection;

use super::held::Held;
use super::status_text;
use crate::fault::Fault;
use crate::store::search::{
    ORDER_IDS, ORDER_IDS_BY_SOUND, ORDER_IDS_SOUNDING, ORDER_MATCHES_BY_SOUND, Question,
};
use crate::views::order::OrderFilter;

/// Up to so many ids are looked up and sorted; with more, walking or scanning fills a page sooner.
const FEW: i64 = 1_500;

/// All statuses but one are still looked for in their index.
const MOST_STATUSES: usize = 9;

/// A set of more than so many leaves too much to be worth reading, unless it is a text's.
const SOME: usize = 30_000;

/// What a text leaves: the orders to be looked at, and those among them that pass by the sound of their customer's name.
pub(super) struct Candidates {
    pub held: Held,
    pub sounding: Held,
}

impl Candidates {
    /// Asks a statement of [`Filter::matches_one`] about one of them.
    pub(super) fn bind(&self, statement: &mut rusqlite::CachedStatement, id: i64) -> Result<(), Fault> {
        for (name, value) in [("$id", id), ("$sounding", i64::from(self.sounding.has(id)))] {
            if let Some(index) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
        Ok(())
    }
}

/// One filter: whether it is set, and what it asks of an order.
type Condition = (fn(&Filter) -> bool, &'static str);

/// The filters, the same for pages and totals. Written so that no filter's index is taken for them:
/// the page's order decides how the table is walked.
const CONDITIONS: [Condition; 17] = [
    (|filter| !filter.statuses.is_empty(), "instr($statuses, ',' || o.status || ',') > 0"),
    (|filter| filter.customer_id.is_some(), "o.customer_id + 0 = $customer_id"),
    (|filter| filter.owner_id.is_some(), "o.owner_id + 0 = $owner_id"),
    (|filter| filter.promised_from.is_some(), "o.promised_on || '' >= $promised_from"),
    (|filter| filter.promised_before.is_some(), "o.promised_on || '' < $promised_before"),
    (|filter| filter.created_from.is_some(), "o.created_on || '' >= $created_from"),
    (|filter| filter.created_before.is_some(), "o.created_on || '' < $created_before"),
    (|filter| filter.least_fen.is_some(), "o.amount_fen + 0 >= $least_fen"),
    (|filter| filter.most_fen.is_some(), "o.amount_fen + 0 <= $most_fen"),
    (|filter| filter.approved_from.is_some(), "o.approved_on || '' >= $approved_from"),
    (|filter| filter.approved_before.is_some(), "o.approved_on || '' < $approved_before"),
    (|filter| filter.region.is_some(), "o.counted_region || '' = $region"),
    (
        |filter| filter.delivered == Some(true),
        "o.open_lines + 0 = 0 and o.state || '' in ('Approved', 'Opening')",
    ),
    (
        |filter| filter.delivered == Some(false),
        "o.open_lines + 0 > 0 and o.state || '' in ('Approved', 'Opening')",
    ),
    (|filter| filter.open_before.is_some(), "o.open_promised_on || '' < $open_before"),
    // Last, because looking through text takes longest.
    (|filter| filter.asks_text() && !filter.text.may_sound, "instr(o.search_key, $text) > 0"),
    (|filter| filter.asks_text() && filter.text.may_sound, ORDER_MATCHES_BY_SOUND),
];

/// A filter that has an index of its own.
struct Indexed {
    is_set: fn(&Filter) -> bool,
    /// The ids it leaves, or a few more; the page's own condition is exact.
    ids: &'static str,
    /// The condition by which the default sort can walk this filter's index instead.
    walk: &'static str,
}

impl Indexed {
    fn is_text(&self) -> bool {
        [ORDER_IDS, ORDER_IDS_BY_SOUND].contains(&self.ids)
    }
}

/// In the order in which they are tried: the most selective first.
const INDEXED: [Indexed; 10] = [
    Indexed { is_set: |filter| filter.asks_text() && !filter.text.may_sound, ids: ORDER_IDS, walk: "" },
    Indexed { is_set: |filter| filter.asks_text() && filter.text.may_sound, ids: ORDER_IDS_BY_SOUND, walk: "" },
    Indexed {
        is_set: |filter| filter.customer_id.is_some(),
        ids: "select id from sales_order where customer_id = $customer_id order by approved_on, id",
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.open_before.is_some(),
        ids: "select id from sales_order where open_promised_on < $open_before order by open_promised_on, id",
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.promised_from.is_some() || filter.promised_before.is_some(),
        ids: "select id from sales_order where coalesce(promised_on, '9999-12-31') >= coalesce($promised_from, '')
                 and coalesce(promised_on, '9999-12-31') < coalesce($promised_before, '9999-12-31')
               order by coalesce(promised_on, '9999-12-31'), id",
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.created_from.is_some() || filter.created_before.is_some(),
        ids: "select id from sales_order where created_at >= $instant_from and created_at < $instant_before
               order by created_at, id",
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.approved_from.is_some() || filter.approved_before.is_some(),
        ids: "select id from sales_order where approved_day >= coalesce($approved_from, '0')
                 and approved_day < coalesce($approved_before, '9999') order by approved_day, id",
        walk: "",
    },
    Indexed {
        is_set: |filter| filter.region.is_some(),
        ids: "select id from sales_order where counted_region = $region order by counted_region, id",
        walk: "",
    },
    Indexed {
        is_set: |filter| (1..=MOST_STATUSES).contains(&filter.each_status.len()),
        ids: "select id from sales_order where status in ($s0, $s1, $s2, $s3, $s4, $s5, $s6, $s7, $s8)
               order by status, sort_ym, sort_serial, id",
        walk: " and o.status = $s0",
    },
    Indexed {
        is_set: |filter| filter.owner_id.is_some(),
        ids: "select id from sales_order where owner_id = $owner_id order by sort_ym, sort_serial, id",
        walk: " and o.owner_id = $owner_id",
    },
];

/// A filter as it is bound.
pub(super) struct Filter {
    each_status: Vec<&'static str>,
    statuses: String,
    customer_id: Option<i64>,
    owner_id: Option<i64>,
    promised_from: Option<String>,
    promised_before: Option<String>,
    created_from: Option<String>,
    created_before: Option<String>,
    /// The instants that surely hold those days in every zone.
    instant_from: String,
    instant_before: String,
    least_fen: Option<i64>,
    most_fen: Option<i64>,
    approved_from: Option<String>,
    approved_before: Option<String>,
    region: Option<String>,
    delivered: Option<bool>,
    open_before: Option<String>,
    text: Question,
}

impl Filter {
    pub(super) fn of(filter: &OrderFilter, today: &str) -> Filter {
        let each_status: Vec<&str> =
            passing(filter).into_iter().flatten().map(|status| status_text(*status)).collect();
        // When no status is left, the two commas hold none, and nothing passes.
        let statuses = passing(filter).map_or_else(String::new, |_| format!(",{},", each_status.join(",")));
        Filter {
            each_status,
            statuses,
            customer_id: filter.customer_id,
            owner_id: filter.owner_id,
            promised_from: filter.promised_from.clone(),
            promised_before: filter.promised_before.clone(),
            created_from: filter.created_from.clone(),
            created_before: filter.created_before.clone(),
            instant_from: beside(filter.created_from.as_deref(), -1).unwrap_or_default(),
            instant_before: beside(filter.created_before.as_deref(), 1).unwrap_or_else(|| "9999".into()),
            least_fen: filter.least_fen,
            most_fen: filter.most_fen,
            approved_from: filter.approved_from.clone(),
            approved_before: filter.approved_before.clone(),
            region: filter.region.clone(),
            delivered: filter.delivered,
            open_before: filter.overdue.then(|| today.to_string()),
            text: Question::of(&filter.text),
        }
    }

    /// Binds what a statement names; a parameter it does not name is left out.
    pub(super) fn bind(&self, statement: &mut rusqlite::CachedStatement) -> Result<(), Fault> {
        let status = |index: usize| self.each_status.get(index).copied().unwrap_or_default();
        let all: [(&str, &dyn rusqlite::ToSql); 27] = [
            ("$statuses", &self.statuses),
            ("$s0", &status(0)),
            ("$s1", &status(1)),
            ("$s2", &status(2)),
            ("$s3", &status(3)),
            ("$s4", &status(4)),
            ("$s5", &status(5)),
            ("$s6", &status(6)),
            ("$s7", &status(7)),
            ("$s8", &status(8)),
            ("$customer_id", &self.customer_id),
            ("$owner_id", &self.owner_id),
            ("$promised_from", &self.promised_from),
            ("$promised_before", &self.promised_before),
            ("$created_from", &self.created_from),
            ("$created_before", &self.created_before),
            ("$instant_from", &self.instant_from),
            ("$instant_before", &self.instant_before),
            ("$least_fen", &self.least_fen),
            ("$most_fen", &self.most_fen),
            ("$approved_from", &self.approved_from),
            ("$approved_before", &self.approved_before),
            ("$region", &self.region),
            ("$open_before", &self.open_before),
            ("$text", &self.text.text),
            ("$grams", &self.text.grams),
            ("$sounds", &self.text.sounds),
        ];
        for (name, value) in all {
            if let Some(index) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
        Ok(())
    }

    /// Whether nothing is filtered.
    pub(super) fn lets_all_pass(&self) -> bool {
        CONDITIONS.iter().all(|(is_set, _)| !is_set(self))
    }

    /// The condition on `sales_order o` that is exactly this filter.
    pub(super) fn matches(&self) -> String {
        let set = CONDITIONS.iter().filter(|(is_set, _)| is_set(self));
        let conditions: Vec<&str> = set.map(|(_, condition)| *condition).collect();
        if conditions.is_empty() { "1 = 1".into() } else { conditions.join(" and ") }
    }

    /// The statement of the ids that pass, or a few more; none when they are many or no index knows.
    pub(super) fn few(&self, connection: &Connection) -> Result<Option<&'static str>, Fault> {
        for index in INDEXED.iter().filter(|index| (index.is_set)(self)) {
            if self.count(connection, index.ids, FEW)? <= FEW {
                return Ok(Some(index.ids));
            }
        }
        Ok(None)
    }

    /// The orders that hold the text and pass what else has an index of its own, or a few more; none without a text.
    pub(super) fn candidates(&self, connection: &Connection) -> Result<Option<Candidates>, Fault> {
        if !self.asks_text() {
            return Ok(None);
        }
        let mut held = self.read(connection, ORDER_IDS, usize::MAX)?.unwrap_or_default();
        let mut sounding = Held::default();
        if self.text.may_sound {
            sounding = self.read(connection, ORDER_IDS_SOUNDING, usize::MAX)?.unwrap_or_default();
            held = held.or(&sounding);
        }
        for set in INDEXED.iter().filter(|index| (index.is_set)(self) && !index.is_text()) {
            if i64::try_from(held.count()).is_ok_and(|count| count <= FEW) {
                break;
            }
            if let Some(other) = self.read(connection, set.ids, SOME)? {
                held = held.and(&other);
            }
        }
        Ok(Some(Candidates { held, sounding }))
    }

    /// The condition on one candidate `o`, of which is known whether it passes by its sound: `$sounding`.
    pub(super) fn matches_one(&self) -> String {
        self.matches().replace(ORDER_MATCHES_BY_SOUND, "(instr(o.search_key, $text) > 0 or $sounding = 1)")
    }

    /// All orders that pass, by one pass over `order_for_list`.
    pub(super) fn passing(&self, connection: &Connection) -> Result<Held, Fault> {
        let ids = format!("select o.id from sales_order o where {}", self.matches());
        Ok(self.read(connection, &ids, usize::MAX)?.unwrap_or_default())
    }

    /// Reads ids, unless they are more than `most`.
    fn read(&self, connection: &Connection, ids: &str, most: usize) -> Result<Option<Held>, Fault> {
        let mut statement = connection.prepare_cached(ids)?;
        self.bind(&mut statement)?;
        let (mut found, mut rows) = (Vec::new(), statement.raw_query());
        while let Some(row) = rows.next()? {
            if found.len() == most {
                return Ok(None);
            }
            found.push(row.get(0)?);
        }
        Ok(Some(Held::of(found)))
    }

    /// Counts ids, but not further than one past `most`.
    fn count(&self, connection: &Connection, ids: &str, most: i64) -> Result<i64, Fault> {
        let mut statement =
            connection.prepare_cached(&format!("select count(*) from ({ids} limit {})", most + 1))?;
        self.bind(&mut statement)?;
        let mut rows = statement.raw_query();
        Ok(match rows.next()? {
            Some(row) => row.get(0)?,
            None => 0,
        })
    }

    fn asks_text(&self) -> bool {
        !self.text.text.is_empty()
    }

    /// The condition by which the order of numbers can walk a filter's own index; empty when there is none.
    pub(super) fn walk(&self) -> &'static str {
        let walkable = |index: &&Indexed| {
            (index.is_set)(self)
                && !index.walk.is_empty()
                && (self.each_status.len() <= 1 || self.owner_id.is_some())
        };
        INDEXED.iter().rfind(walkable).map_or("", |index| index.walk)
    }
}

/// The statuses that pass; none when all do.
fn passing(filter: &OrderFilter) -> Option<Vec<&OrderStatus>> {
    if filter.statuses.is_empty() && filter.not_statuses.is_empty() {
        return None;
    }
    let asked: &[OrderStatus] = if filter.statuses.is_empty() { &OrderStatus::ALL } else { &filter.statuses };
    Some(asked.iter().filter(|status| !filter.not_statuses.contains(status)).collect())
}

/// The day before or after, as text; none when it is no date.
fn beside(day: Option<&str>, days: i64) -> Option<String> {
    let day: chrono::NaiveDate = day?.parse().ok()?;
    day.checked_add_signed(chrono::Duration::days(days)).map(|day| day.to_string())
}
