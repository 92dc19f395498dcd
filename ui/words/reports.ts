/** Words of the room 「报表」. */
const zh = {
  title: "报表",
};

const en: typeof zh = {
  title: "Reports",
};

export const reports = { zh, en };
