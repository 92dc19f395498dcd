//! What changed in an order's lines: which came, which went, and of those that stayed each field by itself.

use chengdan_domain::order::form::LineForm;

use super::changes::line_text;
use crate::store::history::Payload;

/// Adds to `payload` what changed from one set of lines to the next. A line that came or went is told whole under
/// `lines.<row>`, with an empty side; a changed one by fields, `lines.<row>.<field>`, in the units of the book. Rows
/// count from 0; of a line that went it is the row where it stood.
pub fn tell(payload: Payload, before: &[LineForm], after: &[LineForm]) -> Payload {
    let mut payload = payload;
    for pair in pairs(before, after) {
        payload = match pair {
            (Some(old), Some(new)) => fields(payload, new, &before[old], &after[new]),
            (Some(old), None) => payload.change(&format!("lines.{old}"), line_text(&before[old]), ""),
            (None, Some(new)) => payload.change(&format!("lines.{new}"), "", line_text(&after[new])),
            (None, None) => payload,
        };
    }
    payload
}

fn fields(payload: Payload, row: usize, old: &LineForm, new: &LineForm) -> Payload {
    let some = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let sides = [old, new].map(|line| {
        [
            ("name", line.name.clone()),
            ("spec", line.spec.clone()),
            ("quantity_milli", some(line.quantity.map(|quantity| quantity.0))),
            ("unit", line.unit.clone()),
            ("price_micro", some(line.price.map(|price| price.0))),
            ("discount", some(Some(line.discount.0).filter(|discount| *discount != 0))),
            ("tax_rate", some(line.tax_rate.map(|rate| rate.0))),
            ("customised", line.customised.to_string()),
            ("promised_on", line.promised_on.map_or_else(String::new, |day| day.to_string())),
        ]
    });
    let [old, new] = sides;
    old.iter().zip(&new).fold(payload, |payload, ((field, before), (_, after))| {
        payload.change(&format!("lines.{row}.{field}"), before, after)
    })
}

type Pair = (Option<usize>, Option<usize>);

/// Which line became which: lines that stayed the same, in their order, split the rest into gaps; a gap with as many
/// lines before as after is read row by row, another one by names.
fn pairs(before: &[LineForm], after: &[LineForm]) -> Vec<Pair> {
    let mut found = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (same_old, same_new) in unchanged(before, after).into_iter().chain([(before.len(), after.len())]) {
        gap(before, after, (old, same_old), (new, same_new), &mut found);
        (old, new) = (same_old + 1, same_new + 1);
    }
    found
}

/// More comparisons than that are not worth their memory: what is left is then read row by row.
const MOST: usize = 1_000_000;

/// The longest run of equal lines, in order, as positions on both sides. What is equal at the beginning is not searched.
fn unchanged(before: &[LineForm], after: &[LineForm]) -> Vec<(usize, usize)> {
    let first = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let same = (0..first).map(|row| (row, row));
    let rest = longest_run(&before[first..], &after[first..]);
    same.chain(rest.into_iter().map(|(old, new)| (old + first, new + first))).collect()
}

fn longest_run(before: &[LineForm], after: &[LineForm]) -> Vec<(usize, usize)> {
    if before.len().saturating_mul(after.len()) > MOST {
        return Vec::new();
    }
    // longest[i][j]: how many lines of before[i..] and after[j..] are equal in order.
    let mut longest = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (i, old) in before.iter().enumerate().rev() {
        for (j, new) in after.iter().enumerate().rev() {
            longest[i][j] =
                if old == new { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut same) = (0, 0, Vec::new());
    while i < before.len() && j < after.len() {
        if before[i] == after[j] {
            same.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    same
}

fn gap(
    before: &[LineForm],
    after: &[LineForm],
    (from_old, to_old): (usize, usize),
    (from_new, to_new): (usize, usize),
    found: &mut Vec<Pair>,
) {
    let even = to_old - from_old == to_new - from_new;
    let mut left = from_old;
    for (new, line) in after.iter().enumerate().take(to_new).skip(from_new) {
        let partner = if even {
            Some(from_old + (new - from_new))
        } else {
            (left..to_old).find(|old| before[*old].name == line.name)
        };
        if let Some(partner) = partner {
            found.extend((left..partner).map(|gone| (Some(gone), None)));
            left = partner + 1;
        }
        found.push((partner, Some(new)));
    }
    found.extend((left..to_old).map(|gone| (Some(gone), None)));
}
