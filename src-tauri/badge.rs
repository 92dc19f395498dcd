//! The count on the tray's icon and on the taskbar: digits of a few points in a red plate, drawn into the picture.

/// A picture as rows of red, green, blue and opacity.
#[derive(Clone)]
pub struct Picture {
    pub pixels: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Digits, five rows of three points each; the last one is the plus of 「9+」.
const DIGITS: [[u8; 5]; 11] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b010, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
    [0b000, 0b010, 0b111, 0b010, 0b000],
];
const PLUS: usize = 10;
/// The vermilion of the mark's tick.
const PLATE: [u8; 4] = [200, 44, 34, 255];
const INK: [u8; 4] = [255, 255, 255, 255];

/// The digits of a count: up to 99, then 「9+」.
fn digits(count: i64) -> Vec<usize> {
    match usize::try_from(count).unwrap_or(0) {
        0 => Vec::new(),
        few @ 1..=9 => vec![few],
        more @ 10..=99 => vec![more / 10, more % 10],
        _ => vec![9, PLUS],
    }
}

/// The icon with the count in its lower right corner; nothing to count leaves it as it is.
pub fn counted(icon: &Picture, count: i64) -> Picture {
    let digits = digits(count);
    let mut picture = icon.clone();
    if digits.is_empty() {
        return picture;
    }
    let point = (icon.height / 16).max(1);
    let letters = u32::try_from(digits.len()).unwrap_or(1);
    let (wide, high) = ((letters * 4 + 1) * point, 7 * point);
    let (left, top) = (icon.width.saturating_sub(wide), icon.height.saturating_sub(high));
    picture.fill(left, top, wide, high, PLATE);
    for (nth, digit) in (0_u32..).zip(digits) {
        for (row, bits) in (0_u32..).zip(DIGITS[digit]) {
            for column in (0..3).filter(|column| bits & (0b100 >> column) != 0) {
                let x = left + (nth * 4 + 1 + column) * point;
                picture.fill(x, top + (row + 1) * point, point, point, INK);
            }
        }
    }
    picture
}

impl Picture {
    fn fill(&mut self, left: u32, top: u32, wide: u32, high: u32, colour: [u8; 4]) {
        for y in top..(top + high).min(self.height) {
            for x in left..(left + wide).min(self.width) {
                let at = usize::try_from((y * self.width + x) * 4).unwrap_or(usize::MAX);
                if let Some(pixel) = at.checked_add(4).and_then(|end| self.pixels.get_mut(at..end)) {
                    pixel.copy_from_slice(&colour);
                }
            }
        }
    }
}
