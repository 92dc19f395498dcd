//! 订单确认函: every fact on it, one page up to twelve lines, the same bytes again, no box, no markup.

use super::rows::*;

#[test]
fn twelve_lines_fit_one_page() {
    for count in 1..=12 {
        let pdf = press().letter_pdf(&facts(count)).unwrap();
        if let Ok(folder) = std::env::var("PAPER_LOOK") {
            std::fs::write(format!("{folder}/z{count}.pdf"), &pdf).unwrap();
        }
        assert_eq!(pages(&pdf).len(), 1, "{count} lines");
    }
}
