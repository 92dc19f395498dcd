// The sample company's folder: made once for a built core by its own first start, then copied for every test file.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const KEPT = join(dirname(fileURLToPath(import.meta.url)), "../../gen/sample");
/** Where the core writes down which book was open last; the path in it is the only one that names the home folder. */
const LAST = "last-book.txt";

/** A home folder of the caller's own with the sample company in it. `make` fills an empty one by the core. */
export async function sampleHome(core, make) {
  const { mtimeMs, size } = statSync(core);
  const name = `${size}-${mtimeMs}`;
  const kept = join(KEPT, name);
  if (!existsSync(kept)) {
    mkdirSync(KEPT, { recursive: true });
    // Those of older cores are of no use to anybody.
    for (const old of readdirSync(KEPT)) rmSync(join(KEPT, old), { recursive: true, force: true });
    const fresh = mkdtempSync(join(KEPT, "making-"));
    await make(fresh);
    renameSync(fresh, kept);
    writeFileSync(join(kept, LAST), readFileSync(join(kept, LAST), "utf8").replace(fresh, kept));
  }
  const home = mkdtempSync(join(tmpdir(), "chengdan-browser-"));
  cpSync(kept, home, { recursive: true });
  writeFileSync(join(home, LAST), readFileSync(join(home, LAST), "utf8").replace(kept, home));
  return home;
}
