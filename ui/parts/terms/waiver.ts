/** 整单优惠 from the sum that was agreed. Pure. */
import { readScaled } from "../paste";

/** What must come off so that the order costs what was agreed; nothing when that is no sum the order could come to. */
export function waiverFor(agreed: string, before: number): number | null {
  const fen = readScaled(agreed, 2);
  return fen === null || fen <= 0 || fen > before ? null : before - fen;
}
