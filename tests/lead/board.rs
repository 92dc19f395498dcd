//! The board holds what the list holds, state by state.

use chengdan_app::fault::Fault;
use chengdan_tests::TestDesk;
use serde_json::{Value, json};

use super::desk::*;
use super::list::{desk, listed};

const STATES: [&str; 7] = ["New", "Rated", "Assigned", "Converted", "Lost", "Invalid", "Merged"];

fn columns(desk: &TestDesk, filter: &Value) -> Vec<Value> {
    desk.ok("lead_board", filter.clone())["columns"].as_array().expect("columns").clone()
}

#[test]
fn every_column_is_the_list_of_its_state() {
    let desk = desk();
    for filter in [
        json!({}),
        json!({ "text": "云栖" }),
        json!({ "grades": ["B"], "region": "外省" }),
        json!({ "overdue": true }),
        json!({ "next_before": "2026-10-11" }),
    ] {
        let board = columns(&desk, &filter);
        let states: Vec<&str> = board.iter().filter_map(|column| column["state"].as_str()).collect();
        assert_eq!(states, STATES, "empty ones, too");
        for column in &board {
            let mut of_state = filter.clone();
            of_state["states"] = json!([column["state"]]);
            let rows = column["rows"].as_array().expect("rows");
            let mut list = listed(&desk, &of_state, "due", false);
            assert_eq!(column["count"], list.len(), "{of_state}");
            let urgent = |row: &Value| row["due_at"].as_str().unwrap_or("~").to_string();
            if ["New", "Rated", "Assigned"].contains(&column["state"].as_str().expect("a state")) {
                let due: Vec<String> = rows.iter().map(urgent).collect();
                assert!(due.is_sorted(), "the most urgent on top: {due:?}");
            } else {
                let received: Vec<&Value> = rows.iter().map(|row| &row["received_at"]).collect();
                assert!(received.is_sorted_by_key(|at| std::cmp::Reverse(at.as_str())), "the newest on top");
            }
            let mut found = rows.clone();
            found.sort_by_key(|row| row["id"].as_i64());
            list.sort_by_key(|row| row["id"].as_i64());
            assert_eq!(found, list, "{of_state}");
        }
    }
    assert!(!columns(&desk, &json!({}))[2]["rows"].as_array().expect("rows").is_empty());
}

#[test]
fn a_board_of_some_states_has_only_their_columns_and_no_more_than_fifty_leads_each() {
    let desk = TestDesk::staffed();
    for number in 0..53 {
        registered(&desk, &format!("澄湖 {number} 期"));
    }
    let board = columns(&desk, &json!({ "states": ["Assigned", "New"] }));
    assert_eq!((&board[0]["state"], &board[1]["state"]), (&json!("New"), &json!("Assigned")));
    assert_eq!((board.len(), &board[0]["count"], &board[1]["count"]), (2, &json!(53), &json!(0)));
    assert_eq!(board[0]["rows"].as_array().map(Vec::len), Some(50));
    assert!(matches!(desk.ask("lead_board", json!({ "next_from": "soon" })), Err(Fault::Malformed { .. })));
}
