/** Words of the room 「设置」. */
const zh = {
  title: "设置",
};

const en: typeof zh = {
  title: "Settings",
};

export const settings = { zh, en };
