/** Words of the room approvals. */
const zh = { title: "" };
const en: typeof zh = { title: "" };
export const approvals = { zh, en };
