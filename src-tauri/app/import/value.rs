//! What a cell means as a number, a rate or a truth: exact decimals from text, no arithmetic on floats.

use chengdan_domain::text::{clean_line, clean_text, fold_width};

use super::cell::Cell;

/// Why a cell cannot be taken; a stable name, the page has the words.
pub type Problem = &'static str;

/// One clean line: line breaks inside a name become blanks.
pub fn line(cell: &Cell) -> Result<String, Problem> {
    told(cell).map(|text| clean_line(&text))
}

/// Several lines: a note.
pub fn lines(cell: &Cell) -> Result<String, Problem> {
    told(cell).map(|text| clean_text(&text))
}

fn told(cell: &Cell) -> Result<String, Problem> {
    match cell {
        Cell::Error(_) => Err("error_value"),
        _ => Ok(cell.shown()),
    }
}

/// A decimal with `digits` digits after the point as an integer of its smallest unit, rounded half up beyond them.
/// Full-width digits, thousands separators, currency signs and a unit behind the number are understood.
pub fn decimal(cell: &Cell, digits: u32) -> Result<i64, Problem> {
    match cell {
        Cell::Number(text) => scaled(text, digits).ok_or("not_a_number"),
        Cell::Text(text) => {
            let folded = fold_width(text);
            let number = bare(&folded);
            scaled(&number, digits).ok_or("not_a_number")
        }
        Cell::Error(_) => Err("error_value"),
        Cell::Date(_) | Cell::Bool(_) => Err("not_a_number"),
    }
}

/// The number without blanks, separators, currency before it and 元 behind it.
fn bare(text: &str) -> String {
    let clean: String =
        text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, ',' | '，')).collect();
    let clean = clean.trim_start_matches(['¥', '￥', '$', '€']);
    let clean = ["CNY", "RMB"].iter().find_map(|mark| clean.strip_prefix(mark)).unwrap_or(clean);
    clean.strip_suffix("元").unwrap_or(clean).to_string()
}

/// `-12.345` with three digits is -12345; `None` when it is no plain decimal or too large.
fn scaled(text: &str, digits: u32) -> Option<i64> {
    let (negative, number) = match text.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() <= 18)?),
        None => (number, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    // How many digits of the run stand before the smallest unit.
    let run = format!("{whole}{fraction}");
    let keep = i64::try_from(whole.len()).ok()? + i64::from(exponent) + i64::from(digits);
    let magnitude = if keep < 0 { 0 } else { cut_half_up(&run, usize::try_from(keep).ok()?)? };
    Some(if negative { -magnitude } else { magnitude })
}

fn cut_half_up(run: &str, keep: usize) -> Option<i64> {
    let kept = if run.len() >= keep { run[..keep].to_string() } else { format!("{run:0<keep$}") };
    let kept = kept.trim_start_matches('0');
    if kept.len() > 18 {
        return None;
    }
    let number: i64 = if kept.is_empty() { 0 } else { kept.parse().ok()? };
    let up = run.as_bytes().get(keep).is_some_and(|digit| *digit >= b'5');
    Some(number + i64::from(up))
}

/// A share in basis points: `15%`, `0.15`, and `15`; `1` is one per cent where the title says 「%」.
pub fn rate(cell: &Cell, title: &str) -> Result<i64, Problem> {
    let text = match cell {
        Cell::Number(text) | Cell::Text(text) => fold_width(text),
        Cell::Error(_) => return Err("error_value"),
        Cell::Date(_) | Cell::Bool(_) => return Err("not_a_number"),
    };
    let text = bare(&text);
    let points = match text.strip_suffix('%') {
        Some(percent) => scaled(percent, 2),
        None => scaled(&text, 4).map(|points| {
            // A cell formatted as a percentage holds 0.15 whatever its column is called; only 1 is in doubt.
            let in_percent = points > 10_000 || (points == 10_000 && fold_width(title).contains('%'));
            if in_percent { scaled(&text, 2).unwrap_or(points) } else { points }
        }),
    };
    let points = points.ok_or("not_a_number")?;
    if (0..=10_000).contains(&points) { Ok(points) } else { Err("out_of_range") }
}

/// A discount off the price in basis points: as [`rate`], and 「8.5折」 or 「85折」, which is 15 % off.
pub fn discount(cell: &Cell, title: &str) -> Result<i64, Problem> {
    if let Cell::Text(text) = cell
        && let Some(tenths) = bare(&fold_width(text)).strip_suffix('折')
    {
        let value = scaled(tenths, 2).ok_or("not_a_number")?;
        let paid = if value <= 1_000 { value * 10 } else { value };
        return if (0..=10_000).contains(&paid) { Ok(10_000 - paid) } else { Err("out_of_range") };
    }
    rate(cell, title)
}

/// Yes or no.
pub fn truth(cell: &Cell) -> Result<bool, Problem> {
    let text = match cell {
        Cell::Bool(truth) => return Ok(*truth),
        Cell::Error(_) => return Err("error_value"),
        other => fold_width(&other.shown()).trim().to_lowercase(),
    };
    match text.as_str() {
        "1" | "是" | "y" | "yes" | "true" | "√" | "✓" | "有" | "定制" => Ok(true),
        "" | "0" | "否" | "n" | "no" | "false" | "×" | "-" | "无" | "标准" => Ok(false),
        _ => Err("out_of_range"),
    }
}
