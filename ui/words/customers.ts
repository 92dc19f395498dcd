/** Words of the room 「客户」. */
const zh = {
  title: "客户",
};

const en: typeof zh = {
  title: "Customers",
};

export const customers = { zh, en };
