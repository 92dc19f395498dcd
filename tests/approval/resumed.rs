//! O4 on the road on which a grant could be carried over: whatever protected field changes after a return, the round
//! begins anew; what is not protected lets it go on where it was refused.

use chengdan_tests::TestDesk;
use serde_json::json;

use super::fields::{FIELDS, edited};
use crate::order::desk::{again, decided, seen, submitted};

/// Note, receiver's phone, and the account manager who was one before.
const FREE: [u8; 3] = [0, 1, 3];

#[test]
fn a_round_goes_on_after_a_return_only_when_what_was_granted_still_stands() {
    for field in 0..FIELDS {
        let desk = TestDesk::staffed();
        let mut policy = desk.ok("setting_view", json!({}))["policy"].clone();
        policy["resubmit_at_refusing_level"] = json!(true);
        desk.ok("setting_save_policy", policy);
        let mut order = submitted(&desk);
        order = decided(&desk, "approval_grant", &order, "顾行", "");
        order = decided(&desk, "approval_send_back", &order, "周予安", "请修改");
        desk.sit("沈一禾");
        let draft = edited(&desk, &again(&desk, &order), field);
        // A supervisor who became the account manager may not have granted: field 2 begins anew, and needs another.
        if field == 2 {
            desk.ok("person_save", chengdan_tests::person("另一位主管", json!(["SalesSupervisor"])));
        }
        order = desk.ok("order_save", draft);
        order = desk.ok("order_submit", seen(&order));
        let expected = if FREE.contains(&field) { (json!(1), json!(2)) } else { (json!(2), json!(1)) };
        assert_eq!((&order["round"], &order["level"]), (&expected.0, &expected.1), "field {field}");
    }
}
