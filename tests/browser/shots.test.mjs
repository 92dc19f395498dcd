// The pictures under docs/shots/ are of this program: every one can be taken anew, and none is left from another one.
// `cargo xtask shots` puts them there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { openDesk } from "./harness.mjs";
import { sampleIds } from "../places.mjs";
import { PICTURES, pictured, takeAll } from "../shots/pictures.mjs";

const top = join(dirname(fileURLToPath(import.meta.url)), "../..");
let desk;

before(async () => { desk = await openDesk(); });
after(() => desk?.close());

test("every picture is taken, and docs/shots holds just these", { timeout: 300_000 }, async () => {
  const folder = join(top, "gen/pictures");
  const ids = await pictured(desk.call, await sampleIds(desk.call));
  assert.ok((await takeAll(desk, ids, folder)) > 500_000, "pictures of something");
  const names = PICTURES.map((one) => `${one.name}.png`).sort();
  assert.deepEqual(readdirSync(join(top, "docs/shots")).sort(), names);
});

test("the README shows three of them, in both languages", () => {
  for (const readme of ["README.md", "README.zh.md"]) {
    const shown = [...readFileSync(join(top, readme), "utf8").matchAll(/!\[[^\]]+\]\(docs\/shots\/([\w-]+)\.png\)/g)].map(([, name]) => name);
    assert.equal(shown.length, 3, readme);
    for (const name of shown) assert.ok(PICTURES.some((one) => one.name === name), `${readme}: ${name}`);
  }
});
