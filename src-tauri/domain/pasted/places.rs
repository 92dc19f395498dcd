//! Addresses: where they begin and end in a text, and which 省 市 区 they name.

use std::ops::Range;

use super::sheet::Sheet;
use super::{Confidence, PartKind};
use crate::text::clean_line;

/// Provinces by their short names, with the ending of the full name.
const PROVINCES: [(&str, &str); 34] = [
    ("北京", "市"),
    ("天津", "市"),
    ("上海", "市"),
    ("重庆", "市"),
    ("河北", "省"),
    ("山西", "省"),
    ("内蒙古", "自治区"),
    ("辽宁", "省"),
    ("吉林", "省"),
    ("黑龙江", "省"),
    ("江苏", "省"),
    ("浙江", "省"),
    ("安徽", "省"),
    ("福建", "省"),
    ("江西", "省"),
    ("山东", "省"),
    ("河南", "省"),
    ("湖北", "省"),
    ("湖南", "省"),
    ("广东", "省"),
    ("广西", "壮族自治区"),
    ("海南", "省"),
    ("四川", "省"),
    ("贵州", "省"),
    ("云南", "省"),
    ("西藏", "自治区"),
    ("陕西", "省"),
    ("甘肃", "省"),
    ("青海", "省"),
    ("宁夏", "回族自治区"),
    ("新疆", "维吾尔自治区"),
    ("台湾", "省"),
    ("香港", "特别行政区"),
    ("澳门", "特别行政区"),
];

/// Cities people name without their province.
const CITIES: [&str; 40] = [
    "深圳",
    "广州",
    "杭州",
    "宁波",
    "温州",
    "苏州",
    "南京",
    "无锡",
    "常州",
    "成都",
    "武汉",
    "长沙",
    "西安",
    "郑州",
    "青岛",
    "济南",
    "大连",
    "沈阳",
    "哈尔滨",
    "长春",
    "厦门",
    "福州",
    "泉州",
    "合肥",
    "南昌",
    "昆明",
    "贵阳",
    "南宁",
    "海口",
    "三亚",
    "兰州",
    "太原",
    "石家庄",
    "东莞",
    "佛山",
    "珠海",
    "中山",
    "惠州",
    "嘉兴",
    "绍兴",
];

/// What parts of an address end with.
const MARKS: [&str; 34] = [
    "省",
    "市",
    "区",
    "县",
    "镇",
    "乡",
    "村",
    "路",
    "街",
    "道",
    "巷",
    "弄",
    "号",
    "幢",
    "栋",
    "楼",
    "层",
    "室",
    "座",
    "园",
    "大厦",
    "广场",
    "大道",
    "单元",
    "号门",
    "中心",
    "仓库",
    "工业园",
    "科技园",
    "胡同",
    "里",
    "桥",
    "湾",
    "店",
];

/// A place in the administrative order, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Region {
    /// 省, full name (浙江省).
    pub province: String,
    /// 市, with its ending; a municipality's own name.
    pub city: String,
    /// 区 or 县, with its ending.
    pub district: String,
    /// What follows: street, house, room.
    pub street: String,
}

/// Which 省, 市 and 区 an address begins with; what it does not name stays empty and the rest is the street.
pub fn region_of(address: &str) -> Region {
    let mut region = Region::default();
    let mut rest = clean_line(address);
    let known = PROVINCES.iter().find(|(short, _)| rest.starts_with(short));
    if let Some((short, ending)) = known {
        let municipality = *ending == "市";
        region.province = format!("{short}{ending}");
        rest = rest[short.len()..].to_owned();
        for tail in [ending, "自治区", "省", "市"] {
            if let Some(shorter) = rest.strip_prefix(tail) {
                rest = shorter.to_owned();
                break;
            }
        }
        if municipality {
            region.city = region.province.clone();
            let again = rest.trim_start();
            let shorter = again.strip_prefix(region.city.as_str()).or_else(|| again.strip_prefix("市辖区"));
            rest = shorter.unwrap_or(&rest).to_owned();
        }
    } else if let Some(end) = ends(&rest, &["省", "自治区"], 8) {
        region.province = rest[..end].to_owned();
        rest = rest[end..].to_owned();
    }
    if region.city.is_empty() {
        let bare = CITIES.iter().find(|city| rest.trim_start().starts_with(**city));
        if let Some(end) = ends(&rest, &["自治州", "地区", "市", "盟"], 9) {
            region.city = rest[..end].trim().to_owned();
            rest = rest[end..].to_owned();
        } else if let Some(city) = bare {
            region.city = format!("{city}市");
            rest = rest.trim_start()[city.len()..].to_owned();
        }
    }
    if let Some(end) = ends(&rest, &["区", "县", "旗", "市"], 9) {
        region.district = rest[..end].trim().to_owned();
        rest = rest[end..].to_owned();
    }
    region.street = rest.trim_matches([' ', ',', '，', '、']).to_owned();
    region
}

/// The byte behind the first of the endings within the first characters; a name stands before it, and it is not part
/// of a word that ends alike (园区, 小区, 社区, 市场, 区号).
fn ends(text: &str, endings: &[&str], most: usize) -> Option<usize> {
    let mut best: Option<usize> = None;
    for ending in endings {
        let Some(at) = text.find(ending) else { continue };
        let name = text[..at].trim();
        let after = &text[at + ending.len()..];
        let count = name.chars().count();
        let street = name.contains(['路', '街', '道', '号', ' '])
            || name.chars().any(|letter| letter.is_ascii_digit());
        let other = (*ending == "区" && name.ends_with(['园', '小', '社', '厂', '库', '街']))
            || (*ending == "市" && after.starts_with(['场', '政', '民', '中']))
            || (*ending == "区" && after.starts_with('域'));
        if (1..most).contains(&count) && !street && !other {
            let end = at + ending.len();
            best = Some(best.map_or(end, |known| known.min(end)));
        }
    }
    best
}

/// One address on one line; blanks between Chinese characters go.
pub fn tidy_address(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    let han = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| super::sheet::is_han(*c));
    let keep = |(at, letter): (usize, &char)| {
        (*letter != ' ' || !(han(at.checked_sub(1)) && han(Some(at + 1)))).then_some(*letter)
    };
    letters.iter().enumerate().filter_map(keep).collect()
}

/// Whether a piece of text is an address, and how surely.
pub fn looks_like_address(text: &str) -> Option<Confidence> {
    let region = region_of(text);
    let named =
        [&region.province, &region.city, &region.district].iter().filter(|part| !part.is_empty()).count();
    let known = PROVINCES.iter().any(|(short, _)| text.starts_with(short))
        || CITIES.iter().any(|city| text.starts_with(city));
    let streets =
        ["路", "街", "大道", "巷", "弄", "号", "幢", "栋", "楼", "室", "园", "大厦", "广场", "镇", "村"];
    let street = streets.iter().filter(|mark| region.street.contains(**mark)).count();
    let digits = region.street.chars().any(|letter| letter.is_ascii_digit());
    let count = text.chars().count();
    let talk =
        ["我们", "需要", "想", "采购", "请", "麻烦", "吗", "报价"].iter().any(|word| text.contains(word));
    match (named, street) {
        _ if !(5..=90).contains(&count) || talk => None,
        (2.., 1..) => Some(Confidence::Likely),
        (1, 1..) if known || digits => Some(Confidence::Likely),
        (2.., 0) if known => Some(Confidence::Guess),
        (0, 2..) if digits => Some(Confidence::Guess),
        _ => None,
    }
}

fn ends_in_house(text: &str) -> bool {
    ["楼", "栋", "幢", "座", "单元", "大厦"].iter().any(|end| text.ends_with(end))
}

/// Claims the address that begins with this piece and goes on over the pieces behind it; answers how many it took.
pub fn claim_address(sheet: &mut Sheet, pieces: &[Range<usize>]) -> usize {
    let Some(first) = pieces.first() else { return 0 };
    let said = sheet.text(first.clone());
    let before = ["寄到", "送到", "发到", "寄往", "送至", "寄至", "发货到", "送货到", "地址是", "寄"]
        .iter()
        .find(|word| said.starts_with(**word));
    let first = first.start + before.map_or(0, |word| word.chars().count())..first.end;
    let mut taken = 0;
    let mut found = None;
    for (count, piece) in pieces.iter().enumerate().take(12) {
        let between = sheet.text(if count == 0 {
            first.start..first.start
        } else {
            pieces[count - 1].end..piece.start
        });
        let text = sheet.text(piece.clone());
        let goes_on =
            count == 0 || between.trim().is_empty() || (between.trim() == "," || between.trim() == "，");
        let bare = text.len() <= 4 && text.chars().all(|letter| letter.is_ascii_alphanumeric());
        let digit = text.contains(|letter: char| letter.is_ascii_digit());
        let marked = |mark: &&str| text.ends_with(*mark) || (digit && text.contains(*mark));
        let like = count == 0 || bare || MARKS.iter().any(marked);
        let short = text.chars().count() <= 40 && !text.contains("公司");
        if !(goes_on && like && short || count == 0) || sheet.free(first.start..piece.end).len() != 1 {
            break;
        }
        let whole = tidy_address(&clean_line(&sheet.text(first.start..piece.end)));
        // A room's number behind its house: 2号楼 1101.
        let house = ends_in_house(&sheet.text(first.start..pieces[count.saturating_sub(1)].end));
        let room =
            house && (3..=4).contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_digit());
        if bare && !room {
            continue;
        }
        if let Some(confidence) = looks_like_address(&whole) {
            taken = count + 1;
            found = Some((first.start..piece.end, confidence));
        }
    }
    if let Some((range, confidence)) = found {
        sheet.claim(PartKind::Address, range, confidence);
    }
    taken
}
