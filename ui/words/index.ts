/** Words of the page, Chinese first, English complete. */
export { Speaking, useLanguage, useWords } from "./language";
export { words, type Words } from "./all";
export { refusalWords, refusalsWords } from "./refusals";
export { listed, sentences } from "./joined";
export { fieldWords } from "./fields";
