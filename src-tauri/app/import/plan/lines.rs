//! Lines of 期初 orders: joined to their heads by the order's key, to products by code or name.

use chengdan_domain::money::{
    LARGEST_FEN, Money, Price, Quantity, Rate, divide_half_up, line_amount_half_up,
};
use chengdan_domain::order::form::LineForm;
use chrono::NaiveDate;

use super::Draft;
use super::heads::{Line, Orders};
use super::masters::{USUAL_RATE, not_negative};
use crate::import::date::{Near, date};
use crate::import::known::Link;
use crate::import::taken::{Record, Taken};
use crate::import::value;
use crate::views::product::{ProductCard, ProductKind};

impl Draft<'_> {
    pub(super) fn lines_of<'a>(&mut self, sheet: &'a Taken<'a>, orders: &mut Orders<'a>) {
        let has_heads = sheet.has("customer_key") && sheet.has("ordered_on");
        let mut last: Option<usize> = None;
        for record in sheet.records() {
            let key = self.plan.findings.text(&record, "order_key", 60);
            let place = match key.as_str() {
                // Merged cells: the number stands in an order's first row only.
                "" if has_heads => last,
                "" => None,
                key => {
                    orders.place(key).or_else(|| has_heads.then(|| self.begin(record, key.into(), orders)))
                }
            };
            last = place;
            let Some(place) = place else {
                let problem = if key.is_empty() { "missing" } else { "unknown_key" };
                self.plan.findings.bad(&record, "order_key", problem);
                continue;
            };
            let Some(head) = orders.heads.get_mut(place) else { continue };
            if head.left_out {
                continue;
            }
            let line = self.line_of(&record, head.ordered_on);
            head.lines.extend(line);
        }
    }

    fn line_of(&mut self, record: &Record, ordered_on: Option<NaiveDate>) -> Option<Line> {
        let product = self.product(record);
        let card = product.and_then(|link| self.card(link)).cloned();
        let near = Near::From(ordered_on.unwrap_or(self.today));
        let delivered_on = self.delivered(record, ordered_on);
        let (discount_title, rate_title) = (record.title("discount"), record.title("tax_rate"));
        let findings = &mut self.plan.findings;
        let quantity = findings.need(record, "quantity", |cell| match value::decimal(cell, 3)? {
            number if number <= 0 => Err("not_positive"),
            number if number > LARGEST_FEN => Err("out_of_range"),
            number => Ok(Quantity(number)),
        });
        let price = findings.take(record, "price", not_negative(6)).map(Price);
        let discount = findings.take(record, "discount", |cell| value::discount(cell, &discount_title));
        let discount = Rate(discount.unwrap_or(0));
        let amount = findings.take(record, "amount", not_negative(2)).map(Money);
        let tax_rate = findings.take(record, "tax_rate", |cell| value::rate(cell, &rate_title)).map(Rate);
        let customised = findings.take(record, "customised", value::truth);
        let promised_on = findings.take(record, "promised_on", |cell| date(cell, near));
        let mut own = |field: &str, most: usize, of_card: Option<&String>| {
            let text = findings.text(record, field, most);
            if text.is_empty() { of_card.cloned().unwrap_or_default() } else { text }
        };
        let name = own("name", 200, card.as_ref().map(|card| &card.name));
        let spec = own("spec", 200, card.as_ref().map(|card| &card.spec));
        let unit = own("unit", 20, card.as_ref().map(|card| &card.unit));
        if name.is_empty() {
            self.plan.findings.bad(record, "name", "missing");
        }
        let price = self.priced(record, price, quantity?, discount, amount)?;
        let form = LineForm {
            product_id: None,
            name,
            spec,
            unit,
            quantity,
            price: Some(price),
            list_price: card.as_ref().map(|card| card.price_micro),
            discount,
            tax_rate: Some(tax_rate.or(card.as_ref().map(|card| card.tax_rate)).unwrap_or(USUAL_RATE)),
            customised: customised.or(card.as_ref().map(|card| card.customised)).unwrap_or(false),
            service: card.as_ref().is_some_and(|card| card.kind == ProductKind::Service),
            promised_on,
            category: card.map(|card| card.category).unwrap_or_default(),
            given_amount: amount,
        };
        Some(Line { form, product, delivered_on })
    }

    /// The unit price: as the file says, or the amount divided by the quantity. An amount that differs from price and
    /// quantity stands as it is, with a note: what was agreed then is not computed again.
    fn priced(
        &mut self,
        record: &Record,
        price: Option<Price>,
        quantity: Quantity,
        discount: Rate,
        amount: Option<Money>,
    ) -> Option<Price> {
        let Some(price) = price else {
            let Some(amount) = amount else {
                self.plan.findings.bad(record, "price", "missing");
                return None;
            };
            // 分 to millionths is 10^4, thousandths of a unit another 10^3.
            let micro = divide_half_up(i128::from(amount.0) * 10_000_000, i128::from(quantity.0));
            return i64::try_from(micro).ok().map(Price);
        };
        let computed = line_amount_half_up(price, quantity, discount);
        match (amount, computed) {
            (None, None) => {
                self.plan.findings.bad(record, "quantity", "out_of_range");
                None
            }
            (Some(amount), computed) if Some(amount) != computed => {
                self.plan.findings.note(record, "amount", "amount_differs");
                Some(price)
            }
            _ => Some(price),
        }
    }

    /// The product a line means: by its key, or by name and specification. A name the book does not know is a line
    /// of free text; a key it does not know is a mistake.
    fn product(&mut self, record: &Record) -> Option<Link> {
        let key = self.plan.findings.text(record, "product_key", 200);
        if !key.is_empty() {
            let found = self.products.find(&key);
            if found.is_none() {
                self.plan.findings.bad(record, "product_key", "unknown_key");
            }
            return found;
        }
        let name = self.plan.findings.text(record, "name", 200);
        let spec = self.plan.findings.text(record, "spec", 200);
        let found = self.products.by_detail(&name, &spec);
        if found.is_none() && !name.is_empty() {
            self.plan.findings.note(record, "name", "no_product");
        }
        found
    }

    fn card(&self, link: Link) -> Option<&ProductCard> {
        match link {
            Link::New(place) => self.plan.products.get(place),
            Link::Known(id) => self.product_by_id.get(&id).copied(),
        }
    }
}
