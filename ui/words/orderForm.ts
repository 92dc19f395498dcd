/** Words of the room orderForm. */
const zh = { title: "" };
const en: typeof zh = { title: "" };
export const orderForm = { zh, en };
