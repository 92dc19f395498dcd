// The very first page speaks the language the system asks for, also where that locale is not installed and the web view
// falls back to English.

import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyHome, openWindow } from "./harness.mjs";

for (const [locale, title] of [["zh_CN.UTF-8", "公司全称"], ["en_US.UTF-8", "Company name"]]) {
  test(`the first start under ${locale}`, { timeout: 120_000 }, async () => {
    const home = emptyHome();
    const window = await openWindow(home.folder, { LC_ALL: "", LANGUAGE: "", LANG: locale });
    try {
      await window.find("[data-test=first-start]", title);
      assert.deepEqual(await window.refused(), []);
    } finally {
      await window.close();
      home.remove();
    }
  });
}
