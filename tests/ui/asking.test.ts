/** Asking anew: an answer that was on its way when something changed never passes for a fresh one. */
import { afterEach, describe, expect, it } from "vitest";
import { answers, refresh } from "../../ui/bridge";

afterEach(() => answers.clear());

/** Questions that are answered by hand, oldest first. */
function questions(): { ask: () => Promise<string>; answer: (text: string) => void } {
  const waiting: ((text: string) => void)[] = [];
  return { ask: () => new Promise((done) => waiting.push(done)), answer: (text) => waiting.shift()?.(text) };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const key = ["order_view", { id: 1 }];

describe("a document whose question was under way when it changed", () => {
  it("keeps what it knew, and is asked again when it is looked at", async () => {
    const { ask, answer } = questions();
    void answers.prefetchQuery({ queryKey: key, queryFn: ask, staleTime: 0 });
    answer("before");
    await settled();
    void answers.prefetchQuery({ queryKey: key, queryFn: ask, staleTime: 0 });
    await refresh();
    answer("before, but late");
    await settled();
    expect(answers.getQueryState(key)).toMatchObject({ data: "before", isInvalidated: true });
  });

  it("knows nothing yet when it was asked for the first time", async () => {
    const { ask, answer } = questions();
    void answers.prefetchQuery({ queryKey: key, queryFn: ask });
    await refresh();
    answer("before, but late");
    await settled();
    expect(answers.getQueryState(key)?.data).toBeUndefined();
  });
});
