/** The sheet without a page: ranges, what is done to them, what can be undone; addresses taken apart. */
import { describe, expect, it } from "vitest";
import { areaList } from "../../ui/node_modules/@vant/area-data/dist/index.js";
import { waiverFor } from "../../ui/features/orders/draft";
import { emptyRow } from "../../ui/parts/lines/rows";
import { joinAddress, knownPath, splitAddress, treeOf } from "../../ui/parts/areas";
import { readBlock } from "../../ui/parts/paste";
import { NO_PAST, firstDifference, recorded, redone, undone } from "../../ui/parts/sheetPast";
import { jump, rangeOf, rowMarks } from "../../ui/parts/sheetRange";
import { blockText, filledDown, moved, tiled, withEmpty, without } from "../../ui/parts/sheetRows";

const row = (cells: Record<string, string>, meta = {}) => ({ cells, meta });
const KEYS = ["name", "spec", "quantity"];
const rows = [row({ name: "甲", quantity: "1" }, { product_id: 7 }), row({ name: "乙" }), row({ name: "丙", spec: '说 "好"\n第二行' })];
const names = (all: typeof rows) => all.map((one) => one.cells["name"] ?? "");
const range = (top: number, bottom: number, left = 0, right = 2) => ({ top, bottom, left, right });

describe("a range", () => {
  it("lies between two corners, whichever came first", () => {
    expect(rangeOf({ row: 4, column: 0 }, { row: 1, column: 2 })).toEqual(range(1, 4));
    expect(rangeOf({ row: 4, column: 1 }, null)).toEqual(range(4, 4, 1, 1));
  });
  it("marks its rows and says nothing about the others", () => {
    expect(rowMarks(range(1, 2, 0, 1), null, 0, 3)).toBe("");
    expect(rowMarks(range(1, 2, 0, 1), null, 1, 3)).toBe("sel st sl,sel st sr,");
    expect(rowMarks(null, range(1, 1, 2, 2), 1, 3)).toBe(",,pz pt pb pl pr");
  });
  it("is jumped over to where something stands, or to where it ends", () => {
    const filled = (index: number): boolean => [0, 1, 2, 5].includes(index);
    expect([jump(filled, 0, 1, 9), jump(filled, 2, 1, 9), jump(filled, 5, 1, 9), jump(filled, 5, -1, 9), jump(filled, 9, 1, 9)]).toEqual([2, 5, 9, 2, 9]);
  });
  it("goes to the clipboard and comes back the same", () => {
    expect(readBlock(blockText(rows, range(0, 2), KEYS))).toEqual([["甲", "", "1"], ["乙", "", ""], ["丙", '说 "好"\n第二行', ""]]);
  });
  it("is filled by a block that fits into it whole times, and by no other", () => {
    expect(tiled([["x"]], range(0, 1, 0, 1))).toEqual([["x", "x"], ["x", "x"]]);
    expect(tiled([["x"], ["y"]], range(0, 3, 0, 0))).toEqual([["x"], ["y"], ["x"], ["y"]]);
    expect(tiled([["x"], ["y"]], range(0, 2, 0, 0))).toEqual([["x"], ["y"]]);
  });
});

describe("rows", () => {
  it("are filled downwards, and what is unseen goes only with its own column", () => {
    const named = filledDown(rows, range(0, 2, 0, 0), KEYS, "name", emptyRow);
    expect([names(named), named[2]?.meta]).toEqual([["甲", "甲", "甲"], { product_id: 7 }]);
    expect(filledDown(rows, range(0, 1, 2, 2), KEYS, "name", emptyRow)[1]).toEqual({ cells: { name: "乙", quantity: "1" }, meta: {} });
    expect(names(filledDown(rows, range(3, 3, 0, 0), KEYS, "name", emptyRow))).toEqual(["甲", "乙", "丙", "丙"]);
  });
  it("are put in, taken out and moved, never past an end", () => {
    expect(names(withEmpty(rows, range(1, 2), emptyRow))).toEqual(["甲", "", "", "乙", "丙"]);
    expect(names(without(rows, range(0, 1)))).toEqual(["丙"]);
    expect(names(moved(rows, range(1, 2), -1) ?? [])).toEqual(["乙", "丙", "甲"]);
    expect(moved(rows, range(1, 2), 1)).toBeNull();
  });
});

describe("what can be undone", () => {
  it("is a step for each edit, letters of one stay in a cell being one", () => {
    const [a, b, c] = [[row({ name: "a" })], [row({ name: "ab" })], [row({ name: "abc" })]];
    let past = recorded(recorded(NO_PAST, a, "1:0"), b, "1:0");
    expect(past.before).toEqual([a]);
    past = recorded(past, c, "2:0");
    const back = undone(past, []);
    expect(back?.rows).toBe(c);
    expect(redone(back!.past, back!.rows)?.rows).toEqual([]);
    expect(undone(NO_PAST, a)).toBeNull();
    expect(recorded(back!.past, a, null).after).toEqual([]);
  });
  it("leads to the first cell that differs", () => {
    expect(firstDifference(rows, [rows[0]!, row({ name: "乙", quantity: "2" }), rows[2]!], KEYS)).toEqual({ row: 1, key: "quantity" });
    expect(firstDifference(rows, rows, KEYS)).toBeNull();
  });
});

describe("an address", () => {
  const areas = treeOf(areaList as Parameters<typeof treeOf>[0]);
  it("is taken apart by the country's places and put together again", () => {
    for (const [text, path, rest] of [
      ["浙江省杭州市西湖区文三路 1 号", ["浙江省", "杭州市", "西湖区"], "文三路 1 号"],
      ["北京市朝阳区望京街 9 号", ["北京市", "北京市", "朝阳区"], "望京街 9 号"],
      ["浙江省杭州市", ["浙江省", "杭州市"], ""],
      ["12 Example Street, Springfield", [], "12 Example Street, Springfield"],
    ] as const) {
      const split = splitAddress(areas, text);
      expect(split, text).toEqual({ path, rest });
      expect(joinAddress(split), text).toBe(text);
    }
  });
  it("knows a place that is not on the list", () => {
    expect(knownPath(areas, ["浙江省", "杭州市"])).toBe(true);
    expect(knownPath(areas, [])).toBe(true);
    expect(knownPath(areas, ["Bavaria"])).toBe(false);
  });
});

describe("an agreed total", () => {
  it("says what must come off, and nothing where it cannot be", () => {
    expect(waiverFor("1,200.00", 123_456)).toBe(3_456);
    for (const text of ["0", "-1", "1234.57", "12.345", "", "12OO"]) expect(waiverFor(text, 123_456), text).toBeNull();
  });
});
