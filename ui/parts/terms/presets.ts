/** The payment schedules people know by name. Pure. */
import type { PaymentTerms } from "../../bridge";

type Part = PaymentTerms["instalments"][number];
const part = (trigger: Part["trigger"], share: number, days = 0): Part => ({ trigger, share, days, day_kind: "Calendar" });

/** The schedules people know by name. */
export const PRESETS = {
  beforeDispatch: [part("BeforeDispatch", 10_000)],
  onArrival: [part("Arrival", 10_000)],
  p30d70: [part("Order", 3_000), part("BeforeDispatch", 7_000)],
  p30a60w10: [part("Order", 3_000), part("Acceptance", 6_000), part("WarrantyEnd", 1_000, 365)],
  p50a50: [part("Order", 5_000), part("Acceptance", 5_000)],
  month30: [part("MonthEnd", 10_000, 30)],
  month60: [part("MonthEnd", 10_000, 60)],
  month90: [part("MonthEnd", 10_000, 90)],
  invoice30: [part("Invoice", 10_000, 30)],
};
export type Preset = keyof typeof PRESETS;

/** Which named schedule this is, if any. */
export function presetOf(terms: PaymentTerms): Preset | null {
  const plain = (parts: Part[]): string => JSON.stringify(parts.map((one) => [one.trigger, one.share, one.days, one.day_kind]));
  const text = plain(terms.instalments);
  return (Object.keys(PRESETS) as Preset[]).find((name) => plain(PRESETS[name]) === text) ?? null;
}
