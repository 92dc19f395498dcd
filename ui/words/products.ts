/** Words of the room 「产品」. */
const zh = {
  title: "产品",
};

const en: typeof zh = {
  title: "Products",
};

export const products = { zh, en };
