//! What is written on an order (O1), and what the core computes from it: line amounts, 整单优惠, tax per rate.

use chrono::NaiveDate;

use super::InvoiceKind;
use crate::money::{Money, Price, Quantity, Rate, line_amount_half_up, net_and_tax_half_up, spread_half_up};
use crate::payment::PaymentTerms;
use crate::refusal::Refusal;

/// An order as it is written down. Incomplete until it is submitted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderForm {
    pub customer_id: Option<i64>,
    /// The customer's name, copied when the order was last saved.
    pub customer_name: String,
    pub contact_id: Option<i64>,
    pub customer_order_number: String,
    /// When the customer ordered: a call-off's clock runs from it (O1).
    pub customer_order_on: Option<NaiveDate>,
    /// The contract of the book it stands on; number, date and amount are the contract's then.
    pub contract_id: Option<i64>,
    /// Why it departs from its contract.
    pub contract_reason: String,
    pub contract_number: String,
    pub contract_signed_on: Option<NaiveDate>,
    pub contract_amount: Option<Money>,
    pub invoice_title: String,
    pub invoice_kind: InvoiceKind,
    pub terms: PaymentTerms,
    pub delivery_address: String,
    pub receiver: String,
    pub receiver_phone: String,
    pub promised_on: Option<NaiveDate>,
    /// 负责人
    pub owner_id: Option<i64>,
    pub owner_name: String,
    /// 整单优惠/抹零
    pub waiver: Money,
    pub note: String,
    pub lines: Vec<LineForm>,
}

/// A line as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineForm {
    pub product_id: Option<i64>,
    pub name: String,
    pub spec: String,
    pub unit: String,
    pub quantity: Option<Quantity>,
    /// Tax-inclusive.
    pub price: Option<Price>,
    /// What the price list said when the line was saved; for the supervisor's eyes.
    pub list_price: Option<Price>,
    pub discount: Rate,
    pub tax_rate: Option<Rate>,
    pub customised: bool,
    pub service: bool,
    pub promised_on: Option<NaiveDate>,
    pub category: String,
    /// An amount taken over from earlier records (期初); otherwise it is computed.
    pub given_amount: Option<Money>,
}

/// The computed side of an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Priced {
    /// Per line its share of the 整单优惠 and its amount after it; none while a figure is missing.
    pub lines: Vec<Option<PricedLine>>,
    pub amount: Money,
    pub net: Money,
    pub tax: Money,
    /// Sums per tax rate, the highest rate first.
    pub rates: Vec<RateSum>,
}

/// What a line costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PricedLine {
    pub waiver: Money,
    pub amount: Money,
}

/// Sums of one tax rate: net and tax round per line, the sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateSum {
    pub rate: Rate,
    pub gross: Money,
    pub net: Money,
    pub tax: Money,
}

impl OrderForm {
    /// Computes every amount. Lines that lack a figure are left out of the totals.
    ///
    /// # Errors
    /// `AmountTooLarge` beyond the range of money.
    pub fn priced(&self) -> Result<Priced, Refusal> {
        Priced::of(&self.lines.iter().collect::<Vec<_>>(), self.waiver)
    }

    /// The sum of the lines before 整单优惠, as far as it is known.
    pub fn amount_before_waiver(&self) -> Option<Money> {
        Money::sum(self.lines.iter().filter_map(|line| line.amount_before_waiver().ok().flatten()))
    }

    /// 抹零: what 整单优惠 must be so that the total is whole in `unit`; none where nothing, or everything, would go.
    pub fn rounding_waiver(&self, unit: Money) -> Option<Money> {
        let before = self.amount_before_waiver()?;
        let off = before.0.checked_rem(unit.0)?;
        (0 < off && off < before.0).then_some(Money(off))
    }

    /// The date promised for a line: its own, otherwise the order's.
    pub fn line_promise(&self, line: &LineForm) -> Option<NaiveDate> {
        line.promised_on.or(self.promised_on)
    }
}

impl LineForm {
    /// The amount before 整单优惠, or none while price or quantity is missing.
    ///
    /// # Errors
    /// `AmountTooLarge`.
    pub fn amount_before_waiver(&self) -> Result<Option<Money>, Refusal> {
        if self.given_amount.is_some() {
            return Ok(self.given_amount);
        }
        let (Some(price), Some(quantity)) = (self.price, self.quantity) else { return Ok(None) };
        line_amount_half_up(price, quantity, self.discount).map(Some).ok_or(Refusal::AmountTooLarge)
    }

    /// How far the price paid is below the list, line discount included, in basis points; none without a list price.
    pub fn discount_off_list(&self) -> Option<Rate> {
        let (list, price) = (self.list_price.filter(|list| list.0 > 0)?, self.price?);
        let paid = i128::from(price.0) * i128::from(10_000 - self.discount.0);
        let kept = crate::money::divide_half_up(paid, i128::from(list.0));
        i64::try_from(10_000 - kept).ok().map(Rate)
    }
}

impl Priced {
    /// The amounts of lines under one 整单优惠, whatever document they stand on. Lines that lack a figure are left out
    /// of the totals.
    ///
    /// # Errors
    /// `AmountTooLarge` beyond the range of money.
    pub fn of(lines: &[&LineForm], waiver: Money) -> Result<Priced, Refusal> {
        let before: Vec<Option<Money>> =
            lines.iter().map(|line| line.amount_before_waiver()).collect::<Result<_, _>>()?;
        let weights: Vec<Money> = before.iter().map(|amount| amount.unwrap_or_default()).collect();
        let waivers = spread_half_up(waiver, &weights);
        let mut priced = Priced::default();
        for ((line, before), waiver) in lines.iter().zip(before).zip(waivers) {
            let Some(before) = before else {
                priced.lines.push(None);
                continue;
            };
            let amount = before.checked_sub(waiver).ok_or(Refusal::AmountTooLarge)?;
            priced.lines.push(Some(PricedLine { waiver, amount }));
            priced.amount = priced.amount.checked_add(amount).ok_or(Refusal::AmountTooLarge)?;
            priced.add_tax(amount, line.tax_rate);
        }
        priced.rates.sort_by_key(|sum| std::cmp::Reverse(sum.rate));
        Ok(priced)
    }

    /// How far the whole is below the price list, 整单优惠 included; none when no line has a list price.
    pub fn discount_off_list(&self, lines: &[&LineForm]) -> Option<Rate> {
        let (mut listed, mut paid) = (0_i128, 0_i128);
        for (line, priced) in lines.iter().zip(&self.lines) {
            let (Some(list), Some(quantity), Some(priced)) =
                (line.list_price.filter(|price| price.0 > 0), line.quantity, priced)
            else {
                continue;
            };
            let amount = line_amount_half_up(list, quantity, Rate(0)).unwrap_or(Money(0));
            listed += i128::from(amount.0);
            paid += i128::from(priced.amount.0);
        }
        let off = (listed > 0).then(|| crate::money::divide_half_up((listed - paid) * 10_000, listed))?;
        i64::try_from(off).ok().map(Rate)
    }

    fn add_tax(&mut self, gross: Money, rate: Option<Rate>) {
        let (net, tax) = rate.map_or((gross, Money(0)), |rate| net_and_tax_half_up(gross, rate));
        self.net = Money(self.net.0 + net.0);
        self.tax = Money(self.tax.0 + tax.0);
        let Some(rate) = rate else { return };
        match self.rates.iter_mut().find(|sum| sum.rate == rate) {
            Some(sum) => {
                sum.gross = Money(sum.gross.0 + gross.0);
                sum.net = Money(sum.net.0 + net.0);
                sum.tax = Money(sum.tax.0 + tax.0);
            }
            None => self.rates.push(RateSum { rate, gross, net, tax }),
        }
    }
}
