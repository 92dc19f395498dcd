/** Words of the page, Chinese first, English complete. */
export { Speaking, useLanguage, useWords } from "./language";
export { words, type Words } from "./all";
export { refusalWords } from "./refusals";
export { fieldWords } from "./fields";
