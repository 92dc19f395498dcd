/** Cells for the clipboard: they paste as numbers, dates and text, and nothing from outside becomes a formula or markup. */
import { describe, expect, it } from "vitest";
import { htmlTable, instantCell, plainNumber, plainText, type Table } from "../../ui/parts/cells";

const columns: Table["columns"] = [{ title: "编号", kind: "text", width: 100 }, { title: "金额", kind: "money", width: 100 }, { title: "日期", kind: "date", width: 90 }];
const table = (...rows: Table["rows"]): Table => ({ columns, rows });

/** What a spreadsheet makes of tab-separated text. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const row = rows.at(-1) ?? [];
    if (quoted && letter === "\"" && text[at + 1] === "\"") { cell += "\""; at += 1; }
    else if (letter === "\"" && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && letter === "\t") { row.push(cell); cell = ""; }
    else if (!quoted && letter === "\r") { row.push(cell); cell = ""; rows.push([]); at += 1; }
    else cell += letter;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

describe("plain text", () => {
  it("has the titles first, then a row for each", () => {
    expect(plainText(table(["DD202610-001", 123_456, "2026-10-08"], ["草稿", null, null]))).toBe("编号\t金额\t日期\r\nDD202610-001\t1234.56\t2026-10-08\r\n草稿\t\t");
  });
  it("keeps tabs, line breaks and quotes inside their cell", () => {
    for (const text of ["两\t格", "两\n行", "两\r\n行", "说\"好\"", "\"开头", "a\tb\"c\nd"]) {
      const back = read(plainText(table([text, 1, null])));
      expect(back[1]).toEqual([text.replace(/\r\n?/g, "\n"), "0.01", ""]);
      expect(back).toHaveLength(2);
    }
  });
  it("lets no text be a formula", () => {
    for (const text of ["=1+1", "+86 139", "-5", "@SUM(A1)", "  =1", "\t=1", "\n@x", "＝1+1", "＠x"]) {
      expect(read(plainText(table([text, 0, null])))[1]?.[0]?.startsWith("'")).toBe(true);
    }
    // A number is no text, and a minus within a text is none either.
    expect(read(plainText(table(["A-1", -500, null])))[1]).toEqual(["A-1", "-5.00", ""]);
    expect(read(plainText({ columns: [{ title: "=坏", kind: "text", width: 1 }], rows: [] }))[0]).toEqual(["'=坏"]);
  });
});

describe("HTML", () => {
  it("says which cells are numbers and which are text", () => {
    const html = htmlTable(table(["0012345678901234567", 5, "2026-10-08"]));
    expect(html).toContain(`<td style="mso-number-format:'\\@'">0012345678901234567</td>`);
    expect(html).toContain(`<td style="mso-number-format:'\\#\\,\\#\\#0\\.00'">0.05</td>`);
    expect(html).toContain(`<td style="mso-number-format:'yyyy\\-mm\\-dd'">2026-10-08</td>`);
  });
  it("makes no element out of a text", () => {
    const html = htmlTable(table(["<img src=x onerror=alert(1)>\n\"&", null, null]));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;<br style=\"mso-data-placement:same-cell\">&quot;&amp;");
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });
});

describe("numbers and instants", () => {
  it("are what a spreadsheet reads", () => {
    expect([plainNumber(1_234_567_890, "money"), plainNumber(-5, "money"), plainNumber(0, "money")]).toEqual(["12345678.90", "-0.05", "0.00"]);
    expect([plainNumber(12_345_678, "price"), plainNumber(680_000_000, "price")]).toEqual(["12.345678", "680.00"]);
    expect([plainNumber(2_500, "quantity"), plainNumber(1_300, "percent"), plainNumber(1_350, "percent"), plainNumber(7, "count")]).toEqual(["2.5", "13%", "13.5%", "7"]);
  });
  it("stand in the company's zone", () => {
    expect(instantCell("2026-10-08T01:42:00Z")).toBe("2026-10-08 09:42");
    expect(instantCell("2026-10-07T16:00:00Z")).toBe("2026-10-08 00:00");
    expect([instantCell(null), instantCell("")]).toEqual([null, null]);
  });
});
