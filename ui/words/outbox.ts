/** Words of the room 「发件箱」. */
const zh = {
  title: "发件箱",
};

const en: typeof zh = {
  title: "Outbox",
};

export const outbox = { zh, en };
