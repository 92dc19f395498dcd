//! What the order list can be sorted by: every column it shows. Each sort has an index of its own, whose last column is
//! the id.

/// A sort: the columns of its index before the id, and how its cursor reads.
pub(super) struct Sort {
    pub columns: &'static [&'static str],
    /// The same values out of `order_for_list`, written so that no index is taken for them; none when they do not stand
    /// there.
    pub scanned: Option<&'static [&'static str]>,
    pub numeric: bool,
}

impl Sort {
    const fn text(columns: &'static [&'static str]) -> Sort {
        Sort { columns, scanned: None, numeric: false }
    }
}

const BY_NUMBER: Sort = Sort {
    columns: &["o.sort_ym", "o.sort_serial"],
    scanned: Some(&["o.sort_ym + 0", "o.sort_serial + 0"]),
    numeric: true,
};
const BY_PROMISE: Sort = Sort {
    columns: &["coalesce(o.promised_on, '9999-12-31')"],
    scanned: Some(&["coalesce(o.promised_on, '9999-12-31') || ''"]),
    numeric: false,
};
const BY_AMOUNT: Sort =
    Sort { columns: &["o.amount_fen"], scanned: Some(&["o.amount_fen + 0"]), numeric: true };
const BY_CUSTOMER: Sort =
    Sort { columns: &["o.customer_key"], scanned: Some(&["o.customer_key || ''"]), numeric: false };
const BY_CREATION: Sort =
    Sort { columns: &["o.created_at"], scanned: Some(&["o.created_at || ''"]), numeric: false };
const BY_STATUS: Sort = Sort::text(&["o.status_key"]);
const BY_OWNER: Sort = Sort::text(&["o.owner_name"]);
const BY_PRODUCT: Sort = Sort::text(&["o.first_product"]);
const BY_CONTRACT: Sort = Sort::text(&["o.contract_number"]);
const BY_CUSTOMER_ORDER: Sort = Sort::text(&["o.customer_order_number"]);
const BY_REGION: Sort = Sort::text(&["o.counted_region"]);
const BY_TERMS: Sort = Sort::text(&["o.terms_key"]);
const BY_APPROVAL: Sort = Sort::text(&["o.approved_day"]);
const BY_DELIVERY: Sort = Sort::text(&["o.delivered_on"]);

/// The sort of that name; by number when there is none.
pub(super) fn sort_of(name: &str) -> &'static Sort {
    match name {
        "promised_on" => &BY_PROMISE,
        "amount" => &BY_AMOUNT,
        "customer" => &BY_CUSTOMER,
        "created" => &BY_CREATION,
        "status" => &BY_STATUS,
        "owner" => &BY_OWNER,
        "product" => &BY_PRODUCT,
        "contract" => &BY_CONTRACT,
        "customer_order" => &BY_CUSTOMER_ORDER,
        "region" => &BY_REGION,
        "terms" => &BY_TERMS,
        "approved_on" => &BY_APPROVAL,
        "delivered_on" => &BY_DELIVERY,
        _ => &BY_NUMBER,
    }
}
