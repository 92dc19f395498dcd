/** Units and tax rates that are offered while typing; anything else may be typed. */

/** 单位 */
export const UNITS = ["台", "个", "套", "件", "把", "米", "公斤", "箱", "项", "次", "点", "年"];

/** 税率 in percent, the usual one first. */
export const RATES = ["13", "9", "6", "3", "1", "0"];

/** Texts as a box with suggestions takes them. */
export function offered(values: string[]): { value: string }[] {
  return values.map((value) => ({ value }));
}
