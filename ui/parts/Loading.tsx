/** What stands where an answer is awaited or did not come. */
import { useEffect, useState, type ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { faultOf } from "../bridge";
import { FaultNote } from "./Note";

/** Draws `children(answer)` once it is there; a fault in its place; grey bars after 200 ms. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (answer: T) => ReactNode }): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <div className="pad"><FaultNote fault={faultOf(of.error)} onReload={() => void of.refetch()} /></div>;
  return <Bones />;
}

/** Grey bars, shown only after 200 ms. */
export function Bones(): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return <div className="pad" aria-hidden="true">{[34, 60, 48, 72, 40].map((width) => <div key={width} className="bone" style={{ height: 34 }}><i style={{ width: `${width}%` }} /></div>)}</div>;
}
