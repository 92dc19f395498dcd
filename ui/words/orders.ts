/** Words of the room orders. */
const zh = { title: "" };
const en: typeof zh = { title: "" };
export const orders = { zh, en };
