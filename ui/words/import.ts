/** Words of the room 「导入」. */
const zh = {
  title: "导入",
};

const en: typeof zh = {
  title: "Import",
};

export const imports = { zh, en };
