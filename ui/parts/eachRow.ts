/** Rows acted on one by one: each is done or refused by itself, and told by itself. */
import { faultOf, type Fault } from "../bridge";

/** What became of a row: done, perhaps with the way back; refused, with why; or not reached. */
export type Outcome =
  | { kind: "done"; undo: (() => Promise<unknown>) | null }
  | { kind: "refused"; fault: Fault }
  | { kind: "left" };

/** Acts on each row in turn. `told` hears of each; `stopped` is asked before each. What is broken (disk, network) stops the
 * rest: it would only break again. */
export async function eachRow<Row>(
  rows: Row[],
  act: (row: Row) => Promise<(() => Promise<unknown>) | null>,
  told: (index: number, outcome: Outcome) => void,
  stopped: () => boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = rows.map(() => ({ kind: "left" }));
  for (const [index, row] of rows.entries()) {
    if (stopped()) break;
    let outcome: Outcome;
    try {
      outcome = { kind: "done", undo: await act(row) };
    } catch (error) {
      outcome = { kind: "refused", fault: faultOf(error) };
    }
    outcomes[index] = outcome;
    told(index, outcome);
    if (outcome.kind === "refused" && outcome.fault.kind === "Broken") break;
  }
  return outcomes;
}

/** Takes back what was done, the last first; answers how many came back and how many did not. */
export async function undoEach(outcomes: Outcome[]): Promise<{ back: number; stuck: number }> {
  let [back, stuck] = [0, 0];
  for (const outcome of [...outcomes].reverse()) {
    if (outcome.kind !== "done" || outcome.undo === null) continue;
    try {
      await outcome.undo();
      back += 1;
    } catch {
      stuck += 1;
    }
  }
  return { back, stuck };
}
