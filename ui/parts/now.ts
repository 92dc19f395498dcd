/** The core's clock on the page: what it said last and what has passed since, told anew every half minute. */
import { useEffect, useRef, useState } from "react";
import { useAsk } from "../bridge";

const TICK_MS = 30_000;

/** Now, in milliseconds; the clock of a story may be another than the computer's. */
export function useNow(): number {
  const { data } = useAsk("app_status", {});
  const heard = useRef({ said: "", since: 0 });
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (data !== undefined && data.now !== heard.current.said) heard.current = { said: data.now, since: performance.now() };
  const { said, since } = heard.current;
  // The frame stands only once the core has answered.
  return said === "" ? 0 : Date.parse(said) + Math.round(performance.now() - since);
}

/** The company's zone (Asia/Shanghai has no summer time). */
const ZONE = "+08:00";

/** A wall time of the company's zone as an instant of the core: 2026-10-08, 18:00 → 2026-10-08T10:00:00Z. */
export function instantOf(date: string, time: string): string {
  return new Date(`${date}T${time}:00${ZONE}`).toISOString().replace(".000Z", "Z");
}
