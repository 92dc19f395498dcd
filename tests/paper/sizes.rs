//! What leaves for a customer before the order, and the letter: with 1, 12 and 120 lines, with names as long as they come, in
//! both languages. Nothing runs over the edge or into its neighbour, heads repeat, pages are counted, and neither amounts
//! nor signatures stand on a page of their own.

use chengdan_app::paper::contract::ContractFacts;
use chengdan_app::paper::letter::{Language, LetterFacts};
use chengdan_app::paper::quotation::QuotationFacts;
use chengdan_app::paper::requirement::NeedsFacts;
use chengdan_app::paper::specimen::contract_specimen;

use super::quotation::offer;
use super::requirement::list;
use super::rows::*;

/// A name of 86 characters, a thing of 96 with 200 characters of specification, an address of 110.
struct Long {
    customer: String,
    name: String,
    specification: String,
    address: String,
}

fn long(language: Language) -> Long {
    let zh = language == Language::Zh;
    let of = |chinese: &str, english: &str, count: usize| {
        (if zh { chinese } else { english }).chars().cycle().take(count).collect::<String>()
    };
    Long {
        customer: of(
            "临江市湖畔区青屿路国际酒店管理集团股份有限公司第一分公司",
            "Linjiang Lakeside International Hotel Management ",
            86,
        ),
        name: of(
            "可调光智能客房控制主机（含安装支架、调试、培训与质保）",
            "Dimmable guest room controller with bracket, set-up ",
            96,
        ),
        specification: of(
            "ABCDEFGH-1234567890-XYZ 曜石黑、左开、含网关；",
            "ABCDEFGH-1234567890-XYZ black, left, with gateway; ",
            200,
        ),
        address: of(
            "示例省临江市湖畔区铂叶中心 B1 收货区 18 号门",
            "Goods entrance 18, Boye Centre, Lakeside District, ",
            110,
        ),
    }
}

/// A paper of a size: its bytes, its table's head, what its amounts say, and what its signatures say.
struct Made {
    pdf: Vec<u8>,
    head: &'static str,
    amounts: &'static str,
    signatures: &'static str,
}

fn contract(count: usize, language: Language) -> ContractFacts {
    let LetterFacts { seller, customer, manager, calendar, terms, .. } = facts(1);
    ContractFacts {
        seller,
        customer,
        manager,
        calendar,
        terms,
        lines: lines(count),
        specimen: false,
        ..contract_specimen(language, day("2026-10-08"))
    }
}

fn paper(kind: &str, count: usize, language: Language, is_long: bool) -> Made {
    let zh = language == Language::Zh;
    let with = |zh_word: &'static str, en_word: &'static str| if zh { zh_word } else { en_word };
    let head = with("规格", "Specification");
    let said = long(language);
    let mut goods = lines(count);
    if is_long {
        for line in goods.iter_mut().step_by(3) {
            line.name.clone_from(&said.name);
            line.specification.clone_from(&said.specification);
        }
    }
    let amounts = with("合计（含税）", "Totalincl.VAT,CNY");
    match kind {
        "needs" => {
            let mut facts = NeedsFacts { language, ..list(count) };
            if is_long {
                for line in facts.lines.iter_mut().step_by(3) {
                    (line.name, line.specification) = (said.name.clone(), said.specification.clone());
                    line.customisation = said.specification.clone();
                }
                (facts.customer.name, facts.delivery_address) = (said.customer, said.address);
            }
            let pdf = press().needs_pdf(&facts).unwrap();
            Made {
                pdf,
                head,
                amounts: with("请签字盖章回传", "pleasesign,sealandreturnit"),
                signatures: with("签字", "Signature"),
            }
        }
        "quotation" => {
            let mut facts = QuotationFacts { language, lines: goods, ..offer(1) };
            if is_long {
                (facts.customer.name, facts.service, facts.note) =
                    (said.customer, said.address.clone(), said.address);
            }
            let pdf = press().quotation_pdf(&facts).unwrap();
            Made { pdf, head, amounts, signatures: with("经办", "By") }
        }
        "contract" => {
            let mut facts = ContractFacts { lines: goods, ..contract(count, language) };
            if is_long {
                (facts.customer.name, facts.customer_address) = (said.customer, said.address.clone());
                facts.delivery_address = said.address;
            }
            let pdf = press().contract_pdf(&facts).unwrap();
            Made { pdf, head, amounts, signatures: with("签字", "Signature") }
        }
        _ => {
            let mut facts = LetterFacts { language, lines: goods, ..facts(count) };
            if is_long {
                (facts.customer.name, facts.delivery.address) = (said.customer, said.address);
            }
            let pdf = press().letter_pdf(&facts).unwrap();
            Made { pdf, head, amounts, signatures: with("经办", "By") }
        }
    }
}

/// A word and its box: left, top, right, bottom in points.
type Placed = (String, [f64; 4]);

/// Every word of every page with its box, as poppler finds them.
fn boxes(pdf: &[u8]) -> Vec<Vec<Placed>> {
    let text = poppler(pdf, "-bbox");
    let word = |line: &str| -> Option<Placed> {
        let rest = line.trim().strip_prefix("<word ")?;
        let side = |name: &str| rest.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
        let said = rest.split('>').nth(1)?.split("</word").next()?;
        Some((said.to_owned(), [side("xMin")?, side("yMin")?, side("xMax")?, side("yMax")?]))
    };
    text.split("<page ").skip(1).map(|page| page.lines().filter_map(word).collect()).collect()
}

/// Words over the edge of A4's text, and words that lie over each other.
fn collisions(page: &[Placed]) -> Vec<String> {
    let (left, right, bottom) = (46.0, 595.28 - 46.0, 842.0 - 16.0);
    let mut found: Vec<String> = page
        .iter()
        .filter(|(_, [x, _, to, y])| *x < left || *to > right + 0.5 || *y > bottom)
        .map(|(word, at)| format!("{word} runs over the edge: {at:?}"))
        .collect();
    for (nth, (word, [x, y, to, down])) in page.iter().enumerate() {
        for (other, [ox, oy, oto, odown]) in &page[nth + 1..] {
            let (wide, high) = (to.min(*oto) - x.max(*ox), down.min(*odown) - y.max(*oy));
            // Boxes are as high as the font's own measure, so that lines set closely touch.
            if wide > 1.0 && high > 6.5 {
                found.push(format!("{word} and {other} lie over each other"));
            }
        }
    }
    found
}

#[test]
fn every_paper_keeps_its_form_at_every_size() {
    let mut wrong = Vec::new();
    for kind in ["needs", "quotation", "contract", "letter"] {
        for (count, language, is_long) in [
            (1, Language::Zh, false),
            (12, Language::En, false),
            (120, Language::Zh, false),
            (1, Language::Zh, true),
            (12, Language::En, true),
            (12, Language::Zh, true),
        ] {
            let made = paper(kind, count, language, is_long);
            let name = format!("{kind}-{language:?}-{count}{}", if is_long { "-long" } else { "" });
            leave(&name, &made.pdf);
            let found = faults(&made, count, language);
            wrong.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only lines say: their unit prices, and the days on which they are wanted.
const OF_A_LINE: [&str; 8] =
    ["1,480.00", "950.00", "620.00", "86.00", "50.00", "3,200.00", "2026-10-20", "2026-10-30"];

/// What is wrong with a paper's pages.
fn faults(made: &Made, count: usize, language: Language) -> Vec<String> {
    let (all, placed) = (pages(&made.pdf), boxes(&made.pdf));
    let mut found = Vec::new();
    for (nth, (text, words)) in (1..).zip(all.iter().zip(&placed)) {
        let counted = match language {
            Language::Zh => format!("第{nth}页，共{}页", all.len()),
            Language::En => format!("{nth}of{}", all.len()),
        };
        if !text.contains(&counted) {
            found.push(format!("page {nth} is not counted"));
        }
        found.extend(collisions(words).into_iter().take(3).map(|fault| format!("page {nth}: {fault}")));
        // Lines are told by their unit prices or their wanted days; a page with lines has the table's head.
        let rows = words.iter().filter(|(word, _)| OF_A_LINE.contains(&word.as_str())).count();
        if rows > 1 && !text.contains(&squeezed(made.head)) {
            found.push(format!("page {nth} has lines without a head"));
        }
        if text.contains(&squeezed(made.amounts)) && count > 1 {
            let of_lines = words.iter().filter(|(word, _)| OF_A_LINE.contains(&word.as_str()));
            if of_lines.count() == 0 {
                found.push(format!("page {nth} has amounts without a line"));
            }
        }
        if words.iter().any(|(word, _)| word.contains(made.signatures)) && words.len() < 18 {
            found.push(format!("page {nth} has signatures alone"));
        }
    }
    found
}

#[test]
fn amounts_and_signatures_never_stand_alone_wherever_the_page_ends() {
    let mut wrong = Vec::new();
    // Within these numbers of lines the first page of each ends.
    for (kind, counts) in [("needs", 19..26), ("quotation", 30..36), ("contract", 23..29), ("letter", 22..28)]
    {
        for count in counts {
            let made = paper(kind, count, Language::Zh, false);
            wrong.extend(
                faults(&made, count, Language::Zh)
                    .into_iter()
                    .map(|fault| format!("{kind} {count}: {fault}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_parties_sign_on_one_height_however_long_a_name_is() {
    for kind in ["needs", "contract"] {
        let made = paper(kind, 12, Language::Zh, true);
        let placed = boxes(&made.pdf);
        let last = placed.last().expect("a page");
        let dates = last.iter().filter(|(word, _)| word == "日期").map(|(_, at)| at[1]);
        let (least, most) = dates.fold((f64::MAX, 0.0_f64), |(least, most), y| (least.min(y), most.max(y)));
        assert!(most - least < 2.0, "{kind}: {least} and {most}");
    }
}

#[test]
fn a_line_is_not_torn_over_two_pages() {
    for kind in ["needs", "quotation", "contract", "letter"] {
        let made = paper(kind, 12, Language::En, true);
        for (nth, words) in boxes(&made.pdf).iter().enumerate() {
            // Every long specification says this five times; what is torn leaves fewer on a page.
            let said = words.iter().filter(|(word, _)| word.starts_with("black,")).count();
            assert!(said > 0 || nth > 0, "{kind}");
            assert_eq!(said % 4, 0, "{kind}, page {}: {said}", nth + 1);
        }
    }
}
