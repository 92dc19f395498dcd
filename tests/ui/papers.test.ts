// The papers of an order and the steps of their zoom.
import { describe, expect, it } from "vitest";
import type { DeliveryView } from "../../ui/bridge";
import { paperName, papersOf } from "../../ui/features/orders/papers";
import { LEAST, MOST, stepped } from "../../ui/parts/paperView";
import { papers } from "../../ui/words/papers";

const delivery = (serial: number): DeliveryView => ({
  id: serial, line_id: 1, line_name: "门锁", quantity_milli: 1000, delivered_on: "2026-10-08", recorded_by: "沈一禾", recorded_at: "2026-10-08T01:42:00Z",
  note: "", serial, note_number: `FH-DD202610-001-${serial}`,
});
const order = { origin: "Desk", lines: [{}], approvals: [{}], open_note: "FH-DD202610-001-3", deliveries: [delivery(1), delivery(1), delivery(2)] } as unknown as Parameters<typeof papersOf>[0];

describe("papers of an order", () => {
  it("offers the letter first, then the sheet, what is to be sent, and each delivery once, the latest first", () => {
    expect(papersOf(order)).toEqual([{ kind: "letter" }, { kind: "approval" }, { kind: "delivery", serial: null }, { kind: "delivery", serial: 2 }, { kind: "delivery", serial: 1 }]);
    expect(papersOf(order).slice(2).map((ask) => paperName(papers.zh, order, ask))).toEqual(["发货单 FH-DD202610-001-3　待发", "发货单 FH-DD202610-001-2", "发货单 FH-DD202610-001-1"]);
  });
  it("offers no letter of an order that owes none, and nothing of an empty draft", () => {
    expect(papersOf({ ...order, origin: "Opening", approvals: [] }).map((ask) => ask.kind)).toEqual(["delivery", "delivery", "delivery"]);
    expect(papersOf({ ...order, lines: [], approvals: [], open_note: null, deliveries: [] })).toEqual([]);
  });
});

describe("zoom", () => {
  it("goes by tenths to real size and by quarters above, from any scale", () => {
    expect([0.79, 0.8, 1, 1.23, 1.25].map((scale) => stepped(scale, 1))).toEqual([0.8, 0.9, 1.25, 1.25, 1.5]);
    expect([0.79, 0.8, 1, 1.23, 1.5].map((scale) => stepped(scale, -1))).toEqual([0.7, 0.7, 0.9, 1, 1.25]);
  });
  it("ends where nothing can be read any more", () => {
    expect(stepped(MOST, 1)).toBe(MOST);
    expect(stepped(LEAST, -1)).toBe(LEAST);
  });
});
