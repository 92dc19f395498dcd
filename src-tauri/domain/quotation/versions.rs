//! Versions side by side: which line of one version is which of the next.

use super::QuotationLine;

/// A row of the comparison: for each version the index of the line there, none where it has no such line.
pub type Row = Vec<Option<usize>>;

/// A row per line. Lines are the same by product and specification, else by name and specification, else by name alone;
/// what a version brings new stands below what was there.
pub fn align(versions: &[&[QuotationLine]]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (before, lines) in versions.iter().enumerate() {
        let mut places: Vec<Option<usize>> = vec![None; lines.len()];
        for same in [same_product, same_words, same_name] {
            for (index, line) in lines.iter().enumerate() {
                if places[index].is_none() {
                    let is_free = |row: usize| !places.contains(&Some(row));
                    let fits = |row: &usize| {
                        is_free(*row) && latest(&rows[*row], versions).is_some_and(|known| same(known, line))
                    };
                    places[index] = (0..rows.len()).find(fits);
                }
            }
        }
        for row in &mut rows {
            row.push(None);
        }
        for (index, place) in places.into_iter().enumerate() {
            match place {
                Some(row) => rows[row][before] = Some(index),
                None => rows.push([vec![None; before], vec![Some(index)]].concat()),
            }
        }
    }
    rows
}

/// The line as the latest version knew it that had it.
fn latest<'a>(row: &Row, versions: &[&'a [QuotationLine]]) -> Option<&'a QuotationLine> {
    let known = row.iter().zip(versions).rev().find_map(|(index, lines)| Some((lines, (*index)?)));
    known.and_then(|(lines, index)| lines.get(index))
}

fn same_product(one: &QuotationLine, other: &QuotationLine) -> bool {
    let (one, other) = (&one.line, &other.line);
    one.product_id.is_some() && one.product_id == other.product_id && one.spec == other.spec
}

fn same_words(one: &QuotationLine, other: &QuotationLine) -> bool {
    one.line.name == other.line.name && one.line.spec == other.line.spec
}

fn same_name(one: &QuotationLine, other: &QuotationLine) -> bool {
    one.line.name == other.line.name
}
