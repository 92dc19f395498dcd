// `cargo xtask shots`: takes every picture anew, into docs/shots/.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDesk } from "../browser/harness.mjs";
import { sampleIds } from "../places.mjs";
import { PICTURES, pictured, takeAll } from "./pictures.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../docs/shots");
const desk = await openDesk();
try {
  const ids = await pictured(desk.call, await sampleIds(desk.call));
  const bytes = await takeAll(desk, ids, folder);
  console.log(`${PICTURES.length} pictures, ${(bytes / 1_000_000).toFixed(1)} MB, in docs/shots`);
} finally {
  await desk.close();
}
