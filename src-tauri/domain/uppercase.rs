//! 人民币大写: an amount in the characters that cheques, contracts and letters want (《支付结算办法》附件一).

use crate::money::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [(u64, &str); 4] = [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")];

/// The amount in words, e.g. 「人民币壹仟肆佰零玖元伍角整」.
///
/// Where the rules leave a choice: a zero at the 元 place before 角 writes 零 (10.50 → 壹拾元零伍角整),
/// a zero at the 万 place before 仟 does not (107000.53 → 壹拾万柒仟元零伍角叁分).
pub fn uppercase(amount: Money) -> String {
    let fen = amount.0.unsigned_abs();
    let (whole, tenth, hundredth) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut words = String::from("人民币");
    if amount.0 < 0 {
        words.push('负');
    }
    if whole > 0 || fen == 0 {
        write_whole(&mut words, whole);
        words.push('元');
    }
    let zero_before_tenth = whole > 0 && whole % 10 == 0 && tenth > 0;
    let zero_before_hundredth = whole > 0 && tenth == 0 && hundredth > 0;
    if zero_before_tenth || zero_before_hundredth {
        words.push('零');
    }
    if tenth > 0 {
        words.push(digit(tenth));
        words.push('角');
    }
    if hundredth > 0 {
        words.push(digit(hundredth));
        words.push('分');
    } else {
        words.push('整');
    }
    words
}

/// The part before 元. 亿 and 万 split the number; what follows gets one 零 when its highest place is empty.
fn write_whole(words: &mut String, number: u64) {
    if number == 0 {
        words.push('零');
        return;
    }
    for (unit, name) in [(100_000_000, '亿'), (10_000, '万')] {
        if number >= unit {
            write_whole(words, number / unit);
            words.push(name);
            let rest = number % unit;
            if rest > 0 {
                if rest < unit / 10 {
                    words.push('零');
                }
                write_whole(words, rest);
            }
            return;
        }
    }
    let mut begun = false;
    let mut gap = false;
    for (place, name) in PLACES {
        let value = number / place % 10;
        if value == 0 {
            gap = begun;
            continue;
        }
        if gap {
            words.push('零');
            gap = false;
        }
        words.push(digit(value));
        words.push_str(name);
        begun = true;
    }
}

fn digit(value: u64) -> char {
    usize::try_from(value).ok().and_then(|index| DIGITS.get(index)).copied().unwrap_or('零')
}
